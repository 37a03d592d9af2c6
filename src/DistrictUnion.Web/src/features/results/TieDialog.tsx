import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, getTagged, write } from '../../api/client';
import type { RankingRow } from '../../api/schema';
import { Loaded } from '../../shared/Page';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { swapped } from './swapped';

const pageSize = 200;

/** Records the order inside a tie that the scheme leaves open; the shared rank stays. */
export function TieDialog({ round, row, onClose }: { round: string; row: RankingRow; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [order, setOrder] = useState<RankingRow[]>();
  const [reason, setReason] = useState('');
  const tied = useQuery({
    queryKey: ['tied', round, row.group, row.rank], gcTime: 0,
    queryFn: async ({ signal }) => {
      // Ranks count places: the tied ones stand at their rank and right behind it.
      const first = Math.floor((row.rank! - 1) / pageSize) + 1;
      const last = Math.floor((row.rank! - 1 + row.ties! - 1) / pageSize) + 1;
      const pages = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) =>
        get('GET /rounds/{round}/ranking', { path: { round }, query: { group: row.group ?? undefined, page: first + i, pageSize }, signal })));
      return pages.flatMap((p) => p.items).filter((r) => r.rank === row.rank);
    },
  });
  const earlier = useQuery({
    queryKey: ['tie-resolutions', round],
    queryFn: async ({ signal }) => (await get('GET /rounds/{round}/tie-resolutions', { path: { round }, query: { pageSize: 200 }, signal })).items,
  });
  const rows = order ?? tied.data ?? [];
  const save = useMutation({
    mutationFn: async () => {
      const { tag } = await getTagged('GET /rounds/{round}', { path: { round } });
      return write('POST /rounds/{round}/tie-resolutions', { path: { round }, ifMatch: tag, body: { schools: rows.map((r) => r.school), reason: reason.trim() } });
    },
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries();
    },
  });
  const known = earlier.data?.filter((r) => r.schools.includes(row.school)) ?? [];
  return (
    <Modal
      open title={words.ties.title(row.rank!)} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending}
      okButtonProps={{ disabled: reason.trim() === '' || rows.length < 2 }} onOk={() => save.mutate()}
    >
      <Alert type="info" showIcon title={words.ties.hint} style={{ marginBottom: 12 }} />
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Loaded of={[tied]}>
        {() => (
          <ol style={{ paddingLeft: 20 }}>
            {rows.map((r, i) => (
              <li key={r.school} style={{ marginBottom: 6 }}>
                {r.name}
                <Button size="small" type="text" aria-label={`${r.name} ↑`} disabled={i === 0} icon={<ArrowUpOutlined />} onClick={() => setOrder(swapped(rows, i, i - 1))} />
                <Button size="small" type="text" aria-label={`${r.name} ↓`} disabled={i === rows.length - 1} icon={<ArrowDownOutlined />} onClick={() => setOrder(swapped(rows, i, i + 1))} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <label htmlFor="tie-reason">{words.common.reason}</label>
      <Input.TextArea id="tie-reason" rows={2} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
      {known.length > 0 && <p>{words.ties.earlier}：{known.map((r) => `${moment(r.at)} ${r.reason}`).join('；')}</p>}
    </Modal>
  );
}

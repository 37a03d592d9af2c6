import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { get, write } from '../../api/client';
import type { FeedScope } from '../../api/schema';
import { may, useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';

/** Addresses that a phone's calendar reads: made, copied once, revoked. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const role = useRole();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [address, setAddress] = useState('');
  const feeds = useQuery({ queryKey: ['feeds'], queryFn: async ({ signal }) => (await get('GET /calendar/feeds', { query: { pageSize: 50 }, signal })).items });
  const again = () => queries.invalidateQueries({ queryKey: ['feeds'] });
  const make = useMutation({
    mutationFn: (scope: FeedScope) => write('POST /calendar/feeds', { body: { scope } }),
    onSuccess: ({ body }) => {
      setAddress(`${window.location.origin}/api/v1/calendar/feed.ics?token=${body.token}`);
      return again();
    },
    onError: (error) => message.error(error.message),
  });
  const revoke = useMutation({
    mutationFn: (calendarFeed: string) => write('DELETE /calendar/feeds/{calendarFeed}', { path: { calendarFeed } }),
    onSuccess: () => {
      setAddress('');
      return again();
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <Modal open title={words.plan.feed} onCancel={onClose} footer={<Button onClick={onClose}>{words.common.close}</Button>}>
      <p>{words.plan.feedHint}</p>
      <Space wrap>
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate('person')}>{words.plan.feedMine}</Button>
        {may.ofSchool(role) && <Button loading={make.isPending} onClick={() => make.mutate('school')}>{words.plan.feedSchool}</Button>}
      </Space>
      {address && (
        <Alert
          type="success" style={{ marginTop: 12 }} title={words.plan.feedOnce}
          description={<Space.Compact style={{ width: '100%' }}><Input readOnly aria-label={words.plan.feedAddress} value={address} /><Button onClick={() => void navigator.clipboard.writeText(address).then(() => message.success(words.common.copied))}>{words.plan.copyAddress}</Button></Space.Compact>}
        />
      )}
      <ul className="plan-items" style={{ marginTop: 12 }}>
        {feeds.data?.map((f) => (
          <li key={f.id}>{f.scope === 'person' ? words.plan.feedMine : words.plan.feedSchool} · {moment(f.createdAt)} <Button size="small" danger loading={revoke.isPending} onClick={() => revoke.mutate(f.id)} aria-label={`${words.plan.revoke} ${moment(f.createdAt)}`}>{words.plan.revoke}</Button></li>
        ))}
      </ul>
    </Modal>
  );
}

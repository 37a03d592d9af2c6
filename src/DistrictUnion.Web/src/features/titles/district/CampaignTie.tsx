import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { write, type Tagged } from '../../../api/client';
import type { CampaignView, SelectionRow } from '../../../api/schema';
import { useWords } from '../../../shared/words';
import { swapped } from '../../results/swapped';
import { useRefresh, type CampaignPath } from './queries';
import { Refused } from './Refused';

/** Decides who comes first in a tie across the line. */
export function CampaignTie({ path, campaign, rows, onClose }: { path: CampaignPath; campaign: Tagged<CampaignView>; rows: SelectionRow[]; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [order, setOrder] = useState(rows);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () => write('POST /title-programmes/{programme}/campaigns/{campaign}/tie-resolutions', { path, ifMatch: campaign.tag, body: { applications: order.map((r) => r.application), reason: reason.trim() } }),
    onSuccess: () => {
      message.success(words.titlesDistrict.saved);
      onClose();
    },
    onSettled: refresh,
  });
  return (
    <Modal open title={words.titlesDistrict.tieTitle} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => save.mutate()}>
      <Alert type="info" showIcon title={words.titlesDistrict.tieHint} style={{ marginBottom: 12 }} />
      <Refused error={save.error} />
      <ol style={{ paddingLeft: 20 }}>
        {order.map((r, i) => (
          <li key={r.application} style={{ marginBottom: 6 }}>
            {r.unitName}
            <Button size="small" type="text" aria-label={words.titlesDistrict.firstFor(r.unitName)} disabled={i === 0} icon={<ArrowUpOutlined />} onClick={() => setOrder(swapped(order, i, i - 1))} />
            <Button size="small" type="text" aria-label={words.titlesDistrict.lastFor(r.unitName)} disabled={i === order.length - 1} icon={<ArrowDownOutlined />} onClick={() => setOrder(swapped(order, i, i + 1))} />
          </li>
        ))}
      </ol>
      <label htmlFor="tie-reason">{words.common.reason}</label>
      <Input.TextArea id="tie-reason" rows={2} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
    </Modal>
  );
}

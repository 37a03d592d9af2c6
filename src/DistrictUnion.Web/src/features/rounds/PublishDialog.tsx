import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Checkbox, InputNumber, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { getTagged, write } from '../../api/client';
import type { RoundView, RoundVisibility } from '../../api/schema';
import { useWords } from '../../shared/words';

/** Publishes a round with the choice of who sees what. */
export function PublishDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [visibility, setVisibility] = useState<RoundVisibility>('ownCard');
  const [top, setTop] = useState<number | null>(10);
  const [normaliseZones, setNormaliseZones] = useState(false);
  const publish = useMutation({
    mutationFn: async () => {
      const { tag } = await getTagged('GET /rounds/{round}', { path: { round: round.code } });
      return write('POST /rounds/{round}/publish', { path: { round: round.code }, ifMatch: tag, body: { visibility, top: visibility === 'top' ? top : null, normaliseZones } });
    },
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal open title={`${words.rounds.publish} · ${round.name}`} onCancel={onClose} onOk={() => publish.mutate()} okText={words.rounds.publish} cancelText={words.common.cancel} confirmLoading={publish.isPending}>
      <Space orientation="vertical" style={{ width: '100%' }}>
        <Alert type="info" showIcon title={words.rounds.publishConfirm} />
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend style={{ marginBottom: 8 }}>{words.rounds.visibility}</legend>
          <Radio.Group
            vertical value={visibility} onChange={(e) => setVisibility(e.target.value)}
            options={(['ownCard', 'top', 'grades', 'full'] as const).map((value) => ({ value, label: words.rounds[value] }))}
          />
        </fieldset>
        {visibility === 'top' && <InputNumber aria-label={words.rounds.topN} min={1} max={10000} value={top} onChange={setTop} />}
        <Checkbox checked={normaliseZones} onChange={(e) => setNormaliseZones(e.target.checked)}>{words.rounds.normaliseZones}</Checkbox>
        <small>{words.rounds.normaliseHint}</small>
        {publish.error && <Alert type="error" showIcon title={publish.error.message} />}
      </Space>
    </Modal>
  );
}

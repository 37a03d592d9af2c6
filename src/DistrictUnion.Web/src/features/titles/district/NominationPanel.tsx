import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { write } from '../../../api/client';
import type { ApplicationSummary } from '../../../api/schema';
import { Panel } from '../../../shared/Page';
import { moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { ReasonDialog } from '../../rounds/BoardPage';
import type { CampaignTab } from './CampaignPage';
import { PaperButton } from './PaperButton';
import { useRefresh } from './queries';
import { Refused } from './Refused';

/** Nominates the best to the next level, hands out what goes there, and takes it back. */
export function NominationPanel({ path, campaign, definition, applications }: CampaignTab & { applications: ApplicationSummary[] }) {
  const words = useWords();
  const w = words.titlesDistrict.nomination;
  const refresh = useRefresh();
  const [isTakingBack, setTakingBack] = useState(false);
  const step = useMutation({
    mutationFn: ({ action, reason }: { action: 'nominate' | 'withdraw-nomination'; reason?: string }) =>
      write(`POST /title-programmes/{programme}/campaigns/{campaign}/${action}`, { path, ifMatch: campaign.tag, body: { reason } }),
    onSettled: refresh,
  });
  const rule = definition.nomination;
  if (!rule) return null;
  const nominated = applications.filter((a) => a.nominatedAt);
  const isDecided = campaign.body.state === 'decided';
  const to = words.titlesDistrict.level[rule.to];
  return (
    <Panel title={w.title(to, rule.places)}>
      <Refused error={step.error} />
      {nominated.length === 0 ? <p style={{ marginTop: 0 }}>{isDecided ? w.hint : w.none}</p> : (
        <ol style={{ margin: '0 0 12px', paddingLeft: 20 }}>
          {nominated.map((a) => <li key={a.code}>{a.unitName} <small className="numeric">{moment(a.nominatedAt!)}</small></li>)}
        </ol>
      )}
      <Space wrap>
        {nominated.length > 0 && <PaperButton type="primary" address={`/title-programmes/${encodeURIComponent(path.programme)}/campaigns/${encodeURIComponent(path.campaign)}/nomination.zip`}>{w.save}</PaperButton>}
        {nominated.length > 0 && isDecided && <Button onClick={() => setTakingBack(true)}>{w.takeBack}</Button>}
        {nominated.length === 0 && isDecided && (
          <Popconfirm title={w.confirm(to, rule.places)} okText={words.common.confirm} cancelText={words.common.cancel} onConfirm={() => step.mutate({ action: 'nominate' })}>
            <Button type="primary" loading={step.isPending}>{w.make}</Button>
          </Popconfirm>
        )}
      </Space>
      <ReasonDialog
        open={isTakingBack} title={w.takeBack} label={words.titlesDistrict.whyStep(w.takeBack)} onCancel={() => setTakingBack(false)}
        onConfirm={(reason) => {
          step.mutate({ action: 'withdraw-nomination', reason });
          setTakingBack(false);
        }}
      />
    </Panel>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { write } from '../../../api/client';
import { Problem } from '../../../api/problem';
import type { ApplicationSummary } from '../../../api/schema';
import { Panel } from '../../../shared/Page';
import { moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { ReasonDialog } from '../../rounds/BoardPage';
import type { CampaignTab } from './CampaignPage';
import { CampaignTie } from './CampaignTie';
import { PaperButton } from './PaperButton';
import { useRefresh, useSelection } from './queries';
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
  const [isOrdering, setOrdering] = useState(false);
  const isTied = step.error instanceof Problem && step.error.slug === 'nomination-tie';
  const selection = useSelection(path, isTied);
  const rule = definition.nomination;
  if (!rule) return null;
  const nominated = applications.filter((a) => a.nominatedAt);
  const isDecided = campaign.body.state === 'decided';
  const to = words.titlesDistrict.level[rule.to];
  const chosen = (selection.data?.rows ?? []).filter((r) => r.isChosen).sort((a, b) => a.position! - b.position!);
  const tied = chosen.filter((r) => r.rank === chosen[rule.places - 1]?.rank);
  return (
    <Panel title={w.title(to, rule.places)}>
      <Refused error={step.error} />
      {isTied && tied.length > 0 && <Button style={{ marginBottom: 12 }} onClick={() => setOrdering(true)}>{words.titlesDistrict.tieTitle}</Button>}
      {isOrdering && <CampaignTie path={path} campaign={campaign} rows={tied} onClose={() => { setOrdering(false); step.reset(); }} />}
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

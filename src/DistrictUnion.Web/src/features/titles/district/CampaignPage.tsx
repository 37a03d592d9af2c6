import { useMutation } from '@tanstack/react-query';
import { App, Button, Grid, Steps, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { write, type Tagged } from '../../../api/client';
import type { CampaignState, CampaignView, ProgrammeDefinition } from '../../../api/schema';
import { BundlePanel } from '../../../shared/BundlePanel';
import { Loaded, Page, Panel } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { until } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { ApplicationsTab } from './ApplicationsTab';
import { AwardTab } from './AwardTab';
import { CampaignDialog } from './CampaignDialog';
import { DecisionTab } from './DecisionTab';
import { ObjectionsTab } from './ObjectionsTab';
import { PublicityTab } from './PublicityTab';
import { useCampaign, useProgramme, useRefresh, type CampaignPath } from './queries';
import { Refused } from './Refused';
import { campaignColor } from './words';

const states: CampaignState[] = ['planned', 'open', 'ranked', 'decided', 'ended'];
const usualTab: Record<CampaignState, string> = { planned: 'applications', open: 'applications', ranked: 'decision', decided: 'publicity', ended: 'award' };

/** What every tab of a campaign knows. */
export interface CampaignTab {
  path: CampaignPath;
  campaign: Tagged<CampaignView>;
  definition: ProgrammeDefinition;
}

/** One campaign from the plan to the award. */
export default function CampaignPage() {
  const words = useWords();
  const role = useRole();
  const { modal } = App.useApp();
  const { programme: code = '', campaign: campaignCode = '' } = useParams();
  const path = { programme: code, campaign: campaignCode };
  const refresh = useRefresh();
  const campaign = useCampaign(path);
  const state = campaign.data?.body.state ?? 'planned';

  // A campaign keeps the programme as it was when it opened; only a planned one follows the programme.
  const isPlanned = campaign.isSuccess && !campaign.data.body.definition;
  const programme = useProgramme(isPlanned ? code : undefined);
  const [isEditing, setEditing] = useState(false);
  const act = useMutation({
    mutationFn: (step: 'open' | 'end') => write(`POST /title-programmes/{programme}/campaigns/{campaign}/${step}`, { path, ifMatch: campaign.data!.tag, body: {} }),
    onSettled: refresh,
  });
  const confirm = (step: 'open' | 'end') => modal.confirm({
    title: words.titlesDistrict[step], content: step === 'open' ? words.titlesDistrict.openConfirm : words.titlesDistrict.endConfirm, okText: words.common.confirm, cancelText: words.common.cancel,
    onOk: () => act.mutateAsync(step).catch(() => undefined),
  });
  const canManage = may.manageRounds(role);
  const tools = canManage && campaign.data && (
    <>
      {state === 'planned' && <Button onClick={() => setEditing(true)} disabled={!programme.data}>{words.titlesDistrict.editCampaign}</Button>}
      {state === 'planned' && <Button type="primary" onClick={() => confirm('open')}>{words.titlesDistrict.open}</Button>}
      {state === 'decided' && <Button onClick={() => confirm('end')}>{words.titlesDistrict.end}</Button>}
    </>
  );
  return (
    <Page title={campaign.data?.body.name ?? words.titlesDistrict.campaign} tools={tools}>
      <Loaded of={isPlanned ? [campaign, programme] : [campaign]}>
        {() => {
          const tab: CampaignTab = { path, campaign: campaign.data!, definition: campaign.data!.body.definition ?? programme.data!.body.definition };
          return (
            <>
              <Summary {...tab} />
              <Refused error={act.error} />
              {state !== 'planned' && <CampaignTabs {...tab} />}
              {campaign.data!.body.decision && may.seeDistrict(role) && (
                <BundlePanel text={words.bundle.campaign} address={`/title-programmes/${encodeURIComponent(code)}/campaigns/${encodeURIComponent(campaignCode)}/bundle`} />
              )}
            </>
          );
        }}
      </Loaded>
      {isEditing && programme.data && <CampaignDialog programme={programme.data.body} campaign={campaign.data} onClose={() => setEditing(false)} />}
    </Page>
  );
}

/** The parts of a campaign. It opens at what is to do now, and stays where somebody is when the state changes under them. */
function CampaignTabs(tab: CampaignTab) {
  const words = useWords();
  const role = useRole();
  const [search, setSearch] = useSearchParams();
  const [first] = useState(usualTab[tab.campaign.body.state]);
  return (
    <Tabs
      activeKey={search.get('tab') ?? first} onChange={(key) => setSearch({ tab: key }, { replace: true })} destroyOnHidden
      items={[
        { key: 'applications', label: words.titlesDistrict.tabs.applications, children: <ApplicationsTab {...tab} /> },
        { key: 'decision', label: words.titlesDistrict.tabs.decision, children: <DecisionTab {...tab} /> },
        { key: 'publicity', label: words.titlesDistrict.tabs.publicity, children: <PublicityTab {...tab} /> },
        ...(may.decideObjections(role) ? [{ key: 'objections', label: words.titlesDistrict.tabs.objections, children: <ObjectionsTab {...tab} /> }] : []),
        { key: 'award', label: words.titlesDistrict.tabs.award, children: <AwardTab {...tab} /> },
      ]}
    />
  );
}

/** Where the campaign is and what comes next. */
function Summary({ campaign, definition }: CampaignTab) {
  const words = useWords();
  const role = useRole();
  const isWide = Grid.useBreakpoint().md ?? true;
  const { state, tier, round, dueAt } = campaign.body;
  const hint = { planned: words.titlesDistrict.planHint, open: words.titlesDistrict.openHint, ranked: words.titlesDistrict.rankedHint, decided: words.titlesDistrict.decidedHint, ended: words.titlesDistrict.endedHint }[state];
  return (
    <Panel>
      {isWide ? <Steps size="small" current={states.indexOf(state)} items={states.map((s) => ({ title: words.titlesDistrict.campaignState[s] }))} /> : <Tag color={campaignColor[state]}>{words.titlesDistrict.campaignState[state]}</Tag>}
      {may.seeDistrict(role) && <p>{hint}</p>}
      <p style={{ marginBottom: 0, marginTop: may.seeDistrict(role) ? undefined : 12 }}>
        {definition.name} · {definition.tiers.find((t) => t.code === tier)?.name ?? tier} · {words.titlesDistrict.due} <span className="numeric">{until(dueAt)}</span> · {words.titlesDistrict.round} <Link to={`/rounds/${round}/board`} style={{ textDecoration: 'underline' }}>{round}</Link>
      </p>
    </Panel>
  );
}

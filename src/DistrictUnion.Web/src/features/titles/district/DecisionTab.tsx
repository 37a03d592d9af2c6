import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { write } from '../../../api/client';
import { Problem } from '../../../api/problem';
import type { SelectionRow, SelectionView } from '../../../api/schema';
import { points } from '../../../shared/format';
import { Loaded, Nothing, Panel } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { ReasonDialog } from '../../rounds/BoardPage';
import { ApplicationDrawer } from './ApplicationDrawer';
import { CampaignTie } from './CampaignTie';
import type { CampaignTab } from './CampaignPage';
import { DecisionDialog } from './DecisionDialog';
import { useRefresh, useSelection } from './queries';
import { Refused } from './Refused';
import { Trail } from './Trail';
import { applicationColor, markWord } from './words';

type Reasoned = 'unrank' | 'rescind' | 'fill-places';

/** Why each unit is in or out, ties to decide, and the leadership's decision beside the order. */
export function DecisionTab({ path, campaign, definition }: CampaignTab) {
  const words = useWords();
  const role = useRole();
  const { modal } = App.useApp();
  const refresh = useRefresh();
  const { state } = campaign.body;
  const isRanked = state !== 'open' && state !== 'planned';
  const selection = useSelection(path, isRanked);
  const [asking, setAsking] = useState<Reasoned>();
  const [isDeciding, setDeciding] = useState(false);
  const [tie, setTie] = useState<string[]>();
  const [open, setOpen] = useState<string>();
  const act = useMutation({
    mutationFn: ({ step, reason }: { step: Reasoned | 'rank'; reason?: string }) => (step === 'rank'
      ? write('POST /title-programmes/{programme}/campaigns/{campaign}/rank', { path, ifMatch: campaign.tag })
      : write(`POST /title-programmes/{programme}/campaigns/{campaign}/${step}`, { path, ifMatch: campaign.tag, body: { reason } })),
    onSettled: refresh,
  });
  const [canManage, canDecide] = [may.manageRounds(role), may.decideTitles(role)];
  const rank = () => modal.confirm({
    title: words.titlesDistrict.rankNow, content: words.titlesDistrict.rankConfirm, okText: words.common.confirm, cancelText: words.common.cancel, onOk: () => act.mutateAsync({ step: 'rank' }).catch(() => undefined),
  });
  const names: Record<Reasoned, string> = { unrank: words.titlesDistrict.unrank, rescind: words.titlesDistrict.rescind, 'fill-places': words.titlesDistrict.fill };
  if (!isRanked)
    return (
      <>
        <Refused error={act.error} />
        <Nothing title={words.titlesDistrict.notRanked} hint={words.titlesDistrict.notRankedHint} action={canManage && <Button type="primary" loading={act.isPending} onClick={rank}>{words.titlesDistrict.rankNow}</Button>} />
      </>
    );
  if (selection.error instanceof Problem && selection.error.status === 404) return <Nothing title={words.titlesDistrict.notPublic} hint={words.titlesDistrict.notPublicHint} />;
  return (
    <Loaded of={[selection]}>
      {() => (
        <>
          <Refused error={act.error} />
          <Space wrap style={{ marginBottom: 12 }}>
            {canDecide && state === 'ranked' && <Button type="primary" disabled={selection.data!.blockingTies.length > 0} onClick={() => setDeciding(true)}>{words.titlesDistrict.decide}</Button>}
            {canManage && state === 'ranked' && <Button onClick={() => setAsking('unrank')}>{words.titlesDistrict.unrank}</Button>}
            {canDecide && state === 'decided' && <Button title={words.titlesDistrict.fillHint} onClick={() => setAsking('fill-places')}>{words.titlesDistrict.fill}</Button>}
            {canDecide && state === 'decided' && <Button danger onClick={() => setAsking('rescind')}>{words.titlesDistrict.rescind}</Button>}
          </Space>
          <Ties selection={selection.data!} canResolve={canManage} onResolve={setTie} />
          {selection.data!.unfilledShares.length > 0 && <Alert type="info" showIcon style={{ marginBottom: 12 }} title={words.titlesDistrict.unfilled(selection.data!.unfilledShares.join('、'))} />}
          <Decision campaign={campaign.body} />
          <Report selection={selection.data!} onOpen={setOpen} />
          {campaign.body.trail && <Panel title={words.titlesDistrict.trail}><Trail entries={campaign.body.trail} states={words.titlesDistrict.campaignState} /></Panel>}
          {open && <ApplicationDrawer programme={path.programme} application={open} round={campaign.body.round} definition={definition} onClose={() => setOpen(undefined)} />}
          {tie && <CampaignTie path={path} campaign={campaign} rows={selection.data!.rows.filter((r) => tie.includes(r.application))} onClose={() => setTie(undefined)} />}
          {isDeciding && <DecisionDialog path={path} campaign={campaign} selection={selection.data!} onClose={() => setDeciding(false)} />}
          <ReasonDialog
            open={asking !== undefined} title={asking ? names[asking] : ''} label={asking ? words.titlesDistrict.whyStep(names[asking]) : ''} onCancel={() => setAsking(undefined)}
            onConfirm={(reason) => {
              act.mutate({ step: asking!, reason });
              setAsking(undefined);
            }}
          />
        </>
      )}
    </Loaded>
  );
}

/** Ties that decide who gets a place, each with the units in it. */
function Ties({ selection, canResolve, onResolve }: { selection: SelectionView; canResolve: boolean; onResolve: (tie: string[]) => void }) {
  const words = useWords();
  const nameOf = (code: string) => selection.rows.find((r) => r.application === code)?.unitName ?? code;
  return selection.blockingTies.map((tie) => (
    <Alert
      key={tie.join()} type="warning" showIcon style={{ marginBottom: 12 }} title={words.titlesDistrict.tie} description={tie.map(nameOf).join('、')}
      action={canResolve && <Button size="small" onClick={() => onResolve(tie)}>{words.titlesDistrict.tieButton}</Button>}
    />
  ));
}

function Decision({ campaign }: { campaign: CampaignTab['campaign']['body'] }) {
  const words = useWords();
  const { decision } = campaign;
  if (!decision) return null;
  return (
    <Panel title={words.titlesDistrict.recorded}>
      <p style={{ margin: 0 }}>{decision.meeting} · <span className="numeric">{day(decision.on)}</span> · {decision.minutes}</p>
      <p style={{ margin: 0 }}>{words.titlesDistrict.signedBy}：{decision.signatories.join('、')} · {words.titlesDistrict.recordedBy}：{decision.recordedBy}</p>
    </Panel>
  );
}

function Report({ selection, onOpen }: { selection: SelectionView; onOpen: (application: string) => void }) {
  const words = useWords();
  return (
    <Panel flush title={words.titlesDistrict.places(selection.places, selection.base)}>
      <Table<SelectionRow>
        rowKey="application" dataSource={selection.rows} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 860 }}
        columns={[
          { title: words.titlesDistrict.place, width: 60, className: 'numeric', render: (_, r) => r.rank ?? '—' },
          { title: words.titlesDistrict.unit, width: 150, render: (_, r) => <><Button type="link" style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }} onClick={() => onOpen(r.application)}>{r.unitName}</Button>{r.ties > 1 && <> <Tag>{words.results.tiedWith(r.ties)}</Tag></>}</> },
          { title: words.titlesDistrict.total, width: 70, className: 'numeric', render: (_, r) => points(r.total) },
          {
            title: words.titlesDistrict.byRules,
            render: (_, r) => <><Tag color={r.verdict === 'selected' ? 'success' : 'default'}>{words.titlesDistrict.verdict[r.verdict]}</Tag><div><small>{r.refusedFor ?? r.reason.text}</small></div></>,
          },
          {
            title: words.titlesDistrict.decision,
            render: (_, r) => (r.isChosen == null ? '—' : (
              <>
                <Tag color={r.isChosen ? 'success' : 'default'}>{r.isChosen ? words.titlesDistrict.chosen : words.titlesDistrict.notChosen}</Tag>
                {r.departureReason && <div><Tag color="warning">{words.titlesDistrict.departed}</Tag><small>{r.departureReason}</small></div>}
              </>
            )),
          },
          { title: words.titlesDistrict.state, width: 100, render: (_, r) => <Tag color={applicationColor[r.state]}>{words.titlesDistrict.applicationState[r.state]}</Tag> },
          { title: words.titlesDistrict.marks, width: 150, render: (_, r) => r.marks.map((m) => markWord(m, words)).join('、') },
        ]}
      />
    </Panel>
  );
}

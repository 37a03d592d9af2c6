import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { getTagged, write } from '../../api/client';
import type { RoundView } from '../../api/schema';
import { ImportDialog } from '../../shared/files';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole, useSession } from '../../shared/session';
import { day, until } from '../../shared/time';
import { useWords } from '../../shared/words';
import { AmendDialog } from './AmendDialog';
import { ReasonDialog } from './BoardPage';
import { PublishDialog } from './PublishDialog';
import { useRounds } from './queries';
import { RoundDialog } from './RoundDialog';

type Step = 'open' | 'close';

/** Rounds with what can be done in their state. */
export default function RoundsPage() {
  const words = useWords();
  const role = useRole();
  const school = useSession().user?.activePost?.scope.school;
  const rounds = useRounds();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<RoundView | 'new'>();
  const [publishing, setPublishing] = useState<RoundView>();
  const [amending, setAmending] = useState<RoundView>();
  const [importing, setImporting] = useState<RoundView>();
  const [reopening, setReopening] = useState<RoundView>();
  const canManage = may.manageRounds(role);
  const refresh = () => queries.invalidateQueries({ queryKey: ['rounds'] });
  const act = useMutation({
    mutationFn: async ({ round, step, reason }: { round: string; step: Step | 'reopen'; reason?: string }) => {
      const { tag } = await getTagged('GET /rounds/{round}', { path: { round } });
      return step === 'reopen'
        ? write('POST /rounds/{round}/reopen', { path: { round }, ifMatch: tag, body: { reason: reason! } })
        : write(`POST /rounds/{round}/${step}`, { path: { round }, ifMatch: tag });
    },
    onSuccess: async () => {
      message.success(words.rounds.created);
      await refresh();
    },
    onError: (error) => modal.error({ title: words.errors.failed, content: error.message }),
  });
  const confirm = (round: RoundView, step: Step) => modal.confirm({
    title: `${words.rounds[step]} · ${round.name}`, content: step === 'open' ? words.rounds.openConfirm : words.rounds.closeConfirm,
    onOk: () => act.mutateAsync({ round: round.code, step }).catch(() => undefined),
  });
  return (
    <Page title={words.rounds.title} tools={canManage && <Button type="primary" onClick={() => setEditing('new')}>{words.rounds.create}</Button>}>
      <Loaded of={[rounds]}>
        {() => rounds.data!.length === 0 ? <Nothing title={words.rounds.none} hint={words.rounds.noneHint} /> : (
          <Panel flush>
            <Table<RoundView>
              size="middle" rowKey="code" dataSource={rounds.data} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 760 }}
              columns={[
                { title: words.rounds.name, render: (_, r) => <>{r.name}<br /><small>{r.code}</small></> },
                { title: words.rounds.state, width: 100, render: (_, r) => <Tag color={{ planned: 'default', open: 'processing', closed: 'warning', published: 'success' }[r.state]}>{words.roundState[r.state]}</Tag> },
                { title: words.rounds.scheme, render: (_, r) => (r.version && role !== 'branchLead' ? <Link to={`/schemes/${r.scheme}/${r.version}`}>{r.scheme} v{r.version}</Link> : r.scheme) },
                { title: words.rounds.window, width: 200, className: 'numeric', render: (_, r) => `${day(r.window.from)} – ${day(r.window.to)}` },
                { title: words.rounds.dueAt, width: 150, className: 'numeric', render: (_, r) => until(r.effectiveDueAt) },
                {
                  title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 300,
                  render: (_, r) => (
                    <Space wrap size={[4, 4]}>
                      {r.state !== 'planned' && may.seeProgress(role) && <Link to={`/rounds/${r.code}/board`}><Button size="small">{words.nav.board}</Button></Link>}
                      {r.state !== 'planned' && may.seeDistrict(role) && <Link to={`/rounds/${r.code}/panels`}><Button size="small">{words.panels.button}</Button></Link>}
                      {r.state !== 'planned' && may.readVisits(role) && <Link to={`/rounds/${r.code}/visits`}><Button size="small">{words.visits.button}</Button></Link>}
                      {r.state !== 'planned' && may.review(role) && <Link to={`/rounds/${r.code}/review`}><Button size="small">{words.nav.review}</Button></Link>}
                      {r.state !== 'planned' && role !== 'branchLead' && (may.seeProgress(role) || r.state === 'published') && <Link to={`/rounds/${r.code}/ranking`}><Button size="small">{words.nav.results}</Button></Link>}
                      {r.state !== 'planned' && school && <Link to={`/rounds/${r.code}/schools/${school}/evaluation`}><Button size="small">{words.nav.myEvaluation}</Button></Link>}
                      {canManage && r.state === 'planned' && <Button size="small" onClick={() => setEditing(r)}>{words.organisation.edit}</Button>}
                      {canManage && r.state === 'planned' && <Button size="small" type="primary" onClick={() => confirm(r, 'open')}>{words.rounds.open}</Button>}
                      {canManage && r.state === 'open' && <Button size="small" onClick={() => setAmending(r)}>{words.amend.button}</Button>}
                      {canManage && r.state === 'open' && <Button size="small" onClick={() => setImporting(r)}>{words.files.facts}</Button>}
                      {canManage && r.state === 'open' && <Button size="small" onClick={() => confirm(r, 'close')}>{words.rounds.close}</Button>}
                      {canManage && r.state === 'closed' && <Button size="small" type="primary" onClick={() => setPublishing(r)}>{words.rounds.publish}</Button>}
                      {canManage && (r.state === 'closed' || r.state === 'published') && <Button size="small" danger onClick={() => setReopening(r)}>{words.rounds.reopen}</Button>}
                    </Space>
                  ),
                },
              ]}
            />
          </Panel>
        )}
      </Loaded>
      {editing && <RoundDialog round={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
      {amending && <AmendDialog round={amending} onClose={() => setAmending(undefined)} />}
      {importing && (
        <ImportDialog
          title={`${words.files.facts} · ${importing.name}`} address={`/rounds/${importing.code}/facts/import`} template={`/rounds/${importing.code}/facts/import/template.xlsx`}
          refresh={['completeness', 'statistics', 'ranking']} onClose={() => setImporting(undefined)}
        />
      )}
      {publishing && <PublishDialog round={publishing} onClose={() => setPublishing(undefined)} />}
      <ReasonDialog
        open={!!reopening} title={`${words.rounds.reopen} · ${reopening?.name ?? ''}`} label={words.rounds.reopenReason} onCancel={() => setReopening(undefined)}
        onConfirm={(reason) => {
          act.mutate({ round: reopening!.code, step: 'reopen', reason });
          setReopening(undefined);
        }}
      />
    </Page>
  );
}

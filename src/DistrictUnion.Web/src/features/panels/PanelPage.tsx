import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Progress, Space, Steps, Table, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { write, type Tagged } from '../../api/client';
import { Problem } from '../../api/problem';
import type { JudgeProgress, PanelProgress, PanelState, PanelView, SchoolProgress, SeatView } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { ReasonDialog } from '../rounds/BoardPage';
import { Conflict } from './Conflict';
import { PanelDialog } from './PanelDialog';
import { usePanel, useProgress } from './queries';
import { RemovalDialog } from './RemovalDialog';
import { Severity } from './Severity';

const states: PanelState[] = ['planned', 'assigned', 'scoring', 'closed'];

/** One panel from plan to result: who scores whom, how far everybody is, what is missing. */
export default function PanelPage() {
  const words = useWords();
  const role = useRole();
  const { round = '', panel: code = '' } = useParams();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [panel, progress] = [usePanel(round, code), useProgress(round, code)];
  const [open, setOpen] = useState<'edit' | 'close' | 'reopen' | JudgeProgress>();
  const act = useMutation({
    mutationFn: ({ step, reason }: { step: 'assign' | 'start' | 'reopen'; reason?: string }) => (step === 'reopen'
      ? write('POST /rounds/{round}/panels/{panel}/reopen', { path: { round, panel: code }, ifMatch: panel.data!.tag, body: { reason: reason! } })
      : write(`POST /rounds/{round}/panels/{panel}/${step}`, { path: { round, panel: code }, ifMatch: panel.data!.tag })),
    onSettled: () => Promise.all(['panel', 'panel-progress', 'panels'].map((key) => queries.invalidateQueries({ queryKey: [key, round] }))),
  });
  const state = panel.data?.body.state ?? 'planned';
  const vacant = progress.data?.vacant ?? 0;
  const canManage = may.manageRounds(role);
  const start = () => modal.confirm({ title: words.panels.start, content: words.panels.startConfirm, okText: words.common.confirm, cancelText: words.common.cancel, onOk: () => act.mutateAsync({ step: 'start' }).catch(() => undefined) });
  const tools = canManage && panel.data && (
    <>
      {state !== 'closed' && <Button onClick={() => setOpen('edit')}>{words.panels.edit}</Button>}
      {(state === 'planned' || state === 'assigned') && <Button type={state === 'planned' ? 'primary' : 'default'} loading={act.isPending} onClick={() => act.mutate({ step: 'assign' })}>{state === 'planned' ? words.panels.assign : words.panels.assignAgain}</Button>}
      {state === 'assigned' && <Button type="primary" onClick={start}>{words.panels.start}</Button>}
      {state === 'scoring' && vacant > 0 && <Button loading={act.isPending} onClick={() => act.mutate({ step: 'assign' })}>{words.panels.fill}</Button>}
      {state === 'scoring' && <Button type="primary" onClick={() => setOpen('close')}>{words.panels.finish}</Button>}
      {state === 'closed' && <Button danger onClick={() => setOpen('reopen')}>{words.panels.reopen}</Button>}
    </>
  );
  return (
    <Page title={panel.data?.body.name ?? words.panels.title} tools={tools}>
      <Loaded of={[panel, progress]}>
        {() => (
          <>
            <Panel>
              <Steps size="small" responsive current={states.indexOf(state)} items={states.map((s) => ({ title: words.panels.state[s] }))} />
              <p style={{ marginBottom: 0 }}>{words.panels[`${state}Hint`]}</p>
              {panel.data!.body.closedWithout && <p style={{ marginBottom: 0 }}><b>{words.panels.without}：</b>{panel.data!.body.closedWithout}</p>}
              {panel.data!.body.reopenedFor && <p style={{ marginBottom: 0 }}><b>{words.panels.reopenReason}：</b>{panel.data!.body.reopenedFor}</p>}
            </Panel>
            <Conflict error={act.error} />
            {state === 'scoring' && <Shortfall panel={panel.data!.body} progress={progress.data!} />}
            {state === 'closed' && <Severity round={round} panel={code} />}
            <Judges panel={panel.data!.body} progress={progress.data!} onRemove={canManage && state === 'scoring' ? setOpen : undefined} />
            <Schools progress={progress.data!} />
            <Ended progress={progress.data!} />
          </>
        )}
      </Loaded>
      {open === 'edit' && <PanelDialog round={round} panel={panel.data} onClose={() => setOpen(undefined)} />}
      {open === 'close' && <CloseDialog round={round} panel={panel.data!} progress={progress.data!} onClose={() => setOpen(undefined)} />}
      {typeof open === 'object' && <RemovalDialog round={round} panel={panel.data!} progress={progress.data!} judge={open} onClose={() => setOpen(undefined)} />}
      <ReasonDialog
        open={open === 'reopen'} title={words.panels.reopen} label={words.panels.reopenReason} onCancel={() => setOpen(undefined)}
        onConfirm={(reason) => {
          act.mutate({ step: 'reopen', reason });
          setOpen(undefined);
        }}
      />
    </Page>
  );
}

/** Says before the panel is closed which schools would stay without a result. */
function Shortfall({ panel, progress }: { panel: PanelView; progress: PanelProgress }) {
  const words = useWords();
  const below = progress.schools.filter((s) => s.belowMinimum).length;
  return below === 0 ? null : <Alert type="info" showIcon title={words.panels.belowCount(below, panel.minimum)} style={{ marginBottom: 16 }} />;
}

function Judges({ panel, progress, onRemove }: { panel: PanelView; progress: PanelProgress; onRemove?: (judge: JudgeProgress) => void }) {
  const words = useWords();
  return (
    <Panel title={words.panels.judges} flush>
      <Table<JudgeProgress>
        size="small" rowKey="userName" dataSource={progress.judges} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 460 }}
        columns={[
          { title: words.panels.judge, dataIndex: 'displayName' },
          { title: words.panels.load, align: 'right', width: 90, render: (_, j) => (panel.mostPerJudge ? `${j.seats} / ${panel.mostPerJudge}` : j.seats) },
          { title: words.panels.scored, align: 'right', width: 120, dataIndex: 'scored' },
          { title: words.panels.handedIn, width: 200, render: (_, j) => (j.seats === 0 ? '—' : <Progress size="small" percent={Math.floor((100 * j.handedIn) / j.seats)} format={() => `${j.handedIn} / ${j.seats}`} aria-label={`${j.displayName} ${words.panels.handedIn}`} />) },
          ...(onRemove ? [{ title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 90, render: (_: unknown, j: JudgeProgress) => <Button size="small" danger onClick={() => onRemove(j)} aria-label={`${words.panels.remove} ${j.displayName}`}>{words.panels.remove}</Button> }] : []),
        ]}
      />
    </Panel>
  );
}

function Schools({ progress }: { progress: PanelProgress }) {
  const words = useWords();
  const names = new Map(progress.judges.map((j) => [j.userName, j.displayName]));
  const counted = (school: string) => progress.seats.filter((s) => s.school === school && s.state !== 'excluded');
  return (
    <Panel title={words.panels.bySchool} flush>
      <Table<SchoolProgress>
        size="small" rowKey="school" dataSource={progress.schools} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 520 }}
        columns={[
          { title: words.panels.school, dataIndex: 'name' },
          { title: words.panels.judges, render: (_, s) => <Space wrap size={[4, 4]}>{counted(s.school).map((seat) => <Tag key={seat.judge} color={seat.state === 'handedIn' || seat.state === 'kept' ? 'success' : 'default'}>{names.get(seat.judge)} {seat.score != null && points(seat.score)}</Tag>)}</Space> },
          { title: words.panels.given, width: 220, render: (_, s) => <Space wrap size={[4, 4]}><span className="numeric">{s.given} / {s.expected}</span>{s.vacant > 0 && counted(s.school).length > 0 && <Tag color="error">{words.panels.vacant(s.vacant)}</Tag>}</Space> },
        ]}
      />
    </Panel>
  );
}

function Ended({ progress }: { progress: PanelProgress }) {
  const words = useWords();
  const ended = progress.seats.filter((s) => s.ending);
  if (ended.length === 0) return null;
  const people = new Map(progress.judges.map((j) => [j.userName, j.displayName]));
  const schools = new Map(progress.schools.map((s) => [s.school, s.name]));
  return (
    <Panel title={words.panels.record} flush>
      <Table<SeatView>
        size="small" rowKey={(s) => `${s.school} ${s.judge}`} dataSource={ended} pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: 640 }}
        columns={[
          { title: words.panels.judge, render: (_, s) => people.get(s.judge) },
          { title: words.panels.school, render: (_, s) => schools.get(s.school) },
          { title: words.panels.kind, render: (_, s) => <>{words.panels.ending[s.ending!]}：{s.reason}</> },
          { title: words.panels.score, render: (_, s) => <>{words.panels.seat[s.state]} {s.score != null && points(s.score)}</> },
          { title: words.panels.at, render: (_, s) => <>{moment(s.at!)} {s.by}</> },
        ]}
      />
    </Panel>
  );
}

/** Closes the panel; what is missing is said first, and needs a reason. */
function CloseDialog({ round, panel, progress, onClose }: { round: string; panel: Tagged<PanelView>; progress: PanelProgress; onClose: () => void }) {
  const words = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const missing = progress.expected - progress.given;
  const close = useMutation({
    mutationFn: () => write('POST /rounds/{round}/panels/{panel}/close', { path: { round, panel: panel.body.code }, ifMatch: panel.tag, body: { reason: reason.trim() || null } }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
    onError: () => queries.invalidateQueries({ queryKey: ['panel-progress', round] }),
  });
  const said = close.error instanceof Problem ? close.error.fields['reason'] : undefined;
  return (
    <Modal open title={words.panels.finish} onCancel={onClose} okText={words.panels.finish} cancelText={words.common.cancel} confirmLoading={close.isPending} okButtonProps={{ disabled: missing > 0 && reason.trim() === '' }} onOk={() => close.mutate()}>
      {close.error && !said && <Alert type="error" showIcon title={close.error.message} style={{ marginBottom: 12 }} />}
      <p>{missing > 0 ? words.panels.missing(missing, progress.vacant) : words.panels.complete}</p>
      <Shortfall panel={panel.body} progress={progress} />
      {(missing > 0 || said) && (
        <>
          <label htmlFor="panel-reason">{words.panels.closeReason}</label>
          <Input.TextArea id="panel-reason" rows={2} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} status={said && 'error'} />
          {said && <div className="said" role="alert">{said.join('；')}</div>}
        </>
      )}
    </Modal>
  );
}

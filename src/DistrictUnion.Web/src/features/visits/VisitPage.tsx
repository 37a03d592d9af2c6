import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Collapse, Input, InputNumber, Space, Tag, Timeline } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { write, type Tagged } from '../../api/client';
import type { VisitAnswerView, VisitLeaf, VisitView } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Page, Panel } from '../../shared/Page';
import { SaveBadge } from '../../shared/SaveBadge';
import { may, useRole, useSession } from '../../shared/session';
import { day, moment } from '../../shared/time';
import { useAutosave } from '../../shared/useAutosave';
import { useWords } from '../../shared/words';
import { Signatures } from '../papers/Signatures';
import { ReasonDialog } from '../rounds/BoardPage';
import { changesOf, draftOf, mergedOf, withField, type VisitDraft } from './merge';
import { Photos } from './Photos';
import { PlanDialog } from './PlanDialog';
import { getVisit, stateColor, useVisit, type VisitPath } from './queries';
import { usePhotos } from './usePhotos';
import { VisitConflict } from './VisitConflict';

/** An on-site inspection: written on a phone, with or without network, then confirmed by both sides. */
export default function VisitPage() {
  const { round = '', school = '', visit = '' } = useParams();
  const { user } = useSession();
  const path = { round, school, visit };
  const found = useVisit(path, user);
  return <Loaded of={[found]}>{() => <VisitForm key={`${visit}/${found.data!.body.canWrite}`} path={path} stored={found.data!} isKept={found.data!.isKept} onChanged={() => void found.refetch()} />}</Loaded>;
}

type Asked = 'return' | 'cancel' | 'adopt';

function VisitForm({ path, stored, isKept, onChanged }: { path: VisitPath; stored: Tagged<VisitView>; isKept: boolean; onChanged: () => void }) {
  const words = useWords();
  const role = useRole();
  const { user } = useSession();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const [planning, setPlanning] = useState<Tagged<VisitView>>();
  const view = stored.body;
  const canWrite = view.canWrite;
  const draft = useAutosave<VisitDraft>({
    initial: draftOf(view),
    tag: stored.tag,
    keepAs: canWrite ? `visit/${user?.userName}/${path.visit}` : undefined,
    save: async (value, tag, base) => (await write('PATCH /rounds/{round}/schools/{school}/visits/{visit}', { path, ifMatch: tag, body: { changes: changesOf(base, value) } })).tag,
    latest: async () => {
      const { body, tag } = await getVisit(path);
      return { value: draftOf(body), tag };
    },
    merge: mergedOf,
  });
  const photos = usePhotos(path, `${user?.userName}/${path.visit}`, onChanged);
  const isOnline = useOnline();
  const waiting = changesOf(draft.base, draft.value).length + photos.queued.length;
  const step = useMutation({
    mutationFn: async ({ name, reason }: { name: 'complete' | 'confirm' | Asked; reason?: string }) => {
      if (canWrite && (!(await draft.flush()) || photos.queued.length > 0)) throw new Error(words.visits.waiting(Math.max(1, waiting)));
      const { tag } = await getVisit(path);
      return name === 'adopt'
        ? write('POST /rounds/{round}/schools/{school}/visits/{visit}/adopt', { path, ifMatch: tag, body: { reason: reason ?? null } })
        : write(`POST /rounds/{round}/schools/{school}/visits/{visit}/${name}`, { path, ifMatch: tag, body: reason ? { reason } : undefined });
    },
    onSuccess: () => {
      message.success(words.visits.done);
      void queries.invalidateQueries({ queryKey: ['visits', path.round] });
      onChanged();
    },
    onError: (error) => modal.error({ title: words.errors.failed, content: error.message }),
  });
  const sure = (name: 'complete' | 'confirm' | 'adopt', hint: string) => modal.confirm({ title: words.visits[name], content: hint, okText: words.common.confirm, cancelText: words.common.cancel, onOk: () => step.mutateAsync({ name }).catch(() => undefined) });
  // What was typed goes first, and the dialog begins with the version that holds it.
  const replan = async () => {
    if (await draft.flush()) setPlanning(await getVisit(path));
    else message.error(words.visits.waiting(Math.max(1, waiting)));
  };
  const sections = useMemo(() => [...new Set(view.checklist.map((l) => l.section))], [view.checklist]);
  const leafName = (code: string) => view.checklist.find((l) => l.code === code)?.name ?? code;
  const nameOf = (field: string) => {
    const [part, code] = field.split('.') as [string, string | undefined];
    const label = { findings: words.visits.finding, scores: words.visits.score, checked: words.visits.checked, note: words.visits.note, arrivedAt: words.visits.arrivedAt, leftAt: words.visits.leftAt }[part] ?? part;
    return code ? `${code} ${leafName(code)} · ${label}` : label;
  };
  const set = (field: string, value: unknown) => draft.change((c) => withField(c, field, value, new Date().toISOString()));
  const canAdopt = may.review(role) && !view.adopted && (view.state === 'confirmed' || view.state === 'inspected');
  const answers = may.answerVisits(role) && view.state === 'inspected';
  return (
    <Page
      title={`${view.schoolName} · ${words.visits.title}`}
      tools={(
        <>
          <Tag color={stateColor[view.state]}>{words.visits.state[view.state]}</Tag>
          {canWrite && <SaveBadge state={draft.state} />}
          {canWrite && may.review(role) && <Button onClick={() => void replan()}>{words.visits.replan}</Button>}
          {!canWrite && <Button onClick={() => print()}>{words.common.print}</Button>}
        </>
      )}
    >
      <div className="print-sheet">
        <p>{view.roundName} · {words.visits.on} {day(view.plannedOn)} · {words.visits.inspectors} {view.inspectors.map((i) => i.name).join('、')}</p>
        {canWrite && (
          <div role="status" className="no-print" style={{ marginBottom: 12 }}>
            <Tag color={isOnline && waiting === 0 ? 'success' : 'warning'}>{isOnline ? (waiting > 0 ? words.visits.waiting(waiting) : words.visits.saved) : words.visits.offline(waiting)}</Tag>
            {isKept && <Tag color="success">{words.visits.ready}</Tag>}
          </div>
        )}
        {photos.problem && <Alert type="error" showIcon title={photos.problem} style={{ marginBottom: 12 }} />}
        {draft.state === 'refused' && <Alert type="error" showIcon title={draft.problem?.message} description={Object.values(draft.problem?.fields ?? {}).flat().join('；')} style={{ marginBottom: 12 }} />}
        {view.state === 'disputed' && <Alert type="error" showIcon title={`${words.visits.step.return}：${view.trail.findLast((e) => e.step === 'return')?.reason ?? ''}`} style={{ marginBottom: 12 }} />}
        {view.adopted && <Alert type="success" showIcon title={words.visits.adopted} style={{ marginBottom: 12 }} />}
        <Collapse
          defaultActiveKey={canWrite ? sections.slice(0, 1) : sections} style={{ marginBottom: 16 }}
          items={sections.map((section) => ({
            key: section,
            label: <b>{section}（{view.checklist.filter((l) => l.section === section && draft.value.values[`checked.${l.code}`] === true).length} / {view.checklist.filter((l) => l.section === section).length}）</b>,
            children: view.checklist.filter((l) => l.section === section).map((leaf) => (
              <Leaf key={leaf.code} leaf={leaf} values={draft.value.values} answers={view.answers} disabled={!canWrite} set={set}>
                <Photos path={path} node={leaf.code} name={`${leaf.code} ${leaf.name}`} photos={view.photos} queue={photos} canWrite={canWrite} onChanged={onChanged} />
              </Leaf>
            )),
          }))}
        />
        <Panel title={words.visits.whole}>
          <div style={{ display: 'grid', gap: 12 }}>
            {(['arrivedAt', 'leftAt'] as const).map((field) => (
              canWrite
                ? <label key={field}>{words.visits[field]}<Input type="time" size="large" value={(draft.value.values[field] as string) ?? ''} onChange={(e) => set(field, e.target.value)} /></label>
                : <div key={field}>{words.visits[field]}：{(draft.value.values[field] as string) ?? words.common.none}</div>
            ))}
            {!canWrite && <div style={{ whiteSpace: 'pre-wrap' }}>{words.visits.note}：{(draft.value.values.note as string) ?? words.common.none}</div>}
            {canWrite && <label>{words.visits.note}<Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} value={(draft.value.values.note as string) ?? ''} onChange={(e) => set('note', e.target.value)} /></label>}
            <Photos path={path} name={words.visits.whole} photos={view.photos} queue={photos} canWrite={canWrite} onChanged={onChanged} />
          </div>
        </Panel>
        <Panel title={words.visits.trail}>
          <Timeline items={view.trail.map((e) => ({ content: <>{words.visits.step[e.step]} · {e.name} · {moment(e.at)}{e.reason && <div>{e.reason}</div>}</> }))} />
        </Panel>
        <div className="print-only"><Signatures places={[words.visits.inspectorSign, words.visits.chairSign]} /></div>
      </div>
      {(canWrite || answers || canAdopt) && (
        <div className="sticky-bar">
          <Space wrap>
            {canWrite && <Button size="large" danger onClick={() => setAsked('cancel')}>{words.visits.cancel}</Button>}
            {answers && <Button size="large" danger onClick={() => setAsked('return')}>{words.visits.dispute}</Button>}
          </Space>
          <Space wrap>
            {canWrite && <Button size="large" type="primary" loading={step.isPending} onClick={() => sure('complete', words.visits.completeHint)}>{words.visits.complete}</Button>}
            {answers && <Button size="large" type="primary" loading={step.isPending} onClick={() => sure('confirm', words.visits.confirmHint)}>{words.visits.confirm}</Button>}
            {canAdopt && <Button size="large" type="primary" loading={step.isPending} onClick={() => (view.state === 'confirmed' ? sure('adopt', words.visits.adoptHint) : setAsked('adopt'))}>{words.visits.adopt}</Button>}
          </Space>
        </div>
      )}
      <ReasonDialog
        open={!!asked} title={asked ? { return: words.visits.dispute, cancel: words.visits.cancel, adopt: words.visits.adopt }[asked] : ''}
        label={asked ? { return: words.visits.disputeReason, cancel: words.visits.cancelReason, adopt: words.visits.adoptReason }[asked] : ''} onCancel={() => setAsked(undefined)}
        onConfirm={(reason) => {
          step.mutate({ name: asked!, reason });
          setAsked(undefined);
        }}
      />
      {planning && <PlanDialog round={path.round} visit={planning} onClose={() => { setPlanning(undefined); onChanged(); }} />}
      {draft.state === 'conflict' && isOnline && <VisitConflict path={path} base={draft.base} mine={draft.value} nameOf={nameOf} onResolve={draft.resolve} />}
    </Page>
  );
}

/** One leaf: its rule, what the school handed in, and what the inspectors write or wrote. */
function Leaf({ leaf, values, answers, disabled, set, children }: {
  leaf: VisitLeaf;
  values: Record<string, unknown>;
  /** What is stored, with who wrote it and when. */
  answers: VisitAnswerView[];
  disabled: boolean;
  set: (field: string, value: unknown) => void;
  children: ReactNode;
}) {
  const words = useWords();
  const { code, name, max } = leaf;
  const score = values[`scores.${code}`] as number | undefined;
  const finding = answers.find((a) => a.path === `findings.${code}`);
  return (
    <section className="leaf" aria-label={`${code} ${name}`}>
      <Checkbox disabled={disabled} checked={values[`checked.${code}`] === true} onChange={(e) => set(`checked.${code}`, e.target.checked || null)} style={{ minHeight: 32 }}><strong>{code} {name}</strong> <span className="visually-hidden">{words.visits.checked}</span></Checkbox>
      <div style={{ fontSize: 13, opacity: 0.86 }}>{leaf.rule}</div>
      <div style={{ fontSize: 13, marginBottom: 8 }}>
        {leaf.claim !== null && leaf.claim !== undefined && <>{words.visits.claim} {points(leaf.claim)} · </>}{words.visits.evidence(leaf.evidence)}
        {leaf.comment && <div>{words.visits.comment}：{leaf.comment}</div>}
      </div>
      <div style={{ display: 'grid', gap: 8 }}>
        {disabled ? (
          <>
            {score !== undefined && <div>{words.visits.score}：<b className="numeric">{points(score)} / {points(max)}</b></div>}
            {finding && <div style={{ whiteSpace: 'pre-wrap' }}>{words.visits.finding}：{finding.value as string}<br /><small>{finding.actor} · {finding.recordedAt && <>{words.visits.recordedAt} {moment(finding.recordedAt)} · </>}{words.visits.received} {moment(finding.at)}</small></div>}
          </>
        ) : (
          <>
            <label>{words.visits.score}（0–{points(max)}）<InputNumber size="large" style={{ width: '100%' }} min={0} max={max} step={0.5} inputMode="decimal" value={values[`scores.${code}`] as number | undefined} onChange={(v) => set(`scores.${code}`, v)} /></label>
            <label>{words.visits.finding}<Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} value={(values[`findings.${code}`] as string) ?? ''} onChange={(e) => set(`findings.${code}`, e.target.value)} /></label>
          </>
        )}
        {children}
      </div>
    </section>
  );
}

function useOnline() {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return isOnline;
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Input, InputNumber, Result, Select, Space, Tag } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { getTagged, write, serverNow, type Tagged } from '../../api/client';
import { Problem } from '../../api/problem';
import type { ReportContent, ReportView, RoundView } from '../../api/schema';
import { FactInput } from '../../shared/FactInput';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { SaveBadge } from '../../shared/SaveBadge';
import { useRole } from '../../shared/session';
import { deadline } from '../../shared/time';
import { useAutosave } from '../../shared/useAutosave';
import { useWords } from '../../shared/words';
import type { FactDefinition, SchemeDefinition } from '../schemes/definition';
import { useRoundScheme } from '../schemes/queries';

/** A branch's report: the few figures that the scheme asks of branches, on a phone. */
export default function ReportPage() {
  const { round = '', school = '', branch = '' } = useParams();
  const words = useWords();
  const navigate = useNavigate();
  const [isDone, setDone] = useState(false);
  const scheme = useRoundScheme(round);
  const report = useQuery({
    queryKey: ['report', round, school, branch], gcTime: 0, staleTime: 0,
    queryFn: async ({ signal }): Promise<Tagged<ReportView> | null> => {
      try {
        return await getTagged('GET /rounds/{round}/schools/{school}/branches/{branch}/report', { path: { round, school, branch }, signal });
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });
  if (isDone) {
    return <Result status="success" title={<h1 style={{ fontSize: 22, margin: 0 }}>{words.report.submitDone}</h1>} extra={<Button type="primary" onClick={() => navigate('/')}>{words.errors.home}</Button>} />;
  }

  return (
    <Loaded of={[scheme, report]}>
      {() => <ReportForm key={report.data?.body.state} round={scheme.data!.round} deadlines={scheme.data!} path={{ round, school, branch }} definition={scheme.data!.definition} stored={report.data ?? null} onChanged={() => void report.refetch()} onSubmitted={() => setDone(true)} />}
    </Loaded>
  );
}

function ReportForm({ round, deadlines, path, definition, stored, onChanged, onSubmitted }: {
  round: RoundView;
  deadlines: { dueAt: string; locksAt?: string | null };
  path: { round: string; school: string; branch: string };
  definition: SchemeDefinition;
  stored: Tagged<ReportView> | null;
  onChanged: () => void;
  onSubmitted: () => void;
}) {
  const words = useWords();
  const role = useRole();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const view = stored?.body;
  const facts = useMemo(() => definition.facts.filter((f) => f.level === 'branch'), [definition]);
  const summed = facts.filter((f) => f.rollup === 'sum' && f.counts !== 'people' && (f.type === 'integer' || f.type === 'decimal'));
  const due = deadline(serverNow(), deadlines.dueAt, deadlines.locksAt, words, definition.late);
  const isDraft = !view || view.state === 'draft' || view.state === 'returned';
  const ofSchool = role === 'schoolChair' || role === 'schoolClerk' || role === 'branchLead';
  const canWrite = round.state === 'open' && isDraft && ofSchool && due.state !== 'locked';
  const draft = useAutosave<ReportContent>({
    initial: { facts: view?.facts ?? {}, events: view?.events ?? [], notes: view?.notes ?? {} },
    tag: stored?.tag ?? '',
    save: async (value, tag) => (await write('PUT /rounds/{round}/schools/{school}/branches/{branch}/report', { path, ifMatch: tag || undefined, onlyNew: !tag, body: { ...value, events: value.events?.filter((e) => e.code && e.date) } })).tag,
  });
  const step = useMutation({
    mutationFn: async (name: 'submit' | 'accept') => {
      if (name === 'submit' && !(await draft.flush())) throw draft.problem ?? new Error(words.evaluation.unsaved);
      const { tag } = await getTagged('GET /rounds/{round}/schools/{school}/branches/{branch}/report', { path });
      return write(`POST /rounds/{round}/schools/{school}/branches/{branch}/report/${name}`, { path, ifMatch: tag });
    },
    onSuccess: (_, name) => {
      void queries.invalidateQueries({ queryKey: ['work'] });
      void queries.invalidateQueries({ queryKey: ['reports', path.round, path.school] });
      if (name === 'submit') {
        onSubmitted();
      } else {
        message.success(words.report.accepted);
        onChanged();
      }
    },
    onError: (error) => {
      const fields = error instanceof Problem ? Object.values(error.fields).flat() : [];
      modal.error({ title: error.message, content: fields.length > 0 && <ul>{fields.map((f) => <li key={f}>{f}</li>)}</ul> });
    },
  });
  const errors = draft.problem?.fields ?? {};
  const events = draft.value.events ?? [];
  const setEvent = (i: number, next: Partial<(typeof events)[number]>) => draft.change((c) => ({ ...c, events: (c.events ?? []).map((e, j) => (j === i ? { ...e, ...next } : e)) }));
  return (
    <Page
      title={`${round.name} · ${words.report.title}`}
      tools={<><Tag color={view?.state === 'returned' ? 'error' : isDraft ? 'default' : 'success'}>{words.reportState[view?.state ?? 'none']}</Tag>{canWrite && <SaveBadge state={draft.state} />}</>}
    >
      <Space orientation="vertical" size={10} style={{ width: '100%', marginBottom: 12 }}>
        {round.state === 'open' && isDraft && <Alert type={due.state === 'onTime' ? 'info' : due.state === 'late' ? 'warning' : 'error'} showIcon title={due.text} description={due.left} />}
        {view?.returnReason && <Alert type="error" showIcon title={`${words.report.returned}：${view.returnReason}`} />}
        {(draft.state === 'refused' || draft.state === 'conflict') && (
          <Alert
            type="error" showIcon title={draft.problem?.message} description={Object.values(errors).flat().join('；') || (draft.state === 'conflict' ? words.errors.staleHint : undefined)}
            action={draft.state === 'conflict' && <Button size="small" onClick={onChanged}>{words.errors.reload}</Button>}
          />
        )}
      </Space>
      {facts.length === 0 ? <Nothing title={words.report.noFacts} /> : (
        <Panel>
          <div className="leaf-fields" style={{ marginTop: 0 }}>
            {facts.map((f) => <FactField key={f.code} fact={f} content={draft.value} disabled={!canWrite} errors={errors} onChange={draft.change} />)}
          </div>
        </Panel>
      )}
      {summed.length > 0 && (canWrite || events.length > 0) && (
        <Panel title={words.report.events}>
          <Space orientation="vertical" style={{ width: '100%' }}>
            {events.map((e, i) => (
              <div key={i} className="leaf-fields" style={{ marginTop: 0 }}>
                <label>{words.report.event}<Input disabled={!canWrite} value={e.code} onChange={(v) => setEvent(i, { code: v.target.value })} /></label>
                <label>{words.report.fact}<Select disabled={!canWrite} aria-label={words.report.fact} value={e.fact} onChange={(fact) => setEvent(i, { fact })} options={summed.map((f) => ({ value: f.code, label: f.name }))} style={{ width: '100%' }} /></label>
                <label>{words.report.date}<DatePicker disabled={!canWrite} value={e.date ? dayjs(e.date) : null} onChange={(d) => setEvent(i, { date: d ? (d as dayjs.Dayjs).format('YYYY-MM-DD') : '' })} style={{ width: '100%' }} /></label>
                <label>{words.report.value}<InputNumber disabled={!canWrite} min={0} value={e.value} onChange={(v) => setEvent(i, { value: v ?? 0 })} style={{ width: '100%' }} /></label>
                {canWrite && <div style={{ alignSelf: 'end' }}><Button onClick={() => draft.change((c) => ({ ...c, events: (c.events ?? []).filter((_, j) => j !== i) }))}>{words.report.remove}</Button></div>}
              </div>
            ))}
            {canWrite && <Button onClick={() => draft.change((c) => ({ ...c, events: [...(c.events ?? []), { code: '', fact: summed[0]!.code, date: dayjs().format('YYYY-MM-DD'), value: 1 }] }))}>+ {words.report.addEvent}</Button>}
          </Space>
        </Panel>
      )}
      {canWrite && role !== 'schoolClerk' && (
        <div className="sticky-bar">
          <span>{due.left}</span>
          <Button type="primary" size="large" loading={step.isPending} onClick={() => step.mutate('submit')}>{words.report.submit}</Button>
        </div>
      )}
      {role === 'schoolChair' && view?.state === 'submitted' && round.state === 'open' && (
        <div className="sticky-bar"><span /><Button type="primary" loading={step.isPending} onClick={() => step.mutate('accept')}>{words.report.accept}</Button></div>
      )}
    </Page>
  );
}

function FactField({ fact, content, disabled, errors, onChange }: {
  fact: FactDefinition;
  content: ReportContent;
  disabled: boolean;
  errors: Record<string, string[]>;
  onChange: (next: (c: ReportContent) => ReportContent) => void;
}) {
  const words = useWords();
  const wrong = [...(errors[`facts.${fact.code}`] ?? []), ...(errors[`notes.${fact.code}`] ?? [])];
  return (
    <div>
      <label htmlFor={`fact-${fact.code}`}>{fact.name}</label>
      <FactInput
        id={`fact-${fact.code}`} fact={fact} value={content.facts?.[fact.code]} disabled={disabled}
        onChange={(value) => onChange((c) => {
          const next = { ...c.facts };
          if (value === undefined || value === null) delete next[fact.code];
          else next[fact.code] = value;
          return { ...c, facts: next };
        })}
      />
      {fact.counts === 'times' && (!disabled || content.notes?.[fact.code]) && (
        <Input
          aria-label={`${fact.name} ${words.evaluation.note}`} placeholder={words.evaluation.note} size="small" style={{ marginTop: 6 }} disabled={disabled} value={content.notes?.[fact.code] ?? ''}
          onChange={(e) => onChange((c) => {
            const next = { ...c.notes };
            if (e.target.value === '') delete next[fact.code];
            else next[fact.code] = e.target.value;
            return { ...c, notes: next };
          })}
        />
      )}
      {wrong.length > 0 && <div role="alert" style={{ color: 'var(--ant-color-error, #b3261e)', fontSize: 13 }}>{wrong.join('；')}</div>}
    </div>
  );
}

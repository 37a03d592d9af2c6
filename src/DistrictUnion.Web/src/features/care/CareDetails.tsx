import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions, Popconfirm, Space, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { write } from '../../api/client';
import type { CareRecordView } from '../../api/schema';
import { StateTag } from '../obligations/states';
import { Loaded } from '../../shared/Page';
import { day, moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { CareDialog } from './CareDialog';
import { CompleteForm, ScheduleForm, WaiveForm } from './CareSteps';
import { careKey, stateColour, useCareRecord, useCareRefresh } from './queries';

/** One record in full, what was done with it and what may be done next. */
export function CareDetails({ code }: { code: string }) {
  const found = useCareRecord(code);
  return <Loaded of={[found]}>{() => <Details key={found.data!.tag} view={found.data!.body} tag={found.data!.tag} />}</Loaded>;
}

type Form = 'change' | 'schedule' | 'complete' | 'waive';

function Details({ view, tag }: { view: CareRecordView; tag: string }) {
  const words = useWords();
  const [form, setForm] = useState<Form>();
  const { record: r, obligation: o } = view;
  const may = (step: string) => r.allowed.includes(step);
  const rows = [
    { key: 'kind', label: words.care.kind, children: words.care.kindName[r.kind] },
    { key: 'code', label: words.care.code, children: <span className="numeric">{r.code}</span> },
    { key: 'category', label: words.care.reasonOf[r.kind], children: words.care.category[r.category] },
    { key: 'day', label: words.care.dayOf[r.kind], children: day(r.eventOn) },
    ...(view.circumstances ? [{ key: 'circumstances', label: words.care.circumstances, children: view.circumstances }] : []),
    ...(view.amount != null ? [{ key: 'amount', label: words.care.amount[r.kind], children: view.amount }] : []),
    ...(o ? [{ key: 'due', label: words.care.due, children: <>{o.dueOn ? day(o.dueOn) : words.obligations.noDueDay} <StateTag state={o.state} /> <Link to="/obligations">{words.care.toObligations}</Link></> }] : []),
    ...(r.scheduledOn ? [{ key: 'scheduled', label: words.care.scheduledOn, children: day(r.scheduledOn) }] : []),
    ...(view.visitors ? [{ key: 'visitors', label: words.care.visitors, children: view.visitors }] : []),
    ...(r.doneOn ? [{ key: 'done', label: words.care.doneDay[r.kind], children: day(r.doneOn) }] : []),
    ...(view.outcome ? [{ key: 'outcome', label: words.care.outcome, children: view.outcome }] : []),
    ...(view.reason ? [{ key: 'reason', label: words.care.waivedFor, children: view.reason }] : []),
  ];
  return (
    <>
      <h3 style={{ marginTop: 0 }}>{view.person ?? (r.isErased ? words.care.erased : words.care.unreadable)} <Tag color={stateColour[r.state]}>{words.care.stateOf(r.kind, r.state)}</Tag></h3>
      {view.problem && <Alert type="warning" showIcon title={view.problem} style={{ marginBottom: 12 }} />}
      {r.isErased && <Alert type="info" showIcon title={words.care.erasedHint} style={{ marginBottom: 12 }} />}
      <Descriptions size="small" column={1} bordered styles={{ label: { width: 104 } }} items={rows} />
      <Space wrap style={{ marginTop: 16 }}>
        {may('complete') && <Button type="primary" onClick={() => setForm('complete')}>{words.care.complete[r.kind]}</Button>}
        {may('schedule') && <Button onClick={() => setForm('schedule')}>{r.scheduledOn ? words.care.reschedule : words.care.schedule}</Button>}
        {may('change') && <Button onClick={() => setForm('change')}>{words.care.change}</Button>}
        {may('waive') && <Button onClick={() => setForm('waive')}>{words.care.waive}</Button>}
        {(['unschedule', 'reopen', 'unwaive'] as const).filter(may).map((step) => <TakeBack key={step} code={r.code} tag={tag} step={step} />)}
        {may('erase') && <Erase code={r.code} tag={tag} />}
      </Space>
      {form === 'schedule' && <ScheduleForm view={view} tag={tag} onClose={() => setForm(undefined)} />}
      {form === 'complete' && <CompleteForm view={view} tag={tag} onClose={() => setForm(undefined)} />}
      {form === 'waive' && <WaiveForm view={view} tag={tag} onClose={() => setForm(undefined)} />}
      {form === 'change' && <CareDialog existing={{ record: view, tag }} onClose={() => setForm(undefined)} />}
      <h4>{words.care.history}</h4>
      <Timeline items={view.steps.map((s) => ({ content: <><b>{words.care.action[s.action]}</b> {moment(s.at)} {s.actorName ?? words.care.system}</> }))} />
    </>
  );
}

function TakeBack({ code, tag, step }: { code: string; tag: string; step: 'unschedule' | 'reopen' | 'unwaive' }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useCareRefresh();
  const act = useMutation({
    mutationFn: () => write(`POST /care-records/{careRecord}/${step}`, { path: { careRecord: code }, ifMatch: tag }),
    onSuccess: refresh,
    onError: (error) => message.error(error.message),
  });
  return <Button loading={act.isPending} onClick={() => act.mutate()}>{words.care.takeBack[step]}</Button>;
}

function Erase({ code, tag }: { code: string; tag: string }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const refresh = useCareRefresh();
  const act = useMutation({
    mutationFn: () => write('POST /care-records/{careRecord}/erase', { path: { careRecord: code }, ifMatch: tag, body: { reason: 'personAsked' } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [careKey, 'list'] });
      return refresh();
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <Popconfirm title={words.care.eraseConfirm} description={<div style={{ maxWidth: 280 }}>{words.care.eraseHint}</div>} okText={words.care.erase} cancelText={words.common.cancel} okButtonProps={{ danger: true }} onConfirm={() => act.mutateAsync().catch(() => undefined)}>
      <Button danger loading={act.isPending}>{words.care.erase}</Button>
    </Popconfirm>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Space, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { write, type Tagged } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { ApplicationView, ApprovalRecord, ApprovalStep, ProgrammeDefinition } from '../../../api/schema';
import { percent } from '../../../shared/format';
import { Panel } from '../../../shared/Page';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { Refusal } from './Refusal';

interface Fields {
  on: Dayjs;
  document: string;
  eligible?: number;
  present?: number;
  for?: number;
}

const fieldNames = ['on', 'document', 'eligible', 'present', 'for'];
const mostVoters = 5000;

/** Whether enough of all who might vote agreed; a vote that isn't recorded yet is missing, not lost. */
export const isAgreed = ({ approvals }: ApplicationView, { consentPercent }: ProgrammeDefinition) =>
  approvals.every((a) => a.step !== 'unitVote' || !consentPercent || (a.for ?? 0) * 100 >= consentPercent * (a.eligible ?? 0));

/** What the school side does before it recommends, in order. */
export function Approvals({ application, definition, canWrite, said, onSaved }: {
  application: Tagged<ApplicationView>; definition: ProgrammeDefinition; canWrite: boolean; said: string[]; onSaved: (next: Tagged<ApplicationView>) => void;
}) {
  const words = useWords().titlesSchool;
  const done = (step: ApprovalStep) => application.body.approvals.find((a) => a.step === step);
  const first = definition.approvals.find((s) => !done(s));
  const [editing, setEditing] = useState<ApprovalStep>();
  return (
    <Panel title={words.approvals}>
      <p style={{ marginTop: 0 }}>{definition.approvals.length === 0 ? words.approvalsNone : words.approvalsHint}</p>
      {said.length > 0 && <div className="said" role="alert">{said.join('；')}</div>}
      {definition.approvals.map((step, i) => {
        const record = done(step);
        const isOpen = canWrite && (editing ?? first) === step;
        return (
          <section key={step} className="leaf" aria-label={words.step[step]}>
            <div className="leaf-head" style={{ flexWrap: 'wrap' }}>
              <span><b>{words.nth(i + 1)} {words.step[step]}</b> <Tag color={record ? 'success' : 'default'}>{record ? words.approvalSaved : words.notRecorded}</Tag></span>
              {canWrite && !isOpen && <Button onClick={() => setEditing(step)} aria-label={`${record ? words.change : words.record} ${words.step[step]}`}>{record ? words.change : words.record}</Button>}
            </div>
            {record && !isOpen && <Recorded record={record} consent={definition.consentPercent} />}
            {isOpen && (
              <ApprovalForm
                key={step} step={step} record={record} application={application} consent={definition.consentPercent}
                onSaved={(next) => {
                  onSaved(next);
                  setEditing(undefined);
                }}
                onCancel={record ? () => setEditing(undefined) : undefined}
              />
            )}
          </section>
        );
      })}
    </Panel>
  );
}

function Recorded({ record, consent }: { record: ApprovalRecord; consent?: number | null }) {
  const words = useWords().titlesSchool;
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      {day(record.on)} · {record.document}
      {record.eligible !== null && record.eligible !== undefined && (
        <>
          <div>{words.eligible} {record.eligible} · {words.present} {record.present} · {words.agreed} {record.for}</div>
          <Consent eligible={record.eligible} agreed={record.for ?? 0} consent={consent} />
        </>
      )}
    </div>
  );
}

/** The share of all who might vote, and whether it is enough. */
function Consent({ eligible, agreed, consent }: { eligible?: number | null; agreed?: number | null; consent?: number | null }) {
  const words = useWords().titlesSchool;
  if (!eligible || agreed === null || agreed === undefined) return consent ? <div>{words.consentNeed(consent)}</div> : null;
  const isEnough = !consent || agreed * 100 >= consent * eligible;
  return <div>{words.consent(agreed, eligible, percent((agreed * 100) / eligible))}{consent ? <>，{words.consentNeed(consent)} <Tag color={isEnough ? 'success' : 'error'}>{isEnough ? words.enough : words.notEnough}</Tag></> : null}</div>;
}

function ApprovalForm({ step, record, application, consent, onSaved, onCancel }: {
  step: ApprovalStep; record?: ApprovalRecord; application: Tagged<ApplicationView>; consent?: number | null; onSaved: (next: Tagged<ApplicationView>) => void; onCancel?: () => void;
}) {
  const words = useWords();
  const own = words.titlesSchool;
  const [form] = Form.useForm<Fields>();
  const isVote = step === 'unitVote';
  const [eligible, agreed] = [Form.useWatch('eligible', form), Form.useWatch('for', form)];
  const { body, tag } = application;
  const approve = useMutation({
    mutationFn: (fields: Fields) => write('POST /title-programmes/{programme}/applications/{application}/approvals', {
      path: { programme: body.programme, application: body.code }, ifMatch: tag,
      body: { step, on: fields.on.format('YYYY-MM-DD'), document: fields.document.trim(), ...(isVote ? { eligible: fields.eligible, present: fields.present, for: fields.for } : {}) },
    }),
    onSuccess: onSaved,
    onError: (error) => { if (error instanceof Problem) form.setFields(formErrors(error).map((e) => ({ name: e.name[0] as keyof Fields, errors: e.errors }))); },
  });
  const isBeside = approve.error instanceof Problem && Object.keys(approve.error.fields).length > 0 && Object.keys(approve.error.fields).every((f) => fieldNames.includes(f));
  const atMost = (other: 'eligible' | 'present') => ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_: unknown, value?: number) => (typeof value === 'number' && typeof getFieldValue(other) === 'number' && value > (getFieldValue(other) as number) ? Promise.reject(new Error(own.tooLarge)) : Promise.resolve()),
  });
  const needed = { required: true, message: own.need };
  return (
    <Form
      form={form} name={step} layout="vertical" requiredMark={false} onFinish={(fields) => approve.mutate(fields)} style={{ marginTop: 8 }}
      initialValues={record ? { on: dayjs(record.on), document: record.document, eligible: record.eligible, present: record.present, for: record.for } : undefined}
    >
      <p style={{ marginTop: 0 }}>{own.stepHint[step]}</p>
      <div className="leaf-fields">
        <Form.Item name="on" label={own.on} rules={[needed]}><DatePicker style={{ width: '100%' }} disabledDate={(d) => d.isAfter(dayjs(), 'day')} inputReadOnly={false} /></Form.Item>
        <Form.Item name="document" label={own.document[step]} rules={[{ ...needed, whitespace: true }]}><Input maxLength={200} /></Form.Item>
      </div>
      {isVote && (
        <>
          <div className="leaf-fields" style={{ gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' }}>
            <Form.Item name="eligible" label={own.eligible} rules={[needed]}><InputNumber min={1} max={mostVoters} precision={0} style={{ width: '100%' }} inputMode="numeric" /></Form.Item>
            <Form.Item name="present" label={own.present} dependencies={['eligible']} rules={[needed, atMost('eligible')]}><InputNumber min={0} max={mostVoters} precision={0} style={{ width: '100%' }} inputMode="numeric" /></Form.Item>
            <Form.Item name="for" label={own.agreed} dependencies={['present']} rules={[needed, atMost('present')]}><InputNumber min={0} max={mostVoters} precision={0} style={{ width: '100%' }} inputMode="numeric" /></Form.Item>
          </div>
          <div aria-live="polite" style={{ marginBottom: 12 }}><Consent eligible={eligible} agreed={agreed} consent={consent} /></div>
        </>
      )}
      <Refusal error={isBeside ? null : approve.error} />
      <Space wrap>
        <Button htmlType="submit" type="primary" ghost loading={approve.isPending}>{own.record}</Button>
        {onCancel && <Button onClick={onCancel}>{words.common.cancel}</Button>}
      </Space>
    </Form>
  );
}

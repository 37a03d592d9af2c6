import { useMutation } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, InputNumber, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { serverNow, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { CareRecordView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { useCareRefresh } from './queries';

interface Step {
  view: CareRecordView;
  tag: string;
  onClose: () => void;
}

/** A small form below the record: its button does the step, errors stand beside their fields. */
function StepForm<F extends object>({ label, initial, onSend, onClose, children }: { label: string; initial: Partial<F>; onSend: (fields: F) => Promise<unknown>; onClose: () => void; children: ReactNode }) {
  const words = useWords();
  const refresh = useCareRefresh();
  const [form] = Form.useForm<F>();
  const send = useMutation({
    mutationFn: onSend,
    onSuccess: () => {
      onClose();
      return refresh();
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  const failed = send.error && !(send.error instanceof Problem && Object.keys(send.error.fields).length > 0);
  return (
    <Form form={form} layout="vertical" requiredMark={false} style={{ marginTop: 16 }} initialValues={initial} onFinish={(fields) => send.mutate(fields)}>
      {failed && <Alert type="error" showIcon title={send.error!.message} style={{ marginBottom: 12 }} />}
      {children}
      <Space><Button type="primary" htmlType="submit" loading={send.isPending}>{label}</Button><Button onClick={onClose}>{words.common.cancel}</Button></Space>
    </Form>
  );
}

/** Sets the day of a visit. */
export function ScheduleForm({ view, tag, onClose }: Step) {
  const words = useWords();
  const r = view.record;
  return (
    <StepForm<{ on: Dayjs; visitors?: string }>
      label={words.care.schedule} initial={{ on: dayjs(r.scheduledOn ?? serverNow()), visitors: view.visitors ?? undefined }} onClose={onClose}
      onSend={(f) => write('POST /care-records/{careRecord}/schedule', { path: { careRecord: r.code }, ifMatch: tag, body: { on: f.on.format('YYYY-MM-DD'), visitors: f.visitors?.trim() || null } })}
    >
      <Form.Item name="on" label={words.care.scheduledOn} rules={[{ required: true, message: words.activities.needDay }]}><DatePicker inputReadOnly style={{ width: '100%' }} disabledDate={(d) => d.isBefore(dayjs(r.eventOn), 'day')} /></Form.Item>
      <Form.Item name="visitors" label={words.care.visitors}><Input maxLength={200} autoComplete="off" /></Form.Item>
    </StepForm>
  );
}

/** The visit was made, or the file is closed. */
export function CompleteForm({ view, tag, onClose }: Step) {
  const words = useWords();
  const r = view.record;
  return (
    <StepForm<{ on: Dayjs; visitors?: string; outcome?: string; amount?: number | null }>
      label={words.care.completeButton} initial={{ on: dayjs(serverNow()), visitors: view.visitors ?? undefined, outcome: view.outcome ?? undefined, amount: view.amount }} onClose={onClose}
      onSend={(f) => write('POST /care-records/{careRecord}/complete', {
        path: { careRecord: r.code }, ifMatch: tag, body: { on: f.on.format('YYYY-MM-DD'), visitors: f.visitors?.trim() || null, outcome: f.outcome?.trim() || null, amount: f.amount ?? null },
      })}
    >
      <Form.Item name="on" label={words.care.doneDay[r.kind]} rules={[{ required: true, message: words.activities.needDay }]}>
        <DatePicker inputReadOnly style={{ width: '100%' }} disabledDate={(d) => d.isBefore(dayjs(r.eventOn), 'day') || d.isAfter(dayjs(serverNow()), 'day')} />
      </Form.Item>
      {r.kind === 'visit' && <Form.Item name="visitors" label={words.care.visitors}><Input maxLength={200} autoComplete="off" /></Form.Item>}
      <Form.Item name="outcome" label={words.care.outcome}><Input.TextArea rows={2} maxLength={2000} autoComplete="off" /></Form.Item>
      <Form.Item name="amount" label={words.care.amount[r.kind]}><InputNumber min={0} max={100000000} precision={2} inputMode="decimal" style={{ width: '100%' }} /></Form.Item>
    </StepForm>
  );
}

/** Nothing will be done. */
export function WaiveForm({ view, tag, onClose }: Step) {
  const words = useWords();
  return (
    <StepForm<{ reason: string }>
      label={words.care.waive} initial={{}} onClose={onClose}
      onSend={(f) => write('POST /care-records/{careRecord}/waive', { path: { careRecord: view.record.code }, ifMatch: tag, body: { reason: f.reason.trim() } })}
    >
      <Form.Item name="reason" label={words.care.waivedFor} extra={words.care.waiveHint} rules={[{ required: true, whitespace: true, message: words.care.needReason }]}><Input.TextArea rows={2} maxLength={1000} autoComplete="off" /></Form.Item>
    </StepForm>
  );
}

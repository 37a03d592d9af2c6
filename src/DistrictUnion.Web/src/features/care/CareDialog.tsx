import { useMutation } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { serverNow, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { CareCategory, CareKind, CareRecordView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { categories, kinds, useCareRefresh } from './queries';

interface Fields {
  kind: CareKind;
  category: CareCategory;
  eventOn: Dayjs;
  person: string;
  circumstances?: string;
  amount?: number | null;
}

/** Records a case, or tells it anew. Today is the day unless told otherwise. */
export function CareDialog({ existing, onClose }: { existing?: { record: CareRecordView; tag: string }; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useCareRefresh();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? existing?.record.record.kind ?? 'visit';
  const today = dayjs(serverNow());
  const send = useMutation({
    mutationFn: async (f: Fields) => {
      const told = { category: f.category, eventOn: f.eventOn.format('YYYY-MM-DD'), person: f.person.trim(), circumstances: f.circumstances?.trim() || null, amount: f.amount ?? null };
      if (existing) await write('PUT /care-records/{careRecord}', { path: { careRecord: existing.record.record.code }, ifMatch: existing.tag, body: told });
      else await write('POST /care-records', { body: { kind: f.kind, ...told } });
    },
    onSuccess: (_, f) => {
      message.success(f.kind === 'visit' && !existing ? words.care.savedVisit : words.care.saved);
      onClose();
      return refresh();
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  const failed = send.error && !(send.error instanceof Problem && Object.keys(send.error.fields).length > 0);
  return (
    <Modal open title={existing ? words.care.change : words.care.add} onCancel={onClose} okText={words.common.save} confirmLoading={send.isPending} onOk={() => form.submit()} width={560} mask={{ closable: false }}>
      <Alert type="info" showIcon title={words.care.formPrivacy} style={{ marginBottom: 16 }} />
      {failed && <Alert type="error" showIcon title={send.error!.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form} layout="vertical" requiredMark={false} onFinish={(f) => send.mutate({ ...f, kind })}
        onValuesChange={(changed: Partial<Fields>) => changed.kind && form.setFieldValue('category', undefined)}
        initialValues={existing ? {
          category: existing.record.record.category, eventOn: dayjs(existing.record.record.eventOn), person: existing.record.person ?? '', circumstances: existing.record.circumstances ?? undefined, amount: existing.record.amount ?? undefined,
        } : { kind: 'visit', eventOn: today }}
      >
        {!existing && (
          <Form.Item name="kind" label={words.care.kind}>
            <Radio.Group style={{ display: 'grid', gap: 8 }} options={kinds.map((k) => ({ value: k, label: words.care.kindName[k] }))} />
          </Form.Item>
        )}
        <Form.Item name="category" label={words.care.reasonOf[kind]} rules={[{ required: true, message: words.care.needCategory }]}>
          <Select options={categories[kind].map((c) => ({ value: c, label: words.care.category[c] }))} />
        </Form.Item>
        <Form.Item name="eventOn" label={words.care.dayOf[kind]} extra={kind === 'visit' ? words.care.dayHint : undefined} rules={[{ required: true, message: words.activities.needDay }]}>
          <DatePicker inputReadOnly style={{ width: '100%' }} disabledDate={(d) => d.isAfter(today, 'day')} />
        </Form.Item>
        <Form.Item name="person" label={words.care.person} rules={[{ required: true, whitespace: true, message: words.care.needPerson }]}><Input maxLength={100} autoComplete="off" /></Form.Item>
        <Form.Item name="circumstances" label={words.care.circumstances} extra={words.care.circumstancesHint}><Input.TextArea rows={3} maxLength={2000} autoComplete="off" /></Form.Item>
        <Form.Item name="amount" label={words.care.amount[kind]}><InputNumber min={0} max={100000000} precision={2} inputMode="decimal" style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}

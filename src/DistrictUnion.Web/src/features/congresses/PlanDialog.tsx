import { Alert, DatePicker, Form, Input, InputNumber, Modal, Radio, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { serverNow, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { CongressKind, CongressView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { useStep } from './queries';

interface Fields {
  term: number;
  session: number;
  kind: CongressKind;
  plannedOn: Dayjs;
  delegates: number;
  agenda?: string;
}

/** Plans a congress, the next session after the last one, or plans one otherwise. */
export function PlanDialog({ congress, tag, last, onClose }: { congress?: CongressView; tag?: string; last?: CongressView; onClose: () => void }) {
  const words = useWords();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();

  // What the form began with; the page behind it may be read anew meanwhile.
  const [began] = useState(tag);
  const send = useStep(onClose);
  const save = (f: Fields) => send.mutate(async () => {
    const body = { ...f, plannedOn: f.plannedOn.format('YYYY-MM-DD'), agenda: f.agenda?.trim() || null };
    try {
      if (congress) await write('PUT /congresses/{congress}', { path: { congress: congress.code }, ifMatch: began, body });
      else await navigate(`/congresses/${encodeURIComponent((await write('POST /congresses', { body })).body.code)}`);
    } catch (error) {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
      throw error;
    }
  });
  return (
    <Modal open title={congress ? words.congresses.change : words.congresses.plan} onCancel={onClose} okText={words.common.save} confirmLoading={send.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <Form
        form={form} layout="vertical" onFinish={save} requiredMark={false}
        initialValues={congress ? { ...congress, plannedOn: dayjs(congress.plannedOn), agenda: congress.agenda ?? undefined }
          : { term: last?.term ?? 1, session: (last?.session ?? 0) + 1, kind: last?.kind ?? 'congress', delegates: last?.delegates }}
      >
        <Space size={12}>
          <Form.Item name="term" label={words.congresses.term} rules={[{ required: true, message: words.congresses.needNumber }]}><InputNumber min={1} max={99} precision={0} disabled={!!congress} /></Form.Item>
          <Form.Item name="session" label={words.congresses.session} rules={[{ required: true, message: words.congresses.needNumber }]}><InputNumber min={1} max={99} precision={0} disabled={!!congress} /></Form.Item>
        </Space>
        <Form.Item name="kind" label={words.congresses.kindLabel}><Radio.Group options={(['congress', 'allStaffMeeting'] as const).map((k) => ({ value: k, label: words.congresses.kind[k] }))} /></Form.Item>
        <Form.Item name="plannedOn" label={words.congresses.day} extra={words.congresses.dayHint} rules={[{ required: true, message: words.congresses.needDay }]}><DatePicker inputReadOnly style={{ width: '100%' }} defaultPickerValue={dayjs(serverNow())} /></Form.Item>
        <Form.Item name="delegates" label={words.congresses.delegates} rules={[{ required: true, message: words.congresses.needPeople }]}><InputNumber min={1} max={100000} precision={0} inputMode="numeric" style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="agenda" label={words.congresses.agenda}><Input.TextArea rows={3} maxLength={5000} /></Form.Item>
        {!congress && <Alert type="info" showIcon title={words.congresses.planHint} />}
      </Form>
    </Modal>
  );
}

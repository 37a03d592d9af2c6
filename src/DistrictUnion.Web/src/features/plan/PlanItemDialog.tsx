import { useMutation } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, Modal, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { serverNow, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { ActivityKind, PlanItemView } from '../../api/schema';
import { kinds, useActivityRefresh } from '../activities/queries';
import { useWords } from '../../shared/words';

interface Fields {
  title: string;
  month: number;
  date?: Dayjs | null;
  kind?: ActivityKind;
  note?: string;
}

/** Writes an item of the plan, or says where it stands. */
export function PlanItemDialog({ item, tag, year, onClose }: { item?: PlanItemView; tag?: string; year: number; onClose: () => void }) {
  const words = useWords();
  const refresh = useActivityRefresh();
  const [form] = Form.useForm<Fields>();
  const [reason, setReason] = useState('');
  const [isDropping, setDropping] = useState(false);
  const month = Form.useWatch('month', form);
  const path = { planItem: item?.id ?? '' };
  const run = useMutation({
    mutationFn: (action: () => Promise<unknown>) => action(),
    onSuccess: () => {
      onClose();
      return refresh();
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  const save = (f: Fields) => run.mutate(() => {
    const body = { title: f.title.trim(), month: `${year}-${String(f.month).padStart(2, '0')}`, date: f.date?.format('YYYY-MM-DD') ?? null, kind: f.kind ?? null, note: f.note?.trim() || null, obligation: item?.obligation ?? null };
    return item ? write('PUT /plan-items/{planItem}', { path, ifMatch: tag, body }) : write('POST /plan-items', { body });
  });
  const failed = run.error && !(run.error instanceof Problem && Object.keys(run.error.fields).length > 0);
  return (
    <Modal
      open title={item ? words.plan.change : words.plan.add} onCancel={onClose} width={520}
      footer={(
        <Space wrap>
          {item?.state === 'planned' && <Button loading={run.isPending} onClick={() => run.mutate(() => write('POST /plan-items/{planItem}/done', { path, ifMatch: tag }))}>{words.plan.markDone}</Button>}
          {item?.state === 'planned' && <Button onClick={() => setDropping(true)}>{words.plan.drop}</Button>}
          {item && (item.doneOn || item.droppedFor) && <Button loading={run.isPending} onClick={() => run.mutate(() => write('POST /plan-items/{planItem}/reopen', { path, ifMatch: tag }))}>{words.plan.reopen}</Button>}
          {item && item.activities.length === 0 && <Button danger loading={run.isPending} onClick={() => run.mutate(() => write('DELETE /plan-items/{planItem}', { path, ifMatch: tag }))}>{words.plan.remove}</Button>}
          <Button type="primary" loading={run.isPending} onClick={() => form.submit()}>{words.common.save}</Button>
        </Space>
      )}
    >
      {failed && <Alert type="error" showIcon title={run.error!.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form} layout="vertical" requiredMark={false} onFinish={save}
        initialValues={{ title: item?.title, month: item ? Number(item.month.slice(5)) : dayjs(serverNow()).month() + 1, date: item?.date ? dayjs(item.date) : undefined, kind: item?.kind ?? undefined, note: item?.note ?? undefined }}
      >
        <Form.Item name="title" label={words.plan.what} rules={[{ required: true, whitespace: true, message: words.plan.needTitle }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="month" label={words.plan.month}><Select options={Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: words.plan.monthOf(i + 1) }))} onChange={() => form.setFieldValue('date', null)} /></Form.Item>
        <Form.Item name="date" label={words.plan.day} extra={words.plan.dayHint}>
          <DatePicker inputReadOnly style={{ width: '100%' }} defaultPickerValue={dayjs(new Date(year, (month ?? 1) - 1, 1))} disabledDate={(d) => d.year() !== year || d.month() + 1 !== month} />
        </Form.Item>
        <Form.Item name="kind" label={words.plan.kind}><Select allowClear options={kinds.map((k) => ({ value: k, label: words.activities.kinds[k] }))} /></Form.Item>
        <Form.Item name="note" label={words.plan.note}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
      </Form>
      {isDropping && (
        <div>
          <label htmlFor="p-reason">{words.plan.dropReason}</label>
          <Input.TextArea id="p-reason" rows={2} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} />
          <Button danger style={{ marginTop: 8 }} disabled={!reason.trim()} loading={run.isPending} onClick={() => run.mutate(() => write('POST /plan-items/{planItem}/drop', { path, ifMatch: tag, body: { reason: reason.trim() } }))}>{words.plan.drop}</Button>
        </div>
      )}
    </Modal>
  );
}

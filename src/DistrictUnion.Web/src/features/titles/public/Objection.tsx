import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { get, write } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { NoticeView } from '../../../api/schema';
import { Panel } from '../../../shared/Page';
import { useWords } from '../../../shared/words';

interface Fields {
  application: string;
  text: string;
}

/** Takes an objection without a name. The receipt is shown once: the service keeps only what can't be turned back into it. */
export function ObjectionForm({ notice }: { notice: NoticeView }) {
  const words = useWords();
  const own = words.titlesSchool;
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const object = useMutation({
    mutationFn: async (body: Fields) => (await write('POST /public/notices/{address}/objections', { path: { address: notice.id }, body })).body,
    gcTime: 0,
    onError: (error) => { if (error instanceof Problem) form.setFields(formErrors(error).map((e) => ({ name: e.name.at(-1) as keyof Fields, errors: e.errors }))); },
  });
  if (object.data) {
    const { receipt, state } = object.data;
    return (
      <Panel title={own.object}>
        <Alert type="success" showIcon role="status" title={state === 'complaint' ? own.submittedLate : own.submitted} />
        <p>{own.receiptHint}</p>
        <p className="receipt" aria-label={own.receipt}>{receipt}</p>
        <Button
          size="large" type="primary" block
          onClick={async () => {
            await navigator.clipboard.writeText(receipt);
            message.success(words.common.copied);
          }}
        >
          {own.copy}
        </Button>
      </Panel>
    );
  }

  const isBeside = object.error instanceof Problem && Object.keys(object.error.fields).length > 0;
  return (
    <Panel title={own.object}>
      <p style={{ marginTop: 0 }}>{own.objectHint}</p>
      {!notice.takesObjections && <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={own.objectLate} />}
      <Form form={form} name="objection" layout="vertical" requiredMark={false} autoComplete="off" onFinish={(fields) => object.mutate({ ...fields, text: fields.text.trim() })}>
        <Form.Item name="application" label={own.objectUnit} rules={[{ required: true, message: own.objectUnit }]}>
          <Select size="large" options={notice.units.map((u) => ({ value: u.application, label: u.school === u.unit ? u.unit : `${u.unit}（${u.school}）` }))} />
        </Form.Item>
        <Form.Item name="text" label={own.objectText} extra={own.objectTextHint} rules={[{ required: true, whitespace: true, message: own.need }]}>
          <Input.TextArea rows={5} maxLength={2000} showCount />
        </Form.Item>
        {object.error && !isBeside && <Alert type="error" showIcon role="alert" style={{ marginBlock: 12 }} title={object.error.message} />}
        <Button type="primary" size="large" block htmlType="submit" loading={object.isPending} style={{ marginTop: 12 }}>{own.submit}</Button>
      </Form>
    </Panel>
  );
}

const colors = { open: 'info', upheld: 'success', dismissed: 'info', complaint: 'info' } as const;

/** What became of an objection, for whoever holds the receipt. It never stands in the address of the page. */
export function CheckObjection({ notice }: { notice: string }) {
  const own = useWords().titlesSchool;
  const [receipt, setReceipt] = useState('');
  const found = useQuery({
    queryKey: ['public-objection', notice, receipt], enabled: receipt !== '', retry: false, gcTime: 0, staleTime: 0,
    queryFn: ({ signal }) => get('GET /public/notices/{address}/objections/{receipt}', { path: { address: notice, receipt }, signal }),
  });
  return (
    <Panel title={own.check}>
      <Form<{ receipt: string }> name="check" layout="vertical" requiredMark={false} autoComplete="off" onFinish={(fields) => (fields.receipt.trim() === receipt ? void found.refetch() : setReceipt(fields.receipt.trim()))}>
        <Form.Item name="receipt" label={own.receipt} extra={own.checkHint} rules={[{ required: true, whitespace: true, message: own.needReceipt }]}>
          <Input size="large" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Form.Item>
        <Button size="large" block htmlType="submit" loading={found.isFetching}>{own.check}</Button>
      </Form>
      <div aria-live="polite" style={{ marginTop: found.error || found.data ? 16 : 0 }}>
        {found.error && <Alert type="error" showIcon title={found.error instanceof Problem && found.error.isNotFound ? own.wrongReceipt : found.error.message} />}
        {found.data && <Alert type={colors[found.data.state]} showIcon title={own.outcome[found.data.state]} description={found.data.finding && `${own.finding}：${found.data.finding}`} />}
      </div>
    </Panel>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal } from 'antd';
import { get, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { WebhookView } from '../../api/schema';
import { useWords } from '../../shared/words';

interface Fields {
  code: string;
  name: string;
  url: string;
  events: string[];
}

/** Makes or changes a subscription. */
export function WebhookDialog({ webhook, tag, onClose, onSaved }: { webhook?: WebhookView; tag?: string; onClose: () => void; onSaved: (webhook: WebhookView) => Promise<void> }) {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const events = useQuery({ queryKey: ['webhook-events'], queryFn: ({ signal }) => get('GET /webhook-events', { signal }) });
  const save = useMutation({
    mutationFn: async ({ code, ...body }: Fields) => (await write('PUT /webhooks/{webhook}', { path: { webhook: webhook?.code ?? code }, body, ...(webhook ? { ifMatch: tag } : { onlyNew: true }) })).body,
    onSuccess: onSaved,
    onError: (error) => (error instanceof Problem && Object.keys(error.fields).length > 0 ? form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]) : message.error(error.message)),
  });
  return (
    <Modal open title={webhook ? words.webhooks.edit : words.webhooks.add} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" initialValues={webhook} onFinish={(fields) => save.mutate(fields)}>
        <Form.Item name="name" label={words.webhooks.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        {!webhook && <Form.Item name="code" label={words.webhooks.code} extra={words.webhooks.codeHint} rules={[{ required: true }]}><Input maxLength={64} /></Form.Item>}
        <Form.Item name="url" label={words.webhooks.url} extra={words.webhooks.urlHint} rules={[{ required: true }]}><Input type="url" maxLength={2000} /></Form.Item>
        <Form.Item name="events" label={words.webhooks.events} rules={[{ type: 'array', min: 1 }]}>
          <Checkbox.Group style={{ display: 'grid', gap: 4 }} options={(events.data ?? []).map((e) => ({ value: e.type, label: e.description }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

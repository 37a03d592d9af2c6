import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, DatePicker, Form, Input, Modal, Space, Table, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { get, serverNow, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { ApiKeyView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';

interface Fields {
  name: string;
  scopes: string[];
  expiresAt: Dayjs;
  networks?: string;
}

/** Keys of other systems: what each may do, until when, when it was used last. */
export default function ApiKeysPage() {
  const words = useWords();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<ApiKeyView>();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: ({ signal }) => get('GET /api-keys', { query: { pageSize: 200 }, signal }) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['api-keys'] });
  const done = async (key: ApiKeyView) => {
    setMaking(false);
    setShown(key);
    await refresh();
  };
  const revoke = useMutation({ mutationFn: (apiKey: string) => write('DELETE /api-keys/{apiKey}', { path: { apiKey } }), onSuccess: refresh, onError: (e) => message.error(e.message) });
  const rotate = useMutation({ mutationFn: async (apiKey: string) => (await write('POST /api-keys/{apiKey}/rotate', { path: { apiKey } })).body, onSuccess: done, onError: (e) => message.error(e.message) });
  const isActive = (key: ApiKeyView) => !key.revokedAt && new Date(key.expiresAt).getTime() > serverNow();
  return (
    <Page title={words.keys.title} tools={<Button type="primary" onClick={() => setMaking(true)}>{words.keys.make}</Button>}>
      <Loaded of={[keys]}>
        {() => keys.data!.items.length === 0 ? <Nothing title={words.keys.none} hint={words.keys.noneHint} /> : (
          <Panel flush>
            <Table<ApiKeyView>
              size="middle" rowKey="id" dataSource={keys.data!.items} pagination={false} scroll={{ x: 760 }}
              columns={[
                { title: words.keys.name, render: (_, k) => <>{k.name}<br /><code>{k.prefix}…</code></> },
                { title: words.keys.scopes, render: (_, k) => <Space wrap size={[4, 4]}>{k.scopes.map((s) => <Tag key={s}>{words.keys.scope[s] ?? s}</Tag>)}</Space> },
                { title: words.keys.state, width: 90, render: (_, k) => <Tag color={isActive(k) ? 'success' : 'default'}>{isActive(k) ? words.keys.active : words.keys.ended}</Tag> },
                { title: words.keys.expiresAt, width: 150, className: 'numeric', render: (_, k) => moment(k.expiresAt) },
                { title: words.keys.lastUsed, width: 150, className: 'numeric', render: (_, k) => moment(k.lastUsedAt) || words.keys.never },
                { title: words.keys.networks, render: (_, k) => k.networks.join('，') },
                {
                  title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 150,
                  render: (_, k) => isActive(k) && (
                    <Space>
                      <Button size="small" onClick={() => modal.confirm({ title: words.keys.rotate, content: words.keys.rotateConfirm, onOk: () => rotate.mutateAsync(k.id).catch(() => undefined) })}>{words.keys.rotate}</Button>
                      <Button size="small" danger onClick={() => modal.confirm({ title: words.keys.revoke, content: words.keys.revokeConfirm, onOk: () => revoke.mutateAsync(k.id).catch(() => undefined) })}>{words.keys.revoke}</Button>
                    </Space>
                  ),
                },
              ]}
            />
          </Panel>
        )}
      </Loaded>
      {making && <KeyDialog onClose={() => setMaking(false)} onMade={done} />}
      <Modal open={!!shown} title={shown?.name} onCancel={() => setShown(undefined)} footer={<Button onClick={() => setShown(undefined)}>{words.common.close}</Button>}>
        <Alert type="warning" showIcon title={words.keys.once} style={{ marginBottom: 12 }} />
        <Input.TextArea aria-label={words.keys.title} readOnly value={shown?.key ?? ''} autoSize />
        <Button
          type="primary" style={{ marginTop: 12 }}
          onClick={async () => {
            await navigator.clipboard.writeText(shown?.key ?? '');
            message.success(words.common.copied);
          }}
        >
          {words.keys.copy}
        </Button>
      </Modal>
    </Page>
  );
}

function KeyDialog({ onClose, onMade }: { onClose: () => void; onMade: (key: ApiKeyView) => void }) {
  const words = useWords();
  const [form] = Form.useForm<Fields>();
  const make = useMutation({
    mutationFn: async (fields: Fields) => (await write('POST /api-keys', {
      body: { name: fields.name, scopes: fields.scopes, expiresAt: fields.expiresAt.toISOString(), networks: fields.networks?.split(/\s+/).filter(Boolean) },
    })).body,
    onSuccess: onMade,
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Modal open title={words.keys.make} onCancel={onClose} okText={words.keys.make} cancelText={words.common.cancel} confirmLoading={make.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" initialValues={{ scopes: ['facts:write'], expiresAt: dayjs().add(1, 'year') }} onFinish={(fields) => make.mutate(fields)}>
        <Form.Item name="name" label={words.keys.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="scopes" label={words.keys.scopes} rules={[{ required: true }]}><Checkbox.Group options={Object.entries(words.keys.scope).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="expiresAt" label={words.keys.expiresAt} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="networks" label={words.keys.networks} extra={words.keys.networksHint}><Input.TextArea rows={2} /></Form.Item>
      </Form>
    </Modal>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, DatePicker, Drawer, Form, Modal, Select, Space, Table, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { get, getTagged, write } from '../../api/client';
import type { WebhookDeliveryState, WebhookDeliveryView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { webhooksKey } from './queries';
import { SecretDialog } from './SecretDialog';
import { WebhookDialog } from './WebhookDialog';

const pageSize = 50;
const colours: Record<WebhookDeliveryState, string> = { queued: 'default', delivered: 'success', failed: 'error' };

/** One subscription: what it got, and sending it again. */
export default function WebhookPage() {
  const words = useWords();
  const { webhook: code } = useParams() as { webhook: string };
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [page, setPage] = useState(1);
  const [state, setState] = useState<WebhookDeliveryState>();
  const [dialog, setDialog] = useState<'edit' | 'replay'>();
  const [secret, setSecret] = useState<string>();
  const [shown, setShown] = useState<string>();
  const key = [...webhooksKey, code];
  const one = useQuery({ queryKey: key, queryFn: ({ signal }) => getTagged('GET /webhooks/{webhook}', { path: { webhook: code }, signal }) });
  const log = useQuery({ queryKey: [...key, 'log', page, state], queryFn: ({ signal }) => get('GET /webhooks/{webhook}/deliveries', { path: { webhook: code }, query: { page, pageSize, state }, signal }) });
  const refresh = () => queries.invalidateQueries({ queryKey: webhooksKey });
  const act = useMutation({
    mutationFn: async (step: 'enable' | 'disable' | 'rotate') => (await write(`POST /webhooks/{webhook}/${step}`, { path: { webhook: code }, ifMatch: one.data!.tag })).body,
    onSuccess: async (webhook) => {
      if (webhook.secret) setSecret(webhook.secret);
      await refresh();
    },
    onError: (e) => message.error(e.message),
  });
  const told = (text: string) => ({
    onSuccess: async () => {
      message.success(text);
      await refresh();
    },
    onError: (e: Error) => message.error(e.message),
  });
  const test = useMutation({ mutationFn: () => write('POST /webhooks/{webhook}/test', { path: { webhook: code } }), ...told(words.webhooks.tested) });
  const replay = useMutation({ mutationFn: (event: string) => write('POST /webhooks/{webhook}/deliveries/{event}/replay', { path: { webhook: code, event } }), ...told(words.webhooks.replayed) });
  const remove = useMutation({ mutationFn: () => write('DELETE /webhooks/{webhook}', { path: { webhook: code }, ifMatch: one.data!.tag }), onSuccess: async () => { navigate('/webhooks'); await refresh(); }, onError: (e) => message.error(e.message) });
  const sure = (title: string, content: string, onOk: () => Promise<unknown>) => modal.confirm({ title, content, onOk: () => onOk().catch(() => undefined) });
  return (
    <Loaded of={[one, log]}>
      {() => {
        const webhook = one.data!.body;
        const isActive = webhook.state === 'active';
        return (
          <Page
            title={webhook.name}
            tools={(
              <Space wrap>
                {isActive && <Button type="primary" loading={test.isPending} onClick={() => test.mutate()}>{words.webhooks.test}</Button>}
                {isActive && <Button onClick={() => setDialog('replay')}>{words.webhooks.replaySince}</Button>}
                <Button onClick={() => setDialog('edit')}>{words.webhooks.edit}</Button>
                <Button onClick={() => sure(words.webhooks.rotate, words.webhooks.rotateSure, () => act.mutateAsync('rotate'))}>{words.webhooks.rotate}</Button>
                {isActive
                  ? <Button onClick={() => sure(words.webhooks.disable, words.webhooks.disableSure, () => act.mutateAsync('disable'))}>{words.webhooks.disable}</Button>
                  : <Button type="primary" onClick={() => act.mutate('enable')}>{words.webhooks.enable}</Button>}
                <Button danger onClick={() => sure(words.webhooks.remove, words.webhooks.removeSure, () => remove.mutateAsync())}>{words.webhooks.remove}</Button>
              </Space>
            )}
          >
            {!isActive && <Alert type="error" showIcon title={`${words.webhooks.states.disabled}：${webhook.endedBy ? words.webhooks.endedBy[webhook.endedBy] : ''}`} style={{ marginBottom: 12 }} />}
            {webhook.previousUntil && <Alert type="info" showIcon title={words.webhooks.until(moment(webhook.previousUntil))} style={{ marginBottom: 12 }} />}
            <p><code>{webhook.url}</code></p>
            <Panel
              flush title={words.webhooks.log}
              extra={<Select allowClear size="small" aria-label={words.webhooks.result} placeholder={words.webhooks.result} style={{ width: 130 }} value={state} onChange={(v) => { setState(v); setPage(1); }} options={Object.entries(words.webhooks.deliveryStates).map(([value, label]) => ({ value, label }))} />}
            >
              {log.data!.total === 0 ? <Nothing title={words.webhooks.noLog} hint={words.webhooks.noLogHint} /> : (
                <Table<WebhookDeliveryView>
                  size="middle" rowKey="id" dataSource={log.data!.items} scroll={{ x: 720 }}
                  pagination={log.data!.total > pageSize ? { current: page, pageSize, total: log.data!.total, showSizeChanger: false, onChange: setPage } : false}
                  columns={[
                    { title: words.webhooks.event, render: (_, d) => <Button type="link" style={{ padding: 0 }} onClick={() => setShown(d.id)}>{d.type}</Button> },
                    { title: words.webhooks.at, width: 150, className: 'numeric', render: (_, d) => moment(d.occurredAt) },
                    { title: words.webhooks.result, render: (_, d) => <><Tag color={colours[d.state]}>{words.webhooks.deliveryStates[d.state]}</Tag>{d.lastStatus ? `HTTP ${d.lastStatus}` : ''} {d.error?.text}{d.state === 'queued' && d.attempts > 0 && d.nextAttemptAt && <small>，{words.webhooks.next(moment(d.nextAttemptAt))}</small>}</> },
                    { title: words.webhooks.attempts, width: 70, dataIndex: 'attempts' },
                    { title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 110, render: (_, d) => isActive && d.state !== 'queued' && <Button size="small" onClick={() => replay.mutate(d.id)}>{words.webhooks.replay}</Button> },
                  ]}
                />
              )}
            </Panel>
            {dialog === 'edit' && <WebhookDialog webhook={webhook} tag={one.data!.tag} onClose={() => setDialog(undefined)} onSaved={async () => { setDialog(undefined); await refresh(); }} />}
            {dialog === 'replay' && <ReplayDialog code={code} onClose={() => setDialog(undefined)} onDone={refresh} />}
            {secret && <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
            {shown && <LogDrawer code={code} event={shown} onClose={() => setShown(undefined)} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

function ReplayDialog({ code, onClose, onDone }: { code: string; onClose: () => void; onDone: () => Promise<void> }) {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ since: Dayjs; failedOnly: boolean }>();
  const replay = useMutation({
    mutationFn: async ({ since, failedOnly }: { since: Dayjs; failedOnly: boolean }) => (await write('POST /webhooks/{webhook}/replay', { path: { webhook: code }, body: { since: since.toISOString(), failedOnly } })).body,
    onSuccess: async ({ deliveries }) => {
      message.success(words.webhooks.replayCount(deliveries));
      onClose();
      await onDone();
    },
    onError: (e) => message.error(e.message),
  });
  return (
    <Modal open title={words.webhooks.replaySince} onCancel={onClose} okText={words.webhooks.replay} cancelText={words.common.cancel} confirmLoading={replay.isPending} onOk={() => form.submit()}>
      <p>{words.webhooks.replaySinceHint}</p>
      <Form form={form} layout="vertical" initialValues={{ since: dayjs().subtract(1, 'day'), failedOnly: true }} onFinish={(fields) => replay.mutate(fields)}>
        <Form.Item name="since" label={words.webhooks.since} rules={[{ required: true }]}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="failedOnly" valuePropName="checked"><Checkbox>{words.webhooks.failedOnly}</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}

function LogDrawer({ code, event, onClose }: { code: string; event: string; onClose: () => void }) {
  const words = useWords();
  const log = useQuery({ queryKey: [...webhooksKey, code, 'event', event], queryFn: ({ signal }) => get('GET /webhooks/{webhook}/deliveries/{event}', { path: { webhook: code, event }, signal }) });
  return (
    <Drawer open size={560} title={words.webhooks.log} onClose={onClose}>
      <Loaded of={[log]}>
        {() => (
          <>
            <p><code>webhook-id: {log.data!.delivery.id}</code></p>
            <h3>{words.webhooks.body}</h3>
            <pre tabIndex={0} style={{ overflowX: 'auto', fontSize: 12 }}>{JSON.stringify(log.data!.body, null, 2)}</pre>
            <h3>{words.webhooks.answers}</h3>
            {log.data!.attempts.map((a) => (
              <div key={a.number} style={{ marginBottom: 12 }}>
                <b>{a.status ? `HTTP ${a.status}` : words.webhooks.noAnswer}</b> <span className="numeric">{moment(a.at)} · {words.webhooks.milliseconds(a.milliseconds)}</span> {a.error?.text}
                {a.answer && <pre tabIndex={0} style={{ overflowX: 'auto', fontSize: 12, margin: 0 }}>{a.answer}</pre>}
              </div>
            ))}
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal, Radio, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { get, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { MessageChannel, MessageKind, RobotView } from '../../api/schema';
import { Loaded, Nothing, Panel } from '../../shared/Page';
import { SchoolSelect } from '../../shared/SchoolSelect';
import { useWords } from '../../shared/words';
import { robotsKey } from './queries';

interface Fields {
  code: string;
  name: string;
  channel: MessageChannel;
  kinds: MessageKind[];
  schools?: string[];
  url?: string;
  key?: string;
}

const offered: MessageKind[] = ['reminder', 'decision', 'publication'];

/** Robots of group chats: where notices go beside the people. */
export function Robots() {
  const words = useWords();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<RobotView | 'new'>();
  const robots = useQuery({ queryKey: robotsKey, queryFn: ({ signal }) => get('GET /robots', { query: { pageSize: 200 }, signal }) });
  const refresh = () => queries.invalidateQueries({ queryKey: robotsKey });
  const test = useMutation({ mutationFn: (robot: string) => write('POST /robots/{robot}/test', { path: { robot } }), onSuccess: () => message.success(words.messages.robots.tested), onError: (e) => message.error(e.message) });
  const remove = useMutation({ mutationFn: (robot: string) => write('DELETE /robots/{robot}', { path: { robot }, ifMatch: '*' }), onSuccess: refresh, onError: (e) => message.error(e.message) });
  const add = <Button type="primary" onClick={() => setEdited('new')}>{words.messages.robots.add}</Button>;
  return (
    <Loaded of={[robots]}>
      {() => (
        <>
          {robots.data!.total === 0 ? <Nothing title={words.messages.robots.none} hint={words.messages.robots.noneHint} action={add} /> : (
            <>
              <div className="page-tools" style={{ marginBottom: 12 }}>{add}</div>
              <Panel flush>
                <Table<RobotView>
                  size="middle" rowKey="code" dataSource={robots.data!.items} pagination={false} scroll={{ x: 720 }}
                  columns={[
                    { title: words.messages.robots.name, render: (_, r) => <>{r.name}<br /><code>{r.address}</code></> },
                    { title: words.messages.robots.channel, width: 110, render: (_, r) => words.messages.channel[r.channel] },
                    { title: words.messages.robots.group, width: 130, render: (_, r) => r.school ?? r.zone ?? words.messages.robots.ofDistrict },
                    { title: words.messages.robots.kinds, render: (_, r) => <Space wrap size={[4, 4]}>{r.kinds.map((k) => <Tag key={k}>{words.messages.kind[k]}</Tag>)}</Space> },
                    {
                      title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 210,
                      render: (_, r) => (
                        <Space>
                          <Button size="small" onClick={() => test.mutate(r.code)}>{words.messages.robots.test}</Button>
                          <Button size="small" onClick={() => setEdited(r)}>{words.webhooks.edit}</Button>
                          <Button size="small" danger onClick={() => modal.confirm({ title: words.messages.robots.remove, content: words.messages.robots.removeSure, onOk: () => remove.mutateAsync(r.code).catch(() => undefined) })}>{words.messages.robots.remove}</Button>
                        </Space>
                      ),
                    },
                  ]}
                />
              </Panel>
            </>
          )}
          {edited && <RobotDialog robot={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} onSaved={refresh} />}
        </>
      )}
    </Loaded>
  );
}

function RobotDialog({ robot, onClose, onSaved }: { robot?: RobotView; onClose: () => void; onSaved: () => Promise<void> }) {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const channel = Form.useWatch('channel', form);
  const save = useMutation({
    mutationFn: ({ code, schools, ...fields }: Fields) => write('PUT /robots/{robot}', {
      path: { robot: robot?.code ?? code }, body: { ...fields, url: fields.url || undefined, key: fields.key || undefined, school: schools?.[0], zone: robot?.zone ?? undefined }, ...(robot ? { ifMatch: '*' } : { onlyNew: true }),
    }),
    onSuccess: async () => {
      message.success(words.messages.robots.made);
      await onSaved();
      onClose();
    },
    onError: (error) => (error instanceof Problem && Object.keys(error.fields).length > 0 ? form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]) : message.error(error.message)),
  });
  return (
    <Modal open title={robot ? words.messages.robots.edit : words.messages.robots.add} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" initialValues={robot ? { ...robot, schools: robot.school ? [robot.school] : [] } : { channel: 'weCom', kinds: offered }} onFinish={(fields) => save.mutate(fields)}>
        {!robot && <Form.Item name="code" label={words.messages.robots.code} extra={words.webhooks.codeHint} rules={[{ required: true }]}><Input maxLength={64} /></Form.Item>}
        <Form.Item name="name" label={words.messages.robots.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="channel" label={words.messages.robots.channel}><Radio.Group options={(['weCom', 'dingTalk'] as const).map((value) => ({ value, label: words.messages.channel[value] }))} /></Form.Item>
        <Form.Item name="url" label={words.messages.robots.url} extra={robot ? words.messages.robots.urlHint : undefined} rules={[{ required: !robot }]}><Input.Password autoComplete="off" maxLength={1000} /></Form.Item>
        {channel === 'dingTalk' && <Form.Item name="key" label={words.messages.robots.key} extra={words.messages.robots.keyHint}><Input.Password autoComplete="off" maxLength={200} /></Form.Item>}
        <Form.Item name="schools" rules={[{ type: 'array', max: 1 }]} label={`${words.messages.robots.school}（${words.common.optional}）`}><SchoolSelect /></Form.Item>
        <Form.Item name="kinds" label={words.messages.robots.kinds} rules={[{ type: 'array', min: 1 }]}><Checkbox.Group options={offered.map((value) => ({ value, label: words.messages.kind[value] }))} /></Form.Item>
      </Form>
    </Modal>
  );
}

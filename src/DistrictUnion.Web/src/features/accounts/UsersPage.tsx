import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Input, Modal, Select, Space, Table, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { get, getTagged, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { InvitationView, Role, UserView } from '../../api/schema';
import { ImportDialog } from '../../shared/files';
import { Loaded, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';

const pageSize = 50;
const scopeOf: Record<Role, 'zone' | 'school' | 'branch' | null> = {
  districtAdmin: null, districtOfficer: null, auditor: null, expertReviewer: null, districtApprover: null, zoneLead: 'zone', schoolChair: 'school', schoolClerk: 'school', branchLead: 'branch', careKeeper: 'school',
};

/** People with their dated posts. */
export default function UsersPage() {
  const words = useWords();
  const role = useRole();
  const [page, setPage] = useState(1);
  const [filter, setFilter] = useState<Role>();
  const [editing, setEditing] = useState<UserView | 'new'>();
  const [importing, setImporting] = useState(false);
  const [invited, setInvited] = useState<InvitationView>();
  const { message } = App.useApp();
  const invite = useMutation({
    mutationFn: async (userName: string) => (await write('POST /invitations', { body: { userName } })).body,
    onSuccess: setInvited,
    onError: (error) => message.error(error.message),
  });
  const link = invited ? `${location.origin}/invitation#${invited.token}` : '';
  const users = useQuery({
    queryKey: ['users', page, filter], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get('GET /users', { query: { page, pageSize, role: filter }, signal }),
  });
  return (
    <Page
      title={words.users.title}
      tools={(
        <>
          <Select aria-label={words.users.role} allowClear placeholder={words.users.role} value={filter} onChange={(r) => { setFilter(r); setPage(1); }} style={{ width: 160 }} options={Object.entries(words.roles).map(([value, label]) => ({ value: value as Role, label }))} />
          {may.manageUsers(role) && <Button onClick={() => setImporting(true)}>{words.organisation.import}</Button>}
          {may.manageUsers(role) && <Button type="primary" onClick={() => setEditing('new')}>{words.users.add}</Button>}
        </>
      )}
    >
      <Loaded of={[users]}>
        {() => (
          <Panel flush>
            <Table<UserView>
              size="middle" rowKey="userName" dataSource={users.data!.items} scroll={{ x: 560 }}
              pagination={{ current: page, pageSize, total: users.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true }}
              columns={[
                { title: words.users.displayName, render: (_, u) => <>{u.displayName}<br /><small>{u.userName}</small></> },
                { title: words.users.posts, render: (_, u) => <Space wrap size={[4, 4]}>{u.posts.map((p, i) => <Tag key={i}>{words.roles[p.role]}{p.scopeName ? ` · ${p.scopeName}` : ''}{p.to ? ` – ${day(p.to)}` : ''}</Tag>)}</Space> },
                ...(may.manageUsers(role) ? [{ title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 190, render: (_: unknown, u: UserView) => <Space><Button size="small" onClick={() => setEditing(u)}>{words.users.edit}</Button><Button size="small" onClick={() => invite.mutate(u.userName)}>{words.users.invite}</Button></Space> }] : []),
              ]}
            />
          </Panel>
        )}
      </Loaded>
      <Modal open={!!invited} title={`${words.users.invite} · ${invited?.displayName ?? ''}`} onCancel={() => setInvited(undefined)} footer={<Button onClick={() => setInvited(undefined)}>{words.common.close}</Button>}>
        <Alert type="info" showIcon title={words.users.inviteHint} style={{ marginBottom: 12 }} />
        <Input.TextArea aria-label={words.users.invite} readOnly value={link} autoSize />
        <Button
          type="primary" style={{ marginTop: 12 }}
          onClick={async () => {
            await navigator.clipboard.writeText(link);
            message.success(words.common.copied);
          }}
        >
          {words.users.copy}
        </Button>
      </Modal>
      {importing && <ImportDialog title={`${words.organisation.import} · ${words.users.title}`} address="/users/import" template="/users/import/template.xlsx" refresh={['users']} onClose={() => setImporting(false)} />}
      {editing && <UserDialog user={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

interface Fields {
  userName: string;
  displayName: string;
  password?: string;
  posts: { role: Role; scope?: string; from: Dayjs; to?: Dayjs | null }[];
}

function UserDialog({ user, onClose }: { user?: UserView; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const save = useMutation({
    mutationFn: async (fields: Fields) => write('PUT /users/{userName}', {
      path: { userName: fields.userName },
      ifMatch: user ? (await getTagged('GET /users/{userName}', { path: { userName: fields.userName } })).tag : undefined,
      body: {
        displayName: fields.displayName,
        password: fields.password || undefined,
        posts: (fields.posts ?? []).map((p) => ({
          role: p.role, from: p.from.format('YYYY-MM-DD'), to: p.to?.format('YYYY-MM-DD') ?? null, scope: scopeOf[p.role] ? { [scopeOf[p.role]!]: p.scope } : undefined,
        })),
      },
    }),
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries({ queryKey: ['users'] });
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error).map((f) => ({ ...f, name: f.name.filter((n) => !['zone', 'school', 'branch'].includes(String(n))) })) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Modal open width={680} title={user ? user.displayName : words.users.add} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form
        form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}
        initialValues={user
          ? { userName: user.userName, displayName: user.displayName, posts: user.posts.map((p) => ({ role: p.role, scope: p.scope.zone ?? p.scope.school ?? p.scope.branch, from: dayjs(p.from), to: p.to ? dayjs(p.to) : null })) }
          : { posts: [{ role: 'schoolChair', from: dayjs() }] }}
      >
        {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
        <div className="leaf-fields">
          <Form.Item name="userName" label={words.session.userName} rules={[{ required: true }]}><Input disabled={!!user} autoComplete="off" /></Form.Item>
          <Form.Item name="displayName" label={words.users.displayName} rules={[{ required: true }]}><Input /></Form.Item>
          <Form.Item name="password" label={words.users.password} extra={words.users.passwordHint} rules={[{ min: 10 }]}><Input.Password autoComplete="new-password" /></Form.Item>
        </div>
        <Form.List name="posts">
          {(fields, { add, remove }) => (
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend style={{ fontWeight: 600, marginBottom: 8 }}>{words.users.posts}</legend>
              {fields.map(({ key, name }) => (
                <div key={key} className="leaf-fields" style={{ marginTop: 0, alignItems: 'end' }}>
                  <Form.Item name={[name, 'role']} label={words.users.role} rules={[{ required: true }]}><Select options={Object.entries(words.roles).map(([value, label]) => ({ value, label }))} /></Form.Item>
                  <Form.Item noStyle shouldUpdate>
                    {() => (scopeOf[form.getFieldValue(['posts', name, 'role']) as Role] ? <Form.Item name={[name, 'scope']} label={words.users.scope} rules={[{ required: true }]}><Input /></Form.Item> : null)}
                  </Form.Item>
                  <Form.Item name={[name, 'from']} label={words.organisation.from} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
                  <Form.Item name={[name, 'to']} label={words.organisation.to}><DatePicker style={{ width: '100%' }} /></Form.Item>
                  <Form.Item><Button onClick={() => remove(name)}>{words.report.remove}</Button></Form.Item>
                </div>
              ))}
              <Button size="small" onClick={() => add({ role: 'schoolChair', from: dayjs() })}>+ {words.users.addPost}</Button>
            </fieldset>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Drawer, Form, Input, Modal, Select, Space, Switch, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { get, getTagged, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { CommunityRole, CommunityType, CommunityView } from '../../api/schema';
import { Nothing, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';

const code = /^[a-z0-9][a-z0-9.-]{0,62}$/;
const dayOf = (at: Dayjs) => at.format('YYYY-MM-DD');

interface Fields {
  code: string;
  name: string;
  type: CommunityType;
  isActive: boolean;
  members: { school?: string; role?: CommunityRole; from?: Dayjs; to?: Dayjs | null }[];
}

/** The communities of the district with their schools; the district keeps them. */
export function CommunitiesDrawer({ communities, onClose }: { communities: CommunityView[]; onClose: () => void }) {
  const words = useWords();
  const own = words.communities;
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const canManage = may.manageRounds(useRole());
  const [editing, setEditing] = useState<CommunityView | 'new'>();
  const drop = useMutation({
    mutationFn: async (community: CommunityView) => {
      const path = { community: community.code };
      return write('DELETE /communities/{community}', { path, ifMatch: (await getTagged('GET /communities/{community}', { path })).tag });
    },
    onSuccess: () => {
      message.success(own.dropped);
      return queries.invalidateQueries({ queryKey: ['communities'] });
    },
    onError: (error) => message.error(error.message),
  });
  const ask = (community: CommunityView) => modal.confirm({
    title: `${own.drop} · ${community.name}`, content: own.dropSure, okText: own.drop, okButtonProps: { danger: true }, cancelText: words.common.cancel, onOk: () => drop.mutateAsync(community).catch(() => undefined),
  });
  return (
    <Drawer
      open onClose={onClose} title={own.title} size="min(720px, 100vw)"
      extra={canManage && <Button type="primary" onClick={() => setEditing('new')}>{own.add}</Button>}
    >
      {communities.length === 0 && <Nothing title={own.none} hint={canManage ? own.noneHint : own.noneForSchool} />}
      {communities.map((c) => (
        <Panel
          key={c.code} title={<>{c.name} <Tag color={c.isActive ? 'processing' : undefined}>{own.type[c.type]}</Tag>{!c.isActive && <Tag>{own.ended}</Tag>}</>}
          extra={canManage && (
            <Space>
              <Button size="small" aria-label={`${words.organisation.edit} ${c.name}`} onClick={() => setEditing(c)}>{words.organisation.edit}</Button>
              <Button size="small" danger aria-label={`${own.drop} ${c.name}`} onClick={() => ask(c)}>{own.drop}</Button>
            </Space>
          )}
        >
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {c.members.map((m) => (
              <li key={`${m.school}/${m.from}`}>
                {m.name} <Tag color={m.role === 'core' ? 'processing' : undefined}>{own.role[m.role]}</Tag> <small>{m.to ? own.until(day(m.from), day(m.to)) : own.since(day(m.from))}</small>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {editing && <CommunityDialog community={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Drawer>
  );
}

/** Makes or changes a community. */
function CommunityDialog({ community, onClose }: { community?: CommunityView; onClose: () => void }) {
  const words = useWords();
  const own = words.communities;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const save = useMutation({
    mutationFn: async ({ code: key, members, ...fields }: Fields) => write('PUT /communities/{community}', {
      path: { community: key }, onlyNew: !community,
      ifMatch: community ? (await getTagged('GET /communities/{community}', { path: { community: key } })).tag : undefined,
      body: { ...fields, members: members.map((m) => ({ school: m.school!, role: m.role!, from: dayOf(m.from!), to: m.to ? dayOf(m.to) : null })) },
    }),
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries({ queryKey: ['communities'] });
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  const said = save.error instanceof Problem ? save.error.problems : [];
  return (
    <Modal open width={1040} title={community ? community.name : own.add} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form
        form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}
        initialValues={community
          ? { ...community, members: community.members.map((m) => ({ ...m, from: dayjs(m.from), to: m.to ? dayjs(m.to) : null })) }
          : { type: 'coBuilt', isActive: true, members: [{ role: 'core', from: dayjs() }, { role: 'member', from: dayjs() }] }}
      >
        {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} description={said.length > 0 && <ul style={{ margin: 0, paddingLeft: 20 }}>{said.map((p) => <li key={p.path}>{nameAt(p.path)}{p.message}</li>)}</ul>} />}
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name="code" label={words.organisation.code} extra={words.rounds.codeHint} rules={[{ required: true, pattern: code, message: words.rounds.codeWrong }]}><Input disabled={!!community} autoComplete="off" /></Form.Item>
          <Form.Item name="name" label={words.organisation.name} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
          <Form.Item name="type" label={own.typeLabel}><Select options={Object.entries(own.type).map(([value, label]) => ({ value, label }))} /></Form.Item>
          {community && <Form.Item name="isActive" label={own.active} extra={own.activeHint} valuePropName="checked"><Switch checkedChildren={own.isActive} unCheckedChildren={own.ended} /></Form.Item>}
        </div>
        <Form.List name="members">
          {(fields, { add, remove }) => (
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend style={{ fontWeight: 600 }}>{own.members}</legend>
              <p style={{ margin: '0 0 8px' }}><small>{own.reasonOfName} {own.toHint}</small></p>
              {fields.map(({ key, name }) => (
                <div key={key} className="leaf-fields" style={{ marginTop: 0, alignItems: 'end', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}>
                  <Form.Item name={[name, 'school']} label={own.school} rules={[{ required: true }]}><OneSchool known={community} /></Form.Item>
                  <Form.Item name={[name, 'role']} label={own.roleLabel} rules={[{ required: true }]}><Select options={Object.entries(own.role).map(([value, label]) => ({ value, label }))} /></Form.Item>
                  <Form.Item name={[name, 'from']} label={own.from} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
                  <Form.Item name={[name, 'to']} label={own.to}><DatePicker style={{ width: '100%' }} /></Form.Item>
                  <Form.Item><Button onClick={() => remove(name)}>{own.remove}</Button></Form.Item>
                </div>
              ))}
              <Button size="small" onClick={() => add({ role: 'member', from: dayjs() })}>+ {own.addMember}</Button>
            </fieldset>
          )}
        </Form.List>
      </Form>
    </Modal>
  );

  function nameAt(path: string) {
    const at = /^members\[(\d+)\]/.exec(path)?.[1];
    const school = at && (form.getFieldValue(['members', Number(at), 'school']) as string | undefined);
    return school ? `${community?.members.find((m) => m.school === school)?.name ?? school}：` : '';
  }
}

/** Chooses one school by name or code; the service searches. */
function OneSchool({ id, value, onChange, known }: { id?: string; value?: string; onChange?: (code: string) => void; known?: CommunityView }) {
  const [search, setSearch] = useState('');
  const schools = useQuery({ queryKey: ['schools', 'choice', search], queryFn: ({ signal }) => get('GET /schools', { query: { search, pageSize: 50 }, signal }) });
  const options = [...(known?.members ?? []).map((m) => ({ value: m.school, label: m.name })), ...(schools.data?.items ?? []).map((s) => ({ value: s.code, label: `${s.name}（${s.code}）` }))];
  return (
    <Select
      id={id} value={value} onChange={onChange} loading={schools.isFetching} showSearch={{ filterOption: false, onSearch: setSearch }}
      options={options.filter((o, i) => options.findIndex((x) => x.value === o.value) === i)}
    />
  );
}

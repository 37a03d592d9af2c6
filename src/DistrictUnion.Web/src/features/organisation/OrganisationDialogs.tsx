import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Input, InputNumber, Modal, Select, Table } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { getTagged, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { BranchKind, BranchView, SchoolInput, SchoolView, ZoneView } from '../../api/schema';
import { useWords } from '../../shared/words';

const code = /^[a-z0-9][a-z0-9.-]{0,62}$/;

/** Makes or changes a school. */
export function SchoolDialog({ school, zones, onClose }: { school?: SchoolView; zones: ZoneView[]; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Omit<SchoolInput, 'term'> & { code: string; term?: [Dayjs, Dayjs] | null }>();
  const save = useMutation({
    mutationFn: async ({ code: key, term, ...fields }: Omit<SchoolInput, 'term'> & { code: string; term?: [Dayjs, Dayjs] | null }) => write('PUT /schools/{school}', {
      path: { school: key },
      ifMatch: school ? (await getTagged('GET /schools/{school}', { path: { school: key } })).tag : undefined,
      body: { ...fields, titles: school?.titles, from: school?.from, to: school?.to, term: term ? { startsOn: term[0].format('YYYY-MM-DD'), endsOn: term[1].format('YYYY-MM-DD') } : null },
    }),
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries({ queryKey: ['schools'] });
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Modal open title={school ? school.name : words.organisation.addSchool} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)} initialValues={school ? { ...school, term: school.term ? [dayjs(school.term.startsOn), dayjs(school.term.endsOn)] : null } : { ownership: 'public', setting: 'urban', stage: 'primary', countingKind: 'unionGroup' }}>
        {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
        <Form.Item name="code" label={words.organisation.code} rules={[{ required: true, pattern: code }]}><Input disabled={!!school} /></Form.Item>
        <Form.Item name="name" label={words.organisation.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        <div className="leaf-fields">
          <Form.Item name="zone" label={words.organisation.zones} rules={[{ required: true }]}><Select options={zones.map((z) => ({ value: z.code, label: z.name }))} /></Form.Item>
          <Form.Item name="stage" label={words.organisation.stage} rules={[{ required: true }]}><Select options={Object.entries(words.stage).map(([value, label]) => ({ value, label }))} /></Form.Item>
          <Form.Item name="ownership" label={words.organisation.ownership}><Select options={(['public', 'private'] as const).map((value) => ({ value, label: words.rounds[value] }))} /></Form.Item>
          <Form.Item name="setting" label={words.organisation.setting}><Select options={(['urban', 'rural'] as const).map((value) => ({ value, label: words.organisation[value] }))} /></Form.Item>
          <Form.Item name="members" label={words.organisation.members} rules={[{ required: true }]}><InputNumber min={0} precision={0} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="countingKind" label={words.organisation.kind}><Select options={Object.entries(words.branchKind).map(([value, label]) => ({ value, label }))} /></Form.Item>
        </div>
        <Form.Item name="term" label={words.organisation.term} extra={words.organisation.termHint}><DatePicker.RangePicker style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Makes a branch, corrects it, or ends its days at the school. */
export function BranchDialog({ school, branch, onClose }: { school: string; branch?: BranchView; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ code: string; name: string; kind: BranchKind; from: Dayjs; to?: Dayjs | null }>();
  const save = useMutation({
    mutationFn: async (fields: { code: string; name: string; kind: BranchKind; from: Dayjs; to?: Dayjs | null }) => write('PUT /schools/{school}/branches/{branch}', {
      path: { school, branch: fields.code },
      ifMatch: branch ? (await getTagged('GET /schools/{school}/branches/{branch}', { path: { school, branch: fields.code } })).tag : undefined,
      body: { name: fields.name, kind: fields.kind, from: fields.from.format('YYYY-MM-DD'), to: fields.to?.format('YYYY-MM-DD') ?? null },
    }),
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries({ queryKey: ['branches'] });
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Modal open title={branch ? branch.name : words.organisation.addBranch} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form
        form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}
        initialValues={branch ? { ...branch, from: dayjs(branch.from), to: branch.to ? dayjs(branch.to) : null } : { kind: 'unionGroup', from: dayjs() }}
      >
        {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
        <Form.Item name="code" label={words.organisation.code} rules={[{ required: true, pattern: code }]}><Input disabled={!!branch} /></Form.Item>
        <Form.Item name="name" label={words.organisation.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="kind" label={words.organisation.kind}><Select options={Object.entries(words.branchKind).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <div className="leaf-fields">
          <Form.Item name="from" label={words.organisation.from} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="to" label={words.organisation.to}><DatePicker style={{ width: '100%' }} /></Form.Item>
        </div>
      </Form>
    </Modal>
  );
}

/** Names the zones and adds one. */
export function ZoneDialog({ zones, onClose }: { zones: ZoneView[]; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ code: string; name: string }>();
  const save = useMutation({
    mutationFn: async (zone: { code: string; name: string }) => {
      const known = zones.some((z) => z.code === zone.code);
      return write('PUT /zones/{zone}', {
        path: { zone: zone.code }, body: { name: zone.name }, ifMatch: known ? (await getTagged('GET /zones/{zone}', { path: { zone: zone.code } })).tag : undefined,
      });
    },
    onSuccess: async () => {
      message.success(words.rounds.created);
      form.resetFields();
      await queries.invalidateQueries({ queryKey: ['zones'] });
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Modal open title={words.organisation.zones} onCancel={onClose} footer={<Button onClick={onClose}>{words.common.close}</Button>}>
      <Table<ZoneView>
        size="small" rowKey="code" dataSource={zones} pagination={false} scroll={{ y: 320 }}
        columns={[
          { title: words.organisation.code, dataIndex: 'code', width: 130 },
          { title: words.organisation.name, dataIndex: 'name' },
          { title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 80, render: (_, z) => <Button size="small" aria-label={`${words.organisation.edit} ${z.name}`} onClick={() => form.setFieldsValue(z)}>{words.organisation.edit}</Button> },
        ]}
      />
      <Form form={form} layout="vertical" onFinish={(zone) => save.mutate(zone)} style={{ marginTop: 16 }}>
        {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
        <div className="leaf-fields">
          <Form.Item name="code" label={words.organisation.code} rules={[{ required: true, pattern: code }]}><Input /></Form.Item>
          <Form.Item name="name" label={words.organisation.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={save.isPending}>{words.common.save}</Button>
      </Form>
    </Modal>
  );
}

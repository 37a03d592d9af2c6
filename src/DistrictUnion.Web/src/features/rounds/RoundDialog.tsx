import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { get, getTagged, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { DueShift, RoundKind, RoundView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { formOf, ScopeFields, scopeOf, type ScopeForm } from './ScopeFields';

interface Fields extends ScopeForm {
  code: string;
  name: string;
  scheme: string;
  window: { from: Dayjs; to: Dayjs };
  dueAt: Dayjs;
  closesAt?: Dayjs | null;
  dueShift: DueShift;
  kind: RoundKind;
}

const date = 'YYYY-MM-DD';

/** Plans a round, or changes one that has not opened. */
export function RoundDialog({ round, onClose }: { round?: RoundView; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const schemes = useQuery({ queryKey: ['schemes'], queryFn: ({ signal }) => get('GET /schemes', { query: { pageSize: 200 }, signal }) });
  const save = useMutation({
    mutationFn: async (fields: Fields) => {
      const ifMatch = round ? (await getTagged('GET /rounds/{round}', { path: { round: round.code } })).tag : undefined;
      const scope = scopeOf(fields);
      return write('PUT /rounds/{round}', {
        path: { round: fields.code },
        ifMatch,
        body: {
          name: fields.name,
          scheme: fields.scheme,
          window: { from: fields.window.from.format(date), to: fields.window.to.format(date) },
          dueAt: fields.dueAt.format(date),
          closesAt: fields.closesAt ? fields.closesAt.format('YYYY-MM-DDTHH:mm:ss+08:00') : null,
          dueShift: fields.dueShift,
          kind: fields.kind,
          scope: Object.values(scope).some((list) => list !== null) ? scope : undefined,
        },
      });
    },
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries({ queryKey: ['rounds'] });
    },
    onError: (error) => {
      if (error instanceof Problem) {
        form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
      }
    },
  });
  return (
    <Modal open width={620} title={round ? `${words.organisation.edit} · ${round.name}` : words.rounds.create} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form
        form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}
        initialValues={round
          ? {
            ...round, window: { from: dayjs(round.window.from), to: dayjs(round.window.to) }, dueAt: dayjs(round.dueAt).subtract(1, 'second'), closesAt: round.closesAt ? dayjs(round.closesAt) : null,
            ...formOf(round.scope),
          }
          : { dueShift: 'nextWorkingDay', kind: 'annual' }}
      >
        {save.error && !(save.error instanceof Problem && Object.keys(save.error.fields).length > 0) && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
        <Form.Item name="code" label={words.rounds.code} extra={words.rounds.codeHint} rules={[{ required: true }, { pattern: /^[a-z0-9][a-z0-9-]{1,62}$/, message: words.rounds.codeWrong }]}><Input disabled={!!round} /></Form.Item>
        <Form.Item name="name" label={words.rounds.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="scheme" label={words.rounds.scheme} rules={[{ required: true }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={schemes.data?.items.filter((s) => s.publishedVersion).map((s) => ({ value: s.code, label: `${s.name}（v${s.publishedVersion}）` }))} />
        </Form.Item>
        <div className="leaf-fields">
          <Form.Item name={['window', 'from']} label={`${words.rounds.window} · ${words.organisation.from}`} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name={['window', 'to']} label={`${words.rounds.window} · ${words.organisation.to}`} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="dueAt" label={words.rounds.dueAt} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="dueShift" label={words.rounds.dueShift}><Select options={Object.entries(words.rounds.shift).map(([value, label]) => ({ value, label }))} /></Form.Item>
          <Form.Item name="closesAt" label={words.rounds.closesAt} extra={words.rounds.lateRule}><DatePicker showTime style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="kind" label={words.rounds.kind}><Select options={(['annual', 'application'] as const).map((value) => ({ value, label: words.rounds[value] }))} /></Form.Item>
        </div>
        <ScopeFields />
      </Form>
    </Modal>
  );
}

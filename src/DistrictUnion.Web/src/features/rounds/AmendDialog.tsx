import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { get, getTagged, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { RoundView } from '../../api/schema';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { formOf, ScopeFields, scopeOf, type ScopeForm } from './ScopeFields';

type Fields = ScopeForm & { reason: string; version: number };

/** Changes an open round's scope or scheme version, with a reason, and shows what was changed before. */
export function AmendDialog({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const versions = useQuery({ queryKey: ['scheme-versions', round.scheme], queryFn: async ({ signal }) => (await get('GET /schemes/{scheme}/versions', { path: { scheme: round.scheme }, query: { pageSize: 200 }, signal })).items });
  const earlier = useQuery({ queryKey: ['amendments', round.code], queryFn: async ({ signal }) => (await get('GET /rounds/{round}/amendments', { path: { round: round.code }, query: { pageSize: 200 }, signal })).items });
  const save = useMutation({
    mutationFn: async ({ reason, version, ...scope }: Fields) => {
      const { tag } = await getTagged('GET /rounds/{round}', { path: { round: round.code } });
      return write('POST /rounds/{round}/amendments', {
        path: { round: round.code }, ifMatch: tag,
        body: {
          reason,
          version: version === round.version ? null : version,
          scope: JSON.stringify(scopeOf(scope)) === JSON.stringify(scopeOf(formOf(round.scope))) ? null : scopeOf(scope),
        },
      });
    },
    onSuccess: async () => {
      message.success(words.rounds.created);
      onClose();
      await queries.invalidateQueries();
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error).map((f) => ({ ...f, name: f.name.filter((n) => n !== 'scope') })) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Modal open width={620} title={`${words.amend.title} · ${round.name}`} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      <Form form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)} initialValues={{ ...formOf(round.scope), version: round.version }}>
        <Alert type="info" showIcon title={words.amend.hint} style={{ marginBottom: 12 }} />
        {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
        <Form.Item name="version" label={words.amend.version}>
          <Select options={versions.data?.filter((v) => v.state !== 'draft').map((v) => ({ value: v.version, label: `v${v.version} ${words.schemes.state[v.state]}` }))} />
        </Form.Item>
        <ScopeFields />
        <Form.Item name="reason" label={words.common.reason} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={2} maxLength={500} placeholder={words.common.reasonHint} /></Form.Item>
      </Form>
      {(earlier.data?.length ?? 0) > 0 && (
        <>
          <h3 style={{ fontSize: 14 }}>{words.amend.earlier}</h3>
          <ol style={{ paddingLeft: 20 }}>
            {earlier.data!.map((a) => <li key={a.number}>{moment(a.at)} {a.actor} {a.version ? `${words.schemes.version} v${a.version} ` : ''}{a.scope ? `${words.rounds.scope} ` : ''}— {a.reason}</li>)}
          </ol>
        </>
      )}
    </Modal>
  );
}

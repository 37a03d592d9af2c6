import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { get, serverNow, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { ObligationView } from '../../api/schema';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { obligationKey, useRefresh } from './queries';

interface Fields {
  on: Dayjs;
  note?: string;
  files?: string[];
}

/** Hands an obligation in: the day, what was done, files of the own ledger. */
export function HandIn({ obligation: o, tag }: { obligation: ObligationView; tag: string }) {
  const words = useWords();
  const role = useRole();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const isOwn = may.ofSchool(role);
  const mayHandIn = role === 'schoolChair' || (role === 'branchLead' && o.level === 'branch') || (role === 'zoneLead' && o.level === 'zone') || may.manageRounds(role);
  const files = useOwnFiles(mayHandIn && isOwn ? (o.school ?? null) : null);
  const send = useMutation({
    mutationFn: (fields: Fields) => write('POST /obligations/{obligation}/fulfil', {
      path: { obligation: o.code }, ifMatch: tag, body: { on: fields.on.format('YYYY-MM-DD'), note: fields.note?.trim() || null, files: fields.files ?? [] },
    }),
    onSuccess: (answer) => {
      queries.setQueryData([obligationKey, 'one', o.code], answer);
      return refresh();
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  if (!mayHandIn || o.evidence === 'evaluationSubmitted' || o.evidence === 'careVisited' || o.state === 'notStarted') return null;
  const failed = send.error && !(send.error instanceof Problem && Object.keys(send.error.fields).length > 0);
  return (
    <Form form={form} layout="vertical" style={{ marginTop: 16 }} initialValues={{ on: dayjs(serverNow()) }} onFinish={(fields) => send.mutate(fields)}>
      <h4>{isOwn ? words.obligations.handIn : words.obligations.handInFor}</h4>
      {failed && <Alert type="error" showIcon title={send.error!.message} style={{ marginBottom: 12 }} />}
      <Form.Item name="on" label={words.obligations.doneOn} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} disabledDate={(d) => d.isAfter(dayjs(serverNow()), 'day')} /></Form.Item>
      <Form.Item name="note" label={isOwn ? words.obligations.note : words.obligations.noteFor} extra={isOwn && o.needsProof ? words.obligations.noteHint : undefined}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
      {files.data && files.data.length > 0 && (
        <Form.Item name="files" label={words.obligations.files}><Select mode="multiple" optionFilterProp="label" options={files.data.map((f) => ({ value: f.id, label: f.name }))} /></Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={send.isPending}>{words.obligations.handInButton}</Button>
    </Form>
  );
}

/** The files of the school's ledger in the latest round; one call more, only where something can be handed in. */
function useOwnFiles(school: string | null) {
  return useQuery({
    queryKey: ['evidence', 'latest', school],
    enabled: school !== null,
    queryFn: async ({ signal }) => {
      const round = (await get('GET /me/work', { signal })).rounds[0]?.round;
      return round ? (await get('GET /rounds/{round}/schools/{school}/evidence', { path: { round, school: school! }, query: { pageSize: 200 }, signal })).items : [];
    },
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { get, write, type Tagged } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { VisitView } from '../../api/schema';
import { SchoolSelect } from '../../shared/SchoolSelect';
import { may, useRole, useSession } from '../../shared/session';
import { useWords } from '../../shared/words';
import { leavesOf } from '../schemes/definition';
import { useRoundScheme } from '../schemes/queries';

interface Fields {
  schools?: string[];
  on: Dayjs;
  inspectors: string[];
  leaves?: string[];
}

/** Plans inspections of several schools alike, or changes the plan of one. */
export function PlanDialog({ round, visit, onClose }: { round: string; visit?: Tagged<VisitView>; onClose: () => void }) {
  const words = useWords();
  const role = useRole();
  const { user } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const scheme = useRoundScheme(round);
  const people = useQuery({
    queryKey: ['inspectors'], enabled: may.readUsers(role),
    queryFn: async ({ signal }) => (await Promise.all((['districtOfficer', 'zoneLead'] as const).map((r) => get('GET /users', { query: { role: r, pageSize: 200 }, signal })))).flatMap((p) => p.items),
  });
  // A zone lead can't list people, and keeps those who are planned already.
  const planned = visit?.body.inspectors.map((i) => ({ userName: i.userName, displayName: i.name })) ?? [];
  const choices = people.data ?? [...planned, ...(user && !planned.some((i) => i.userName === user.userName) ? [user] : [])];
  const plan = useMutation({
    mutationFn: async ({ schools = [], on, inspectors, leaves }: Fields) => {
      const body = { plannedOn: on.format('YYYY-MM-DD'), inspectors, leaves: leaves?.length ? leaves : null };
      if (visit) {
        await write('PUT /rounds/{round}/schools/{school}/visits/{visit}', { path: { round, school: visit.body.school, visit: visit.body.id }, ifMatch: visit.tag, body });
        return;
      }
      for (const school of schools) {
        await write('POST /rounds/{round}/schools/{school}/visits', { path: { round, school }, body });
        form.setFieldValue('schools', (form.getFieldValue('schools') as string[]).filter((s) => s !== school));
      }
    },
    onSuccess: () => {
      message.success(visit ? words.visits.replanned : words.visits.planned);
      onClose();
    },
    onError: (error) => { if (error instanceof Problem) form.setFields(formErrors(error).map((e) => ({ name: (e.name[0] === 'plannedOn' ? 'on' : e.name[0]) as keyof Fields, errors: e.errors }))); },
    onSettled: () => queries.invalidateQueries({ queryKey: ['visits', round] }),
  });
  return (
    <Modal open title={visit ? words.visits.replan : words.visits.plan} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={plan.isPending} onOk={() => form.submit()}>
      {plan.error && <Alert type="error" showIcon title={plan.error.message} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" onFinish={(fields) => plan.mutate(fields)} initialValues={visit
          ? { on: dayjs(visit.body.plannedOn), inspectors: visit.body.inspectors.map((i) => i.userName), leaves: visit.body.checklist.map((l) => l.code) }
          : { inspectors: may.readUsers(role) ? [] : [user?.userName] }}>
        {!visit && <Form.Item name="schools" label={words.visits.school} rules={[{ required: true }]}><SchoolSelect /></Form.Item>}
        <Form.Item name="on" label={words.visits.on} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="inspectors" label={words.visits.inspectors} rules={[{ required: true }]}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={choices.map((p) => ({ value: p.userName, label: `${p.displayName}（${p.userName}）` }))} />
        </Form.Item>
        <Form.Item name="leaves" label={`${words.visits.leaves}（${words.common.optional}）`} extra={words.visits.allLeaves}>
          <Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} options={(scheme.data ? leavesOf(scheme.data.definition) : []).map((l) => ({ value: l.node.code, label: `${l.node.code} ${l.node.name}` }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

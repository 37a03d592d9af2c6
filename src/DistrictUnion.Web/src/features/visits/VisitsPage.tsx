import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, List, Modal, Select, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { SchoolSelect } from '../../shared/SchoolSelect';
import { may, useRole, useSession } from '../../shared/session';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { leavesOf } from '../schemes/definition';
import { useRoundScheme } from '../schemes/queries';
import { stateColor, useVisits } from './queries';

/** The on-site inspections of a round. */
export default function VisitsPage() {
  const words = useWords();
  const role = useRole();
  const { round = '' } = useParams();
  const visits = useVisits(round);
  const [planning, setPlanning] = useState(false);
  const canPlan = may.review(role);
  return (
    <Page title={words.visits.title} tools={canPlan && <Button type="primary" onClick={() => setPlanning(true)}>{words.visits.plan}</Button>}>
      <Loaded of={[visits]}>
        {() => visits.data!.length === 0 ? <Nothing title={words.visits.none} hint={canPlan ? words.visits.noneHint : words.visits.noneSchool} /> : (
          <Panel>
            <List
              dataSource={visits.data} rowKey="id"
              renderItem={(v) => (
                <List.Item extra={<Tag color={stateColor[v.state]}>{words.visits.state[v.state]}</Tag>}>
                  <div>
                    <Link to={`/rounds/${round}/schools/${v.school}/visits/${v.id}`} style={{ display: 'inline-block', paddingBlock: 6, fontWeight: 600 }}>{v.schoolName}</Link>
                    <div>{words.visits.on} {day(v.plannedOn)} · {words.visits.inspectors} {v.inspectors.join('、')}</div>
                  </div>
                </List.Item>
              )}
            />
          </Panel>
        )}
      </Loaded>
      {planning && <PlanDialog round={round} onClose={() => setPlanning(false)} />}
    </Page>
  );
}

interface Fields {
  schools: string[];
  on: Dayjs;
  inspectors: string[];
  leaves?: string[];
}

function PlanDialog({ round, onClose }: { round: string; onClose: () => void }) {
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
  const choices = people.data ?? (user ? [user] : []);
  const plan = useMutation({
    mutationFn: async ({ schools, on, inspectors, leaves }: Fields) => {
      for (const school of schools) {
        await write('POST /rounds/{round}/schools/{school}/visits', { path: { round, school }, body: { plannedOn: on.format('YYYY-MM-DD'), inspectors, leaves: leaves?.length ? leaves : null } });
        form.setFieldValue('schools', (form.getFieldValue('schools') as string[]).filter((s) => s !== school));
      }
    },
    onSuccess: () => {
      message.success(words.visits.planned);
      onClose();
    },
    onError: (error) => { if (error instanceof Problem) form.setFields(formErrors(error).map((e) => ({ name: e.name[0] as keyof Fields, errors: e.errors }))); },
    onSettled: () => queries.invalidateQueries({ queryKey: ['visits', round] }),
  });
  return (
    <Modal open title={words.visits.plan} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={plan.isPending} onOk={() => form.submit()}>
      {plan.error && <Alert type="error" showIcon title={plan.error.message} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" onFinish={(fields) => plan.mutate(fields)} initialValues={{ inspectors: may.readUsers(role) ? [] : [user?.userName] }}>
        <Form.Item name="schools" label={words.visits.school} rules={[{ required: true }]}><SchoolSelect /></Form.Item>
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

import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Form, Input, InputNumber, Select, Switch, Table } from 'antd';
import { write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { ObligationDefinition, ObligationTemplateView } from '../../api/schema';
import { Loaded } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { day } from '../../shared/time';
import { useWords } from '../../shared/words';
import { useZones } from '../organisation/queries';
import { useDifferences, useObligationTemplate, useRefresh } from './queries';
import { TemplateTimes } from './TemplateTimes';

const onEvent: ObligationDefinition['due']['kind'][] = ['daysAfterEvent', 'workingDaysAfterEvent', 'termEnd', 'roundDue', 'titleDue'];
const rolesOf: Record<ObligationDefinition['owner']['level'], ObligationDefinition['owner']['role'][]> = {
  branch: ['branchLead'], school: ['schoolChair', 'schoolClerk'], zone: ['zoneLead'], district: ['districtOfficer', 'districtAdmin', 'districtApprover'],
};

const fresh: ObligationDefinition = {
  name: '', englishName: '', clause: { document: '', article: '', text: '', url: null }, recurrence: 'yearly',
  due: { kind: 'monthDay', month: 12, day: 31, days: null, trigger: null, countsEventDay: false, semester: null, shift: 'none', opensBefore: null },
  applies: { stages: null, staffBelow: null, staffAtLeast: null, settings: null, zones: null, communitiesOnly: false },
  owner: { level: 'school', role: 'schoolChair' }, evidence: 'handedIn', needsProof: true, proof: null, reminderDays: [14, 7, 3, 1, 0, -1], escalationDays: [1, 7], effectiveFrom: null, effectiveTo: null,
};

/** Makes an obligation or changes what it says; what was made of it stays, and the drawer tells what differs. */
export function TemplateDrawer({ code, onClose }: { code: string | null; onClose: () => void }) {
  const words = useWords();
  const found = useObligationTemplate(code ?? undefined);
  return (
    <Drawer open size={640} onClose={onClose} title={code ?? words.obligationTemplates.add} destroyOnHidden>
      {code === null ? <TemplateForm onClose={onClose} /> : <Loaded of={[found]}>{() => <TemplateForm key={found.data!.tag} template={found.data!.body} tag={found.data!.tag} onClose={onClose} />}</Loaded>}
    </Drawer>
  );
}

function TemplateForm({ template, tag, onClose }: { template?: ObligationTemplateView; tag?: string; onClose: () => void }) {
  const words = useWords();
  const text = words.obligationTemplates;
  const role = useRole();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const [form] = Form.useForm<ObligationDefinition & { code: string }>();
  const level = Form.useWatch(['owner', 'level'], form) ?? template?.definition.owner.level ?? 'school';
  const kind = Form.useWatch(['due', 'kind'], form) ?? template?.definition.due.kind ?? 'monthDay';
  const evidence = Form.useWatch('evidence', form) ?? template?.definition.evidence ?? 'handedIn';
  const zones = useZones();
  const isReader = !may.manageRounds(role);
  const save = useMutation({
    mutationFn: ({ code, ...fields }: ObligationDefinition & { code: string }) => {
      const known = template?.definition ?? fresh;
      const body: ObligationDefinition = {
        ...known, ...fields,
        clause: { ...known.clause, ...fields.clause, url: fields.clause.url || null },
        due: { ...known.due, ...fields.due },
        applies: { ...known.applies, ...fields.applies, stages: fields.applies?.stages?.length ? fields.applies.stages : null, settings: fields.applies?.settings?.length ? fields.applies.settings : null, zones: fields.applies?.zones?.length ? fields.applies.zones : null },
        activities: fields.evidence === 'activityHeld' && fields.activities?.length ? fields.activities : null,
        reminderDays: [...fields.reminderDays!].sort((a, b) => b - a),
        escalationDays: [...fields.escalationDays!].sort((a, b) => a - b),
        recurrence: onEvent.includes(fields.due.kind) ? 'onEvent' : fields.recurrence,
      };
      return write('PUT /obligation-templates/{obligationTemplate}', { path: { obligationTemplate: template?.code ?? code }, ifMatch: tag, onlyNew: !template, body });
    },
    onSuccess: async (answer) => {
      message.success(answer.body.differing ? text.savedDiffering(answer.body.differing) : words.rounds.created);
      await refresh();
      if (!template) onClose();
    },
    onError: (error) => error instanceof Problem && form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  const turn = useMutation({
    mutationFn: (on: boolean) => write(on ? 'POST /obligation-templates/{obligationTemplate}/activate' : 'POST /obligation-templates/{obligationTemplate}/deactivate', { path: { obligationTemplate: template!.code }, ifMatch: tag }),
    onSuccess: refresh,
    onError: (error) => message.error(error.message),
  });
  const failed = save.error && !(save.error instanceof Problem && Object.keys(save.error.fields).length > 0);
  const options = <T extends string>(of: Record<T, string>, only?: readonly T[]) => (only ?? (Object.keys(of) as T[])).map((value) => ({ value, label: of[value] }));
  return (
    <>
      {template && !isReader && (
        <Alert
          type={template.isActive ? 'success' : 'info'} showIcon style={{ marginBottom: 16 }} title={template.isActive ? text.activeSince(day(template.activeSince)) : text.inactiveHint}
          action={<Button loading={turn.isPending} onClick={() => turn.mutate(!template.isActive)}>{template.isActive ? text.deactivate : text.activate}</Button>}
        />
      )}
      {template && !!template.differing && <Differences template={template} />}
      <Form form={form} layout="vertical" disabled={isReader} initialValues={template ? { ...template.definition, code: template.code } : fresh} onFinish={(fields) => save.mutate(fields)}>
        {failed && <Alert type="error" showIcon title={save.error!.message} style={{ marginBottom: 12 }} />}
        {!template && <Form.Item name="code" label={text.code} rules={[{ required: true }]}><Input maxLength={64} /></Form.Item>}
        <Form.Item name="name" label={text.name} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="englishName" label={text.englishName} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        <div className="leaf-fields">
          <Form.Item name={['clause', 'document']} label={text.document} rules={[{ required: true }]}><Input maxLength={200} /></Form.Item>
          <Form.Item name={['clause', 'article']} label={text.article} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
        </div>
        <Form.Item name={['clause', 'text']} label={text.clauseText} rules={[{ required: true }]}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
        <Form.Item name={['clause', 'url']} label={text.url}><Input maxLength={500} /></Form.Item>
        <div className="leaf-fields">
          <Form.Item name={['due', 'kind']} label={text.due}><Select options={options(text.dueKind)} /></Form.Item>
          {!onEvent.includes(kind) && <Form.Item name="recurrence" label={text.recurs}><Select options={options(text.recurrence, kind === 'monthDay' ? ['yearly', 'schoolYear'] : ['yearly', 'schoolYear', 'halfYear', 'semester', 'monthly', 'weekly'])} /></Form.Item>}
          {kind === 'monthDay' && <Form.Item name={['due', 'month']} label={text.month}><InputNumber min={1} max={12} style={{ width: '100%' }} /></Form.Item>}
          {kind === 'monthDay' && <Form.Item name={['due', 'day']} label={text.day}><InputNumber min={1} max={31} style={{ width: '100%' }} /></Form.Item>}
          {(kind === 'daysAfterEvent' || kind === 'workingDaysAfterEvent') && <Form.Item name={['due', 'trigger']} label={text.triggerLabel}><Select options={options(text.trigger)} /></Form.Item>}
          {(kind === 'daysAfterEvent' || kind === 'workingDaysAfterEvent' || kind === 'termEnd') && <Form.Item name={['due', 'days']} label={text.days} extra={kind === 'workingDaysAfterEvent' ? undefined : text.daysHint}><InputNumber min={-366} max={366} precision={0} style={{ width: '100%' }} /></Form.Item>}
          {kind === 'roundDue' && <Form.Item name={['due', 'semester']} label={text.semester}><Select allowClear placeholder={words.common.all} options={[1, 2].map((n) => ({ value: n, label: text.semesterOf(n) }))} /></Form.Item>}
          {kind !== 'roundDue' && <Form.Item name={['due', 'shift']} label={text.shift}><Select options={options(text.shiftKind)} /></Form.Item>}
          <Form.Item name={['due', 'opensBefore']} label={text.opensBefore}><InputNumber min={0} max={366} precision={0} style={{ width: '100%' }} /></Form.Item>
        </div>
        <div className="leaf-fields">
          <Form.Item name={['owner', 'level']} label={text.level}><Select options={options(words.obligations.level)} onChange={(v: keyof typeof rolesOf) => form.setFieldValue(['owner', 'role'], rolesOf[v][0])} /></Form.Item>
          <Form.Item name={['owner', 'role']} label={text.owner}><Select options={rolesOf[level].map((r) => ({ value: r, label: words.roles[r] }))} /></Form.Item>
          <Form.Item name="evidence" label={text.evidence}><Select options={options(text.evidenceKind)} /></Form.Item>
          <Form.Item name="needsProof" label={text.needsProof} valuePropName="checked"><Switch /></Form.Item>
        </div>
        {evidence === 'activityHeld' && <Form.Item name="activities" label={text.activities}><Select mode="multiple" placeholder={words.common.all} options={options(words.activities.kinds)} /></Form.Item>}
        <Form.Item name="proof" label={text.proof}><Input maxLength={200} /></Form.Item>
        <div className="leaf-fields">
          <Form.Item name={['applies', 'stages']} label={words.organisation.stage}><Select mode="multiple" placeholder={words.common.all} options={options(words.stage)} /></Form.Item>
          <Form.Item name={['applies', 'settings']} label={words.organisation.setting}><Select mode="multiple" placeholder={words.common.all} options={(['urban', 'rural'] as const).map((value) => ({ value, label: words.organisation[value] }))} /></Form.Item>
          <Form.Item name={['applies', 'staffAtLeast']} label={text.staffAtLeast}><InputNumber min={0} precision={0} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name={['applies', 'staffBelow']} label={text.staffBelow}><InputNumber min={1} precision={0} style={{ width: '100%' }} /></Form.Item>
          {level !== 'district' && <Form.Item name={['applies', 'zones']} label={text.zones}><Select mode="multiple" placeholder={words.common.all} optionFilterProp="label" options={zones.data?.items.map((z) => ({ value: z.code, label: z.name }))} /></Form.Item>}
          <Form.Item name={['applies', 'communitiesOnly']} label={text.communitiesOnly} valuePropName="checked"><Switch /></Form.Item>
        </div>
        <TemplateTimes />
        {!isReader && <Button type="primary" htmlType="submit" loading={save.isPending}>{words.common.save}</Button>}
      </Form>
    </>
  );
}

function Differences({ template }: { template: ObligationTemplateView }) {
  const words = useWords();
  const text = words.obligationTemplates;
  const found = useDifferences(template.code);
  return (
    <>
      <Alert type="warning" showIcon title={text.differing(template.differing ?? 0)} style={{ marginBottom: 8 }} />
      <Loaded of={[found]}>
        {() => (
          <Table
            rowKey="obligation" size="small" dataSource={found.data} pagination={{ pageSize: 5, hideOnSinglePage: true }} style={{ marginBottom: 16 }}
            columns={[
              { title: words.obligations.unit, dataIndex: 'unit' },
              { title: text.was, className: 'numeric', render: (_, d) => day(d.dueOn) || words.obligations.noDueDay },
              { title: text.wouldBe, className: 'numeric', render: (_, d) => day(d.wouldBeDueOn) || words.obligations.noDueDay },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

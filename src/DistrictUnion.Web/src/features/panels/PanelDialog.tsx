import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { get, write, type Tagged } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { PanelBanKind, PanelView } from '../../api/schema';
import { SchoolSelect } from '../../shared/SchoolSelect';
import { useWords } from '../../shared/words';
import { useRoundScheme } from '../schemes/queries';

interface BanRow {
  judge?: string;
  schools?: string[];
  kind?: PanelBanKind;
  reason?: string;
}

interface Fields {
  code: string;
  name: string;
  fact: string;
  judgesPerSchool: number;
  mostPerJudge?: number | null;
  judges: string[];
  schools?: string[];
  bans?: BanRow[];
}

/** What people put down; communities are known from the organisation, and only stay where they were put down before. */
const kinds: PanelBanKind[] = ['kinship', 'other'];

/** One row for each judge, kind and explanation. */
function rowsOf(panel: PanelView): BanRow[] {
  const rows = new Map<string, BanRow>();
  for (const ban of panel.bans) {
    const key = JSON.stringify([ban.judge, ban.kind, ban.reason]);
    const row = rows.get(key) ?? { judge: ban.judge, kind: ban.kind, reason: ban.reason, schools: [] };
    row.schools!.push(ban.school);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** Plans a panel, or changes its plan. */
export function PanelDialog({ round, panel, onClose }: { round: string; panel?: Tagged<PanelView>; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('judges', form) ?? [];
  const scheme = useRoundScheme(round);
  const experts = useQuery({
    queryKey: ['users', 'expertReviewer'],
    queryFn: async ({ signal }) => (await get('GET /users', { query: { role: 'expertReviewer', pageSize: 200 }, signal })).items,
  });
  const facts = (scheme.data?.definition.facts ?? []).filter((f) => f.type === 'scores' && f.level === 'district');
  const isFixed = panel?.body.state === 'scoring';
  const judges = (experts.data ?? []).map((u) => ({ value: u.userName, label: `${u.displayName}（${u.userName}）` }));
  const save = useMutation({
    mutationFn: (fields: Fields) => write('PUT /rounds/{round}/panels/{panel}', {
      path: { round, panel: panel?.body.code ?? fields.code }, ifMatch: panel?.tag, onlyNew: !panel,
      body: {
        name: fields.name, fact: fields.fact, judgesPerSchool: fields.judgesPerSchool, mostPerJudge: fields.mostPerJudge ?? null, judges: fields.judges,
        schools: fields.schools && fields.schools.length > 0 ? fields.schools : null,
        bans: (fields.bans ?? []).flatMap((row) => (row.schools ?? []).map((school) => ({ judge: row.judge!, school, kind: row.kind!, reason: row.reason! }))),
      },
    }),
    onSuccess: async ({ body }) => {
      message.success(words.rounds.created);
      onClose();
      await Promise.all(['panels', 'panel', 'panel-progress'].map((key) => queries.invalidateQueries({ queryKey: [key, round] })));
      if (!panel) navigate(`/rounds/${round}/panels/${body.code}`);
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(formErrors(error).map((f) => ({ ...f, name: f.name.slice(0, 1) })) as Parameters<typeof form.setFields>[0]);
    },
  });
  const only = facts.length === 1 ? facts[0]!.code : undefined;
  useEffect(() => {
    if (!panel && only) form.setFieldValue('fact', only);
  }, [panel, only, form]);
  return (
    <Modal open width={680} title={panel ? `${words.panels.edit} · ${panel.body.name}` : words.panels.create} onCancel={onClose} okText={words.common.save} cancelText={words.common.cancel} confirmLoading={save.isPending} onOk={() => form.submit()}>
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}
        initialValues={panel ? { ...panel.body, judges: panel.body.judges.map((j) => j.userName), schools: panel.body.schools ?? [], bans: rowsOf(panel.body) } : { judgesPerSchool: 5 }}
      >
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name="name" label={words.panels.name} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
          {!panel && <Form.Item name="code" label={words.panels.code} extra={words.rounds.codeHint} rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{0,63}$/, message: words.rounds.codeWrong }]}><Input autoComplete="off" /></Form.Item>}
          <Form.Item name="fact" label={words.panels.fact} extra={words.panels.factHint} rules={[{ required: true }]}><Select disabled={isFixed} options={facts.map((f) => ({ value: f.code, label: f.name }))} /></Form.Item>
          <Form.Item name="judgesPerSchool" label={words.panels.perSchool} extra={panel && words.panels.perSchoolHint(panel.body.minimum)} rules={[{ required: true }]}><InputNumber disabled={isFixed} min={1} max={50} precision={0} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="mostPerJudge" label={words.panels.most} extra={words.panels.mostHint}><InputNumber min={1} precision={0} style={{ width: '100%' }} /></Form.Item>
        </div>
        <Form.Item name="judges" label={words.panels.judges} extra={words.panels.judgesHint} rules={[{ required: true }]}><Select mode="multiple" loading={experts.isPending} showSearch={{ optionFilterProp: 'label' }} options={judges} /></Form.Item>
        <Form.Item name="schools" label={words.panels.schools} extra={words.panels.schoolsHint}>{isFixed ? <Select mode="multiple" disabled /> : <SchoolSelect />}</Form.Item>
        <Form.List name="bans">
          {(fields, { add, remove }) => (
            <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
              <legend style={{ fontWeight: 600 }}>{words.panels.bans}</legend>
              <p style={{ margin: '0 0 8px' }}><small>{words.panels.bansHint}</small></p>
              {fields.map(({ key, name }) => (
                <div key={key} className="leaf-fields" style={{ marginTop: 0, alignItems: 'end' }}>
                  <Form.Item name={[name, 'judge']} label={words.panels.judge} rules={[{ required: true }]}><Select options={judges.filter((j) => chosen.includes(j.value))} /></Form.Item>
                  <Form.Item name={[name, 'schools']} label={words.panels.school} rules={[{ required: true }]}><SchoolSelect /></Form.Item>
                  <Form.Item name={[name, 'kind']} label={words.panels.kind} rules={[{ required: true }]}><Select options={[...kinds, ...(panel?.body.bans.some((b) => b.kind === 'community') ? ['community' as const] : [])].map((value) => ({ value, label: words.panels.ban[value] }))} /></Form.Item>
                  <Form.Item name={[name, 'reason']} label={words.panels.explain} rules={[{ required: true, whitespace: true }]}><Input maxLength={500} /></Form.Item>
                  <Form.Item><Button onClick={() => remove(name)}>{words.report.remove}</Button></Form.Item>
                </div>
              ))}
              <Button size="small" onClick={() => add({ kind: 'kinship' })}>+ {words.panels.addBan}</Button>
            </fieldset>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}

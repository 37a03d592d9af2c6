import { useMutation } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { write, type Tagged } from '../../../api/client';
import { formErrors, Problem } from '../../../api/problem';
import type { EligibilityRule, ProgrammeView } from '../../../api/schema';
import { Loaded, Page, Panel } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { useWords } from '../../../shared/words';
import { PlacesFields } from './PlacesFields';
import { BasicFields, NominationFields, ReinspectionFields, StepFields, TierFields } from './ProgrammeFields';
import { fromForm, toForm, type ProgrammeForm } from './programmeForm';
import { useProgramme, useProgrammes, useRefresh } from './queries';
import { Refused } from './Refused';
import { RulesPanel } from './RulesPanel';
import { Trial } from './Trial';

/** Designs a title programme: a new one, or a change that can be tried first. */
export default function ProgrammePage() {
  const { programme: code } = useParams();
  const [programme, programmes] = [useProgramme(code), useProgrammes()];
  return (
    <Loaded of={code ? [programme, programmes] : [programmes]}>
      {() => {
        const titles = programmes.data!.filter((p) => p.code !== code).flatMap((p) => p.definition.tiers.map((t) => ({ value: t.code, label: t.name })));
        return <Editor key={`${code ?? ''}${programme.data?.tag ?? ''}`} programme={code ? programme.data : undefined} otherTitles={titles} />;
      }}
    </Loaded>
  );
}

function Editor({ programme, otherTitles }: { programme?: Tagged<ProgrammeView>; otherTitles: { value: string; label: string }[] }) {
  const words = useWords();
  const w = words.titlesDistrict;
  const role = useRole();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [form] = Form.useForm<ProgrammeForm>();
  const [rules, setRules] = useState<EligibilityRule[]>(programme?.body.definition.rules ?? []);
  const tiers = (Form.useWatch('tiers', form) ?? programme?.body.definition.tiers ?? []).filter((t) => t?.code && t.name);
  const canManage = may.manageRounds(role);
  const say = (error: Error) => {
    if (error instanceof Problem) form.setFields(formErrors(error).filter((f) => f.name[0] !== 'rules') as Parameters<typeof form.setFields>[0]);
  };
  const save = useMutation({
    mutationFn: (fields: ProgrammeForm) => write('PUT /title-programmes/{programme}', { path: { programme: programme?.body.code ?? fields.code }, ifMatch: programme?.tag, onlyNew: !programme, body: fromForm(fields, rules) }),
    onSuccess: async () => {
      message.success(w.saved);
      await refresh();
      navigate('/title-programmes');
    },
    onError: say,
  });
  const trial = useMutation({
    mutationFn: async () => (await write('POST /title-programmes/{programme}/trial', { path: { programme: programme!.body.code }, body: fromForm(await form.validateFields(), rules) })).body,
    onError: say,
  });
  const problem = [save.error, trial.error].find((e) => e instanceof Problem) ?? null;
  return (
    <Page title={programme?.body.definition.name ?? w.newProgramme}>
      <Form form={form} layout="vertical" disabled={!canManage} scrollToFirstError onFinish={(fields) => save.mutate(fields)} initialValues={toForm(programme?.body)}>
        <Panel title={w.settings}><BasicFields isNew={!programme} /></Panel>
        <Panel title={w.tiers}><TierFields /></Panel>
        <RulesPanel rules={rules} tiers={tiers} otherTitles={otherTitles} onChange={canManage ? setRules : undefined} />
        <Panel title={`${w.approvalsLabel} · ${w.examinations}`}><StepFields /></Panel>
        <Panel title={w.placesLabel}><PlacesFields /></Panel>
        <Panel title={w.nomination.panel}><NominationFields /></Panel>
        <Panel title={w.reinspection}><ReinspectionFields tiers={tiers} /></Panel>
        <Refused error={problem} besideFields={['name', 'code', 'publicityDays']} />
        {trial.data && <Trial result={trial.data} rules={rules} tiers={tiers} />}
        {canManage && (
          <div className="sticky-bar">
            <small>{programme ? w.tryHint : ''}</small>
            <span style={{ display: 'flex', gap: 8 }}>
              <Button onClick={() => navigate('/title-programmes')}>{words.common.cancel}</Button>
              {programme && <Button loading={trial.isPending} onClick={() => trial.mutate()}>{w.try}</Button>}
              <Button type="primary" htmlType="submit" loading={save.isPending}>{w.save}</Button>
            </span>
          </div>
        )}
      </Form>
    </Page>
  );
}

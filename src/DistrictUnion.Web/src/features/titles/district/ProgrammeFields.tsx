import { Button, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import type { TierDefinition } from '../../../api/schema';
import { useWords } from '../../../shared/words';
import type { ProgrammeForm } from './programmeForm';
import { codePattern } from './words';

const choices = <K extends string>(words: Record<K, string>) => (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));

/** What the programme is called, who confers it and who can hold it. */
export function BasicFields({ isNew }: { isNew: boolean }) {
  const words = useWords();
  const w = words.titlesDistrict;
  return (
    <div className="leaf-fields" style={{ marginTop: 0 }}>
      <Form.Item name="name" label={w.name} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
      {isNew && <Form.Item name="code" label={w.code} extra={words.titlesDistrict.codeHint} rules={[{ required: true }, { pattern: codePattern, message: words.titlesDistrict.codeWrong }]}><Input autoComplete="off" /></Form.Item>}
      <Form.Item name="level" label={w.levelLabel}><Select options={choices(w.level)} /></Form.Item>
      <Form.Item name="subject" label={w.subjectLabel}><Select options={choices(w.subject)} /></Form.Item>
      <Form.Item name="basis" label={w.basis} extra={w.basisHint}><Input maxLength={200} /></Form.Item>
      <Form.Item name="publicityDays" label={w.publicity} rules={[{ required: true }]}><InputNumber min={1} max={60} precision={0} style={{ width: '100%' }} /></Form.Item>
    </div>
  );
}

/** How many the next level takes. */
export function NominationFields() {
  const words = useWords();
  const w = words.titlesDistrict;
  const isNominated = Form.useWatch('isNominated') as boolean | undefined;
  return (
    <>
      <Form.Item name="isNominated" valuePropName="checked" label={w.nomination.isNominated}><Switch /></Form.Item>
      {isNominated && (
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name={['nomination', 'to']} label={w.nomination.to} rules={[{ required: true }]}><Select options={choices(w.level).filter((l) => l.value !== 'district')} /></Form.Item>
          <Form.Item name={['nomination', 'places']} label={w.nomination.places} rules={[{ required: true }]}><InputNumber min={1} max={200} precision={0} style={{ width: '100%' }} /></Form.Item>
        </div>
      )}
    </>
  );
}

/** The tiers, the best first. */
export function TierFields() {
  const words = useWords();
  const w = words.titlesDistrict;
  return (
    <Form.List name="tiers">
      {(tiers, { add, remove }) => (
        <>
          {tiers.map(({ key, name }) => (
            <div key={key} className="leaf-fields" style={{ marginTop: 0, alignItems: 'start' }}>
              <Form.Item name={[name, 'name']} label={w.tierName} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
              <Form.Item name={[name, 'code']} label={w.tierCode} extra={words.titlesDistrict.codeHint} rules={[{ required: true }, { pattern: codePattern, message: words.titlesDistrict.codeWrong }]}><Input autoComplete="off" /></Form.Item>
              {tiers.length > 1 && <Button style={{ alignSelf: 'center', justifySelf: 'start' }} aria-label={`${w.tierName} ${name + 1} ${w.removed}`} onClick={() => remove(name)}>{w.removed}</Button>}
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>+ {w.addTier}</Button>
        </>
      )}
    </Form.List>
  );
}

/** What the school does before it recommends, and what the district examines. */
export function StepFields() {
  const words = useWords();
  const w = words.titlesDistrict;
  const approvals = Form.useWatch('approvals') as ProgrammeForm['approvals'] | undefined;
  return (
    <div className="leaf-fields" style={{ marginTop: 0 }}>
      <Form.Item name="approvals" label={w.approvalsLabel}><Checkbox.Group options={choices(w.approval)} /></Form.Item>
      {approvals?.includes('unitVote') && <Form.Item name="consentPercent" label={w.consent} extra={w.consentHint}><InputNumber min={0} max={100} style={{ width: '100%' }} /></Form.Item>}
      <Form.Item name="examinations" label={w.examinations}><Checkbox.Group options={choices(w.examination)} /></Form.Item>
    </div>
  );
}

/** How a held title is looked at again. */
export function ReinspectionFields({ tiers }: { tiers: TierDefinition[] }) {
  const words = useWords();
  const w = words.titlesDistrict;
  const isOn = Form.useWatch('isReinspected') as boolean | undefined;
  const years = <InputNumber min={1} precision={0} style={{ width: '100%' }} />;
  const points = <InputNumber min={0} max={1000} precision={2} style={{ width: '100%' }} />;
  return (
    <>
      <Form.Item name="isReinspected" valuePropName="checked" label={w.reinspection}><Switch /></Form.Item>
      {isOn && (
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name={['reinspection', 'cycleYears']} label={w.cycle} extra={w.unlimited}>{years}</Form.Item>
          <Form.Item name={['reinspection', 'termYears']} label={w.termYears} extra={w.termHint}>{years}</Form.Item>
          <Form.Item name={['reinspection', 'rectificationDays']} label={w.rectification} rules={[{ required: true }]}>{years}</Form.Item>
          <Form.Item name={['reinspection', 'keepFrom']} label={w.keepFrom} rules={[{ required: true }]}>{points}</Form.Item>
          <Form.Item name={['reinspection', 'downgradeFrom']} label={w.downgradeFrom} extra={w.unlimited}>{points}</Form.Item>
          <Form.Item name={['reinspection', 'downgradeTo']} label={w.downgradeTo} extra={w.unlimited}><Select allowClear options={tiers.map((t) => ({ value: t.code, label: t.name }))} /></Form.Item>
          <Form.Item name={['reinspection', 'endingEvents']} label={w.events} extra={w.eventsHint}><Select mode="tags" open={false} suffixIcon={null} /></Form.Item>
        </div>
      )}
    </>
  );
}

import { Button, DatePicker, Drawer, Form, Input, InputNumber, Select } from 'antd';
import type { EligibilityRule, TierDefinition } from '../../../api/schema';
import { useWords } from '../../../shared/words';
import { OneTag } from './OneTag';
import { ExampleFields } from './ExampleFields';
import { fieldsOf, fromForm, kinds, toForm, type RuleField, type RuleForm } from './ruleForm';
import { codePattern } from './words';

interface Props {
  rule?: EligibilityRule;
  taken: string[];
  tiers: TierDefinition[];
  titles: { value: string; label: string }[];
  onSave: (rule: EligibilityRule) => void;
  onClose: () => void;
}

/** One condition: what it asks for, where that stands, for whom and when it counts, and its examples. */
export function RuleDrawer({ rule, taken, tiers, titles, onSave, onClose }: Props) {
  const words = useWords();
  const w = words.titlesDistrict;
  const [form] = Form.useForm<RuleForm>();
  const kind = Form.useWatch('kind', form) ?? rule?.kind;
  const has = (field: RuleField) => kind !== undefined && fieldsOf[kind].includes(field);
  return (
    <Drawer
      open size={720} title={rule ? w.rule : w.addRule} onClose={onClose} styles={{ wrapper: { maxWidth: '100%' } }}
      footer={<Button type="primary" onClick={() => form.submit()}>{w.confirmRule}</Button>}
    >
      <Form form={form} layout="vertical" scrollToFirstError onFinish={(fields) => onSave(fromForm(fields))} initialValues={rule ? toForm(rule) : { tiers: [], of: [], examples: [] }}>
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name="kind" label={w.kindLabel} rules={[{ required: true }]}><Select options={kinds.map((value) => ({ value, label: w.kind[value] }))} /></Form.Item>
          <Form.Item
            name="code" label={w.ruleCode} extra={words.titlesDistrict.codeHint}
            rules={[{ required: true }, { pattern: codePattern, message: words.titlesDistrict.codeWrong }, { validator: (_, code: string) => (taken.includes(code) ? Promise.reject(new Error(words.design.codeTaken(code))) : Promise.resolve()) }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </div>
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          {has('title') && <Form.Item name="title" label={w.holds} extra={kind === 'notHolder' ? w.sameTier : w.holdsHint} rules={kind === 'notHolder' ? [] : [{ required: true }]}><OneTag options={titles} /></Form.Item>}
          {has('years') && <Form.Item name="years" label={w.years} extra={kind === 'notHolder' ? w.notYears : undefined} rules={kind === 'notHolder' ? [] : [{ required: true }]}><InputNumber min={1} precision={0} style={{ width: '100%' }} /></Form.Item>}
          {has('minimum') && <Form.Item name="minimum" label={kind === 'minimumMembers' ? w.members : w.least} rules={[{ required: true }]}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>}
          {has('of') && <Form.Item name="of" label={w.of} extra={w.ofHint} rules={[{ required: true }]}><Select mode="tags" open={false} suffixIcon={null} /></Form.Item>}
          {has('per') && <Form.Item name="per" label={w.per} rules={[{ required: true }]}><Input /></Form.Item>}
          {has('percent') && <Form.Item name="percent" label={w.percent} rules={[{ required: true }]}><InputNumber min={0} max={100} style={{ width: '100%' }} /></Form.Item>}
          {has('depth') && <Form.Item name="depth" label={w.depth} rules={[{ required: true }]}><InputNumber min={1} max={5} precision={0} style={{ width: '100%' }} /></Form.Item>}
        </div>
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name={['clause', 'document']} label={w.clauseDocument} rules={[{ required: true, whitespace: true }]}><Input maxLength={200} /></Form.Item>
          <Form.Item name={['clause', 'article']} label={w.clauseArticle} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
        </div>
        <Form.Item name={['clause', 'text']} label={w.clauseText} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <div className="leaf-fields" style={{ marginTop: 0 }}>
          <Form.Item name="tiers" label={w.ruleTiers} extra={w.allTiers}><Select mode="multiple" options={tiers.map((t) => ({ value: t.code, label: t.name }))} /></Form.Item>
          <Form.Item name="from" label={`${w.term} · ${w.fromDay}`}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="to" label={`${w.term} · ${w.toDay}`}><DatePicker style={{ width: '100%' }} /></Form.Item>
        </div>
        <h3 style={{ fontSize: 15, margin: '8px 0 4px' }}>{w.examples}</h3>
        <p style={{ marginTop: 0 }}><small>{w.exampleHint}</small></p>
        {kind && <ExampleFields kind={kind} tiers={tiers} titles={titles} />}
      </Form>
    </Drawer>
  );
}

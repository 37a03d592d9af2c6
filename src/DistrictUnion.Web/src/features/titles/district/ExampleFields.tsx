import { Button, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { EligibilityKind, TierDefinition } from '../../../api/schema';
import { useWords } from '../../../shared/words';
import { OneTag } from './OneTag';
import { partOf } from './ruleForm';

interface Props {
  kind: EligibilityKind;
  tiers: TierDefinition[];
  titles: { value: string; label: string }[];
}

/** Cases with a known answer; of a unit only what the kind looks at is asked for. */
export function ExampleFields({ kind, tiers, titles }: Props) {
  const words = useWords();
  const w = words.titlesDistrict;
  return (
    <Form.List name="examples">
      {(examples, { add, remove }) => (
        <>
          {examples.map(({ key, name }) => (
            <fieldset key={key} className="design-item" style={{ paddingTop: 8 }}>
              <legend className="visually-hidden">{w.examples} {name + 1}</legend>
              <div className="design-item-head">
                <strong>{w.examples} {name + 1}</strong>
                <Button size="small" danger aria-label={`${w.examples} ${name + 1} ${w.removed}`} onClick={() => remove(name)}>{w.removed}</Button>
              </div>
              <Form.Item name={[name, 'name']} label={w.exampleName} rules={[{ required: true, whitespace: true }]}><Input maxLength={100} /></Form.Item>
              <div className="leaf-fields" style={{ marginTop: 0 }}>
                <Form.Item name={[name, 'tier']} label={w.tier} rules={[{ required: true }]}><Select options={tiers.map((t) => ({ value: t.code, label: t.name }))} /></Form.Item>
                <Form.Item name={[name, 'day']} label={w.day} rules={[{ required: true }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
                <Form.Item name={[name, 'isMet']} label={w.isMet} rules={[{ required: true }]}><Radio.Group options={[{ value: true, label: w.met }, { value: false, label: w.notMet }]} /></Form.Item>
              </div>
              <Unit kind={kind} at={name} titles={titles} />
            </fieldset>
          ))}
          <Button onClick={() => add({ tier: tiers.length === 1 ? tiers[0]!.code : undefined, day: dayjs(), titles: [], nodes: [], facts: [], vetoes: [] })}>+ {w.addExample}</Button>
        </>
      )}
    </Form.List>
  );
}

function Unit({ kind, at, titles }: { kind: EligibilityKind; at: number; titles: Props['titles'] }) {
  const words = useWords();
  const w = words.titlesDistrict;
  const required = [{ required: true }];
  const number = <InputNumber min={0} style={{ width: '100%' }} />;
  switch (partOf[kind]) {
    case 'members': return <Form.Item name={[at, 'members']} label={w.membersOf}>{number}</Form.Item>;
    case 'total': return <Form.Item name={[at, 'total']} label={w.totalOf}>{number}</Form.Item>;
    case 'vetoes': return <Form.Item name={[at, 'vetoes']} label={w.vetoes} extra={w.vetoesHint}><Select mode="tags" open={false} suffixIcon={null} /></Form.Item>;
    case 'titles':
      return (
        <Rows at={at} list="titles" title={w.heldTitles} addText={w.addTitle}>
          {(name) => (
            <>
              <Form.Item name={[name, 'code']} label={w.holds} rules={required}><OneTag options={titles} /></Form.Item>
              <Form.Item name={[name, 'since']} label={w.heldSince}><DatePicker style={{ width: '100%' }} /></Form.Item>
            </>
          )}
        </Rows>
      );
    case 'facts':
      return (
        <Rows at={at} list="facts" title={w.facts} addText={w.facts}>
          {(name) => (
            <>
              <Form.Item name={[name, 'code']} label={w.code} rules={required}><Input /></Form.Item>
              <Form.Item name={[name, 'value']} label={words.report.value} rules={required}><InputNumber style={{ width: '100%' }} /></Form.Item>
            </>
          )}
        </Rows>
      );
    case 'nodes':
      return (
        <Rows at={at} list="nodes" title={w.nodes} addText={w.addNode}>
          {(name) => (
            <>
              <Form.Item name={[name, 'code']} label={w.nodeCode} rules={required}><Input /></Form.Item>
              <Form.Item name={[name, 'depth']} label={w.nodeDepth} rules={required}><InputNumber min={1} max={5} precision={0} style={{ width: '100%' }} /></Form.Item>
              <Form.Item name={[name, 'max']} label={w.nodeMax} rules={required}>{number}</Form.Item>
              <Form.Item name={[name, 'score']} label={w.nodeScore}>{number}</Form.Item>
            </>
          )}
        </Rows>
      );
  }
}

function Rows({ at, list, title, addText, children }: { at: number; list: string; title: string; addText: string; children: (name: number) => ReactNode }) {
  const words = useWords();
  return (
    <Form.List name={[at, list]}>
      {(rows, { add, remove }) => (
        <>
          <div style={{ marginBottom: 4 }}>{title}</div>
          {rows.map(({ key, name }) => (
            <div key={key} className="leaf-fields design-fields" style={{ alignItems: 'end' }}>
              {children(name)}
              <Form.Item><Button size="small" aria-label={`${title} ${name + 1} ${words.titlesDistrict.removed}`} onClick={() => remove(name)}>{words.titlesDistrict.removed}</Button></Form.Item>
            </div>
          ))}
          <Button size="small" onClick={() => add(list === 'nodes' ? { depth: 1 } : {})}>+ {addText}</Button>
        </>
      )}
    </Form.List>
  );
}

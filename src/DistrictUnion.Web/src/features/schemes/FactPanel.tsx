import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber, Select, Space, Tag } from 'antd';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { codesOf } from './codes';
import type { FactDefinition, SchemeDefinition } from './definition';
import { changeFact, mayBeCounted, isNumber, removeFact, renameFact, rollupsOf, usesOf } from './facts';
import { FactSource } from './FactSource';
import { ChoiceField, choicesOf, CodeField, FactField, Field, Said, TextField, useFindings } from './Field';
import type { Change } from './IndicatorsTab';
import { swapped } from './ListEditor';
import { besides } from './problems';

const fields = ['code', 'name', 'type', 'level', 'rollup', 'weight', 'counts', 'range', 'options', 'levels', 'activities.measure', 'activities.kinds', 'congress'];

/** A data item: what its type and level let it have, and where it is used. */
export function FactPanel({ index, definition, change, onSelect }: { index: number; definition: SchemeDefinition; change: Change; onSelect: (index?: number) => void }) {
  const words = useWords();
  const findings = useFindings();
  const fact = definition.facts[index]!;
  const path = `facts[${index}]`;
  const uses = usesOf(definition, fact.code);
  const set = (next: Partial<FactDefinition>) => change((d) => changeFact(d, index, next));
  const move = (by: -1 | 1) => {
    change((d) => ({ ...d, facts: swapped(d.facts, index, index + by) }));
    onSelect(index + by);
  };
  const remove = () => {
    change((d) => removeFact(d, index));
    onSelect(undefined);
  };
  return (
    <Panel
      title={`${fact.code} ${fact.name}`}
      extra={(
        <Space size={2}>
          <Button size="small" type="text" disabled={index === 0} aria-label={`${fact.name} ${words.design.up}`} icon={<ArrowUpOutlined />} onClick={() => move(-1)} />
          <Button size="small" type="text" disabled={index === definition.facts.length - 1} aria-label={`${fact.name} ${words.design.down}`} icon={<ArrowDownOutlined />} onClick={() => move(1)} />
          <Button size="small" type="text" danger disabled={uses.length > 0} aria-label={`${fact.name} ${words.report.remove}`} icon={<DeleteOutlined />} onClick={remove} />
        </Space>
      )}
    >
      <Said of={besides(findings, path, fields)} />
      <div className="leaf-fields design-fields">
        <TextField label={words.schemes.name} path={`${path}.name`} value={fact.name} onChange={(name) => set({ name })} />
        <CodeField label={words.schemes.code} path={`${path}.code`} value={fact.code} taken={codesOf(definition)} onChange={(code) => change((d) => renameFact(d, index, code))} />
        <ChoiceField label={words.design.type} path={`${path}.type`} value={fact.type} among={choicesOf(words.factType)} onChange={(type) => set({ type: type as FactDefinition['type'] })} />
        <ChoiceField label={words.design.level} path={`${path}.level`} value={fact.level} among={choicesOf(words.factLevel)} onChange={(level) => set({ level: level as FactDefinition['level'] })} />
        {mayBeCounted(fact) && <FactSource fact={fact} path={path} onChange={set} />}
        {fact.level === 'branch' && <ChoiceField label={words.design.rollup} path={`${path}.rollup`} value={fact.rollup} among={choicesOf(words.rollup, rollupsOf(fact.type))} onChange={(rollup) => set({ rollup })} />}
        {fact.rollup === 'weightedMean' && <FactField label={words.design.weight} path={`${path}.weight`} value={fact.weight} facts={definition.facts.filter((f) => f !== fact && f.level === 'branch' && isNumber(f))} onChange={(weight) => set({ weight })} />}
        {isNumber(fact) && <ChoiceField label={words.design.counts} path={`${path}.counts`} value={fact.counts ?? 'none'} among={choicesOf(words.design.countsWord)} onChange={(counts) => set({ counts: counts === 'none' ? undefined : counts })} />}
        {(isNumber(fact) || fact.type === 'scores') && <RangeField path={`${path}.range`} range={fact.range} onChange={(range) => set({ range })} />}
        {fact.type === 'ballots' && <WordsField label={words.design.options} hint={words.design.optionsHint} path={`${path}.options`} value={fact.options} known={words.options} onChange={(options) => set({ options })} />}
        {fact.type === 'awards' && <WordsField label={words.design.levels} hint={words.design.levelsHint} path={`${path}.levels`} value={fact.levels} known={words.design.levelWord} onChange={(levels) => set({ levels })} />}
      </div>
      <div style={{ marginTop: 16 }}>
        {uses.length === 0 ? words.design.unused : <>{words.design.uses}（{words.design.cannotRemove}）：</>}
        <div style={{ marginTop: 6, display: 'flex', flexWrap: 'wrap', gap: 4 }}>{uses.map((use, i) => <Tag key={i} style={{ whiteSpace: 'normal' }}>{words.design.useKind[use.kind]} {use.name}</Tag>)}</div>
      </div>
    </Panel>
  );
}

function RangeField({ path, range, onChange }: { path: string; range?: [number, number]; onChange: (range?: [number, number]) => void }) {
  const words = useWords();
  return (
    <Field label={words.design.range} path={path}>
      {(id, status) => (
        <>
          <div><Checkbox id={id} checked={range !== undefined} onChange={(e) => onChange(e.target.checked ? [0, 100] : undefined)}>{words.design.limited}</Checkbox></div>
          {range && (
            <Space size={4} style={{ marginTop: 6 }}>
              <InputNumber status={status} aria-label={words.design.rangeFrom} style={{ width: 88 }} value={range[0]} onChange={(v) => onChange([v ?? 0, range[1]])} />
              <span aria-hidden>–</span>
              <InputNumber status={status} aria-label={words.design.rangeTo} style={{ width: 88 }} value={range[1]} onChange={(v) => onChange([range[0], v ?? 0])} />
            </Space>
          )}
        </>
      )}
    </Field>
  );
}

/** Words in an order: options of a vote, levels of an award. */
function WordsField({ label, hint, path, value, known, onChange }: { label: string; hint: string; path: string; value?: string[]; known: Record<string, string>; onChange: (words: string[]) => void }) {
  return (
    <Field label={label} path={path} hint={hint} wide>
      {(id, status) => <Select id={id} status={status} mode="tags" style={{ width: '100%' }} tokenSeparators={[',', '，', ' ']} value={value ?? []} options={choicesOf(known).map((o) => ({ ...o, label: `${o.label}（${o.value}）` }))} onChange={onChange} />}
    </Field>
  );
}

import { Button, InputNumber, Select, Space } from 'antd';
import { useWords } from '../../shared/words';
import type { FactDefinition, Rule } from './definition';

type Field = { name: string; kind: 'fact' | 'number' | 'rate' | 'bands' | 'parts' | 'weights' | 'options'; types?: FactDefinition['type'][]; optional?: boolean };

const numbers: FactDefinition['type'][] = ['integer', 'decimal'];

/** What each type of rule consists of (scoring semantics, section 2). */
const fieldsOf: Record<string, Field[]> = {
  manual: [],
  boolean: [{ name: 'fact', kind: 'fact', types: ['boolean'] }],
  checklist: [{ name: 'parts', kind: 'parts', types: ['boolean'] }],
  deduct: [{ name: 'misses', kind: 'fact', types: numbers }, { name: 'points', kind: 'number' }, { name: 'gate', kind: 'fact', types: ['boolean'], optional: true }],
  count: [{ name: 'count', kind: 'fact', types: numbers }, { name: 'points', kind: 'number' }],
  tiers: [{ name: 'value', kind: 'fact', types: numbers, optional: true }, { name: 'rate', kind: 'rate', optional: true }, { name: 'bands', kind: 'bands' }],
  rateStep: [{ name: 'rate', kind: 'rate' }, { name: 'target', kind: 'number' }, { name: 'step', kind: 'number' }, { name: 'points', kind: 'number' }],
  rateLinear: [{ name: 'rate', kind: 'rate' }, { name: 'zeroAt', kind: 'number', optional: true }, { name: 'fullAt', kind: 'number', optional: true }],
  value: [{ name: 'fact', kind: 'fact', types: numbers }, { name: 'outOf', kind: 'number' }],
  panel: [{ name: 'scores', kind: 'fact', types: ['scores'] }, { name: 'outOf', kind: 'number' }, { name: 'trimFrom', kind: 'number', optional: true }, { name: 'minimum', kind: 'number', optional: true }],
  surveyIndex: [{ name: 'ballots', kind: 'fact', types: ['ballots'] }, { name: 'weights', kind: 'weights' }],
  surveyRate: [{ name: 'ballots', kind: 'fact', types: ['ballots'] }, { name: 'satisfied', kind: 'options' }],
};

/** A rule of this type with nothing filled in but what can be guessed. */
function emptyRule(type: string, facts: FactDefinition[]): Rule {
  const rule: Rule = { type };
  for (const field of fieldsOf[type] ?? []) {
    if (field.optional) continue;
    if (field.kind === 'fact') rule[field.name] = facts.find((f) => field.types!.includes(f.type))?.code ?? '';
    else if (field.kind === 'number') rule[field.name] = field.name === 'outOf' || field.name === 'target' ? 100 : 1;
    else if (field.kind === 'rate') rule.rate = { of: facts.find((f) => numbers.includes(f.type))?.code ?? '', to: facts.find((f) => numbers.includes(f.type))?.code ?? '' };
    else if (field.kind === 'weights') rule.weights = {};
    else rule[field.name] = [];
  }

  return rule;
}

/** Edits a rule by its type; the service says what is wrong with it. */
export function RuleEditor({ rule, facts, onChange }: { rule: Rule; facts: FactDefinition[]; onChange: (rule: Rule) => void }) {
  const words = useWords();
  const set = (name: string, value: unknown) => {
    const next = { ...rule, [name]: value };
    if (value === undefined || value === null) delete next[name];
    onChange(next);
  };
  const options = (types?: FactDefinition['type'][]) => facts.filter((f) => !types || types.includes(f.type)).map((f) => ({ value: f.code, label: `${f.name}（${f.code}）` }));
  const label = (name: string) => words.schemes.ruleField[name] ?? name;
  const ballots = facts.find((f) => f.code === rule.ballots)?.options ?? [];
  const list = (rule.bands ?? rule.parts ?? []) as Record<string, unknown>[];
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <label htmlFor="rule-type">{words.schemes.rule}</label>
      <Select id="rule-type" value={rule.type} style={{ width: '100%' }} options={Object.keys(fieldsOf).map((type) => ({ value: type, label: words.schemes.ruleType[type] ?? type }))} onChange={(type) => onChange(emptyRule(type, facts))} />
      {(fieldsOf[rule.type] ?? []).map((field) => (
        <div key={field.name}>
          <label htmlFor={`rule-${field.name}`}>{label(field.name)}{field.optional ? `（${words.common.optional}）` : ''}</label>
          {field.kind === 'fact' && <Select id={`rule-${field.name}`} showSearch={{ optionFilterProp: 'label' }} allowClear={field.optional} style={{ width: '100%' }} value={(rule[field.name] as string) || undefined} onChange={(v) => set(field.name, v)} options={options(field.types)} />}
          {field.kind === 'number' && <InputNumber id={`rule-${field.name}`} style={{ width: '100%' }} value={rule[field.name] as number | undefined} onChange={(v) => set(field.name, v)} />}
          {field.kind === 'rate' && (
            <Space.Compact block>
              <Select id="rule-rate" aria-label={`${label('rate')} 1`} style={{ width: '50%' }} value={(rule.rate as { of: string } | undefined)?.of || undefined} onChange={(of) => set('rate', { to: '', ...(rule.rate as object), of })} options={options(numbers)} />
              <Select aria-label={`${label('rate')} 2`} style={{ width: '50%' }} value={(rule.rate as { to: string } | undefined)?.to || undefined} onChange={(to) => set('rate', { of: '', ...(rule.rate as object), to })} options={options(numbers)} />
            </Space.Compact>
          )}
          {(field.kind === 'bands' || field.kind === 'parts') && (
            <Space orientation="vertical" style={{ width: '100%' }} id={`rule-${field.name}`}>
              {list.map((row, i) => (
                <Space key={i} wrap>
                  {field.kind === 'parts'
                    ? <Select aria-label={label('fact')} style={{ width: 190 }} value={(row.fact as string) || undefined} onChange={(fact) => set(field.name, list.map((r, j) => (j === i ? { ...r, fact } : r)))} options={options(field.types)} />
                    : <InputNumber aria-label={label('atLeast')} prefix="≥" value={row.atLeast as number} onChange={(atLeast) => set(field.name, list.map((r, j) => (j === i ? { ...r, atLeast } : r)))} />}
                  <InputNumber aria-label={label('points')} suffix={words.common.points} value={row.points as number} onChange={(points) => set(field.name, list.map((r, j) => (j === i ? { ...r, points } : r)))} />
                  <Button size="small" onClick={() => set(field.name, list.filter((_, j) => j !== i))}>{words.report.remove}</Button>
                </Space>
              ))}
              <Button size="small" onClick={() => set(field.name, [...list, field.kind === 'parts' ? { fact: '', points: 1 } : { atLeast: 0, points: 1 }])}>+ {label(field.name)}</Button>
            </Space>
          )}
          {field.kind === 'weights' && (
            <Space wrap id="rule-weights">
              {ballots.map((option) => (
                <InputNumber key={option} aria-label={words.options[option] ?? option} prefix={words.options[option] ?? option} value={(rule.weights as Record<string, number>)[option]} onChange={(v) => set('weights', { ...(rule.weights as object), [option]: v ?? 0 })} style={{ width: 170 }} />
              ))}
            </Space>
          )}
          {field.kind === 'options' && <Select id={`rule-${field.name}`} mode="multiple" style={{ width: '100%' }} value={rule[field.name] as string[]} onChange={(v) => set(field.name, v)} options={ballots.map((o) => ({ value: o, label: words.options[o] ?? o }))} />}
        </div>
      ))}
    </Space>
  );
}

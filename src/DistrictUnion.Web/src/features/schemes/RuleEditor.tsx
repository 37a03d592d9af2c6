import { Button, InputNumber, Radio, Select, Space } from 'antd';
import { useWords } from '../../shared/words';
import type { FactDefinition, Rule } from './definition';
import { ChoiceField, choicesOf, FactField, FactSelect, Field, NumberField, Said, useFindings } from './Field';
import { RowsEditor } from './ListEditor';
import { besides } from './problems';
import { fieldsOf, numbers, quorumOf, ruleOfType, usualWeights, type RuleField } from './ruleFields';

interface Part {
  rule: Rule;
  field: RuleField;
  facts: FactDefinition[];
  path: string;
  label: string;
  set: (change: Record<string, unknown>) => void;
}

/** Edits a rule by its type; the service says what is wrong with it. */
export function RuleEditor({ rule, facts, path, onChange }: { rule?: Rule; facts: FactDefinition[]; path: string; onChange: (rule: Rule) => void }) {
  const words = useWords();
  const findings = useFindings();
  const fields = fieldsOf[rule?.type ?? ''] ?? [];
  const set = (change: Record<string, unknown>) => onChange(Object.fromEntries(Object.entries({ ...rule!, ...change }).filter(([, value]) => value !== undefined && value !== null)) as Rule);
  return (
    <div className="leaf-fields design-fields">
      <Field label={words.schemes.rule} wide>
        {(id) => <Select id={id} value={rule?.type} placeholder={words.common.select} style={{ width: '100%' }} options={choicesOf(words.schemes.ruleType, Object.keys(fieldsOf))} onChange={(type) => onChange(ruleOfType(type, facts, rule))} />}
      </Field>
      <Said of={besides(findings, path, fields.flatMap((f) => (f.kind === 'valueOrRate' ? ['value', 'rate'] : [f.name])))} />
      {rule && fields.map((field) => (
        <RulePart
          key={`${rule.type}-${field.name}`} rule={rule} field={field} facts={field.types ? facts.filter((f) => field.types!.includes(f.type)) : facts} path={`${path}.${field.name}`} set={set}
          label={`${words.schemes.ruleField[field.name] ?? words.design.ruleField[field.name] ?? field.name}${field.optional && field.kind !== 'bands' ? `（${words.common.optional}）` : ''}`}
        />
      ))}
    </div>
  );
}

function RulePart(part: Part) {
  const words = useWords();
  const { rule, field, facts, path, label, set } = part;
  switch (field.kind) {
    case 'fact': {
      // Another ballot has other options, so weights and satisfied options begin anew with it.
      const follow = (code?: string) => (field.name !== 'ballots' ? {} : 'weights' in rule ? { weights: usualWeights(facts.find((f) => f.code === code)?.options ?? []) } : { satisfied: [] });
      return <FactField label={label} path={path} facts={facts} optional={field.optional} value={rule[field.name] as string} onChange={(code) => set({ [field.name]: code, ...follow(code) })} />;
    }
    case 'number':
      return <NumberField label={label} path={path} value={rule[field.name] as number | undefined} onChange={(v) => set({ [field.name]: v ?? 0 })} />;
    case 'word':
      return <ChoiceField label={label} path={path} value={String(rule[field.name] ?? field.usual)} among={choicesOf(words.design.ruleWord, field.among)} onChange={(word) => set({ [field.name]: word })} />;
    case 'rate':
      return <RatePart {...part} />;
    case 'valueOrRate':
      return <ValueOrRatePart {...part} />;
    case 'bands':
      return <BandsPart {...part} />;
    case 'parts':
      return (
        <Field label={label} path={path} wide>
          {(id) => (
            <RowsEditor
              id={id} path={path} items={rule.parts as { fact: string; points: number }[]} addText={words.design.add} add={() => ({ fact: facts[0]?.code ?? '', points: 1 })} onChange={(parts) => set({ parts })}
              columns={[{ name: 'fact', title: words.schemes.ruleField.fact!, render: (item, put, text) => <FactSelect aria-label={text} facts={facts} value={item.fact} onChange={(fact) => put({ ...item, fact: fact ?? '' })} /> }, { name: 'points', title: words.common.points }]}
            />
          )}
        </Field>
      );
    case 'weights':
      return <WeightsPart {...part} />;
    case 'options':
      return (
        <Field label={label} path={path} wide>
          {(id, status) => <Select id={id} status={status} mode="multiple" style={{ width: '100%' }} value={rule[field.name] as string[]} onChange={(v) => set({ [field.name]: v })} options={choicesOf(words.options, optionsOf(part))} />}
        </Field>
      );
    default:
      return <QuorumPart {...part} />;
  }
}

const optionsOf = ({ rule, facts }: Part) => facts.find((f) => f.code === rule.ballots)?.options ?? [];

function RatePart({ rule, facts, path, set }: Omit<Part, 'field' | 'label'>) {
  const words = useWords();
  const rate = (rule.rate ?? { of: '', to: '' }) as { of: string; to: string };
  const fit = facts.filter((f) => numbers.includes(f.type));
  return (
    <>
      <FactField label={words.design.rateOf} path={`${path}.of`} facts={fit} value={rate.of} onChange={(of) => set({ rate: { ...rate, of } })} />
      <FactField label={words.design.rateTo} path={`${path}.to`} facts={fit} value={rate.to} onChange={(to) => set({ rate: { ...rate, to } })} />
    </>
  );
}

function ValueOrRatePart({ rule, facts, path, set }: Part) {
  const words = useWords();
  const byRate = rule.rate !== undefined;
  const first = facts[0]?.code ?? '';
  return (
    <>
      <Field label={words.design.ruleField.valueOrRate} wide>
        {(id) => (
          <Radio.Group
            id={id} aria-label={words.design.ruleField.valueOrRate} optionType="button" value={byRate} options={[{ value: false, label: words.design.byValue }, { value: true, label: words.design.byRate }]}
            onChange={(e) => set(e.target.value ? { value: undefined, rate: { of: (rule.value as string) ?? first, to: first } } : { value: (rule.rate as { of: string }).of, rate: undefined })}
          />
        )}
      </Field>
      {byRate ? <RatePart rule={rule} facts={facts} path={path.replace(/value$/, 'rate')} set={set} /> : <FactField label={words.schemes.ruleField.value!} path={path} facts={facts} value={rule.value as string} onChange={(value) => set({ value })} />}
    </>
  );
}

/** Bands from the top; a new one goes below the lowest. */
function BandsPart({ rule, field, path, label, set }: Part) {
  const words = useWords();
  const bands = rule.bands as { atLeast: number; points: number }[] | undefined;
  const last = bands?.at(-1);
  return (
    <Field label={label} path={bands?.length ? undefined : path} wide>
      {(id) => (
        <>
          {field.optional && <Radio.Group aria-label={label} style={{ display: 'block', marginBottom: 8 }} value={bands !== undefined} options={[{ value: false, label: words.design.inProportion }, { value: true, label: words.design.banded }]} onChange={(e) => set({ bands: e.target.value ? [{ atLeast: 90, points: 1 }] : undefined })} />}
          {bands && (
            <RowsEditor
              id={id} path={path} items={bands} addText={words.design.add} add={() => (last ? { atLeast: Math.max(0, last.atLeast - 10), points: Math.max(0, last.points - 1) } : { atLeast: 90, points: 1 })} onChange={(next) => set({ bands: next })}
              columns={[{ name: 'atLeast', title: `${words.schemes.ruleField.atLeast}${rule.value === undefined ? '（%）' : ''}` }, { name: 'points', title: words.common.points }]}
            />
          )}
        </>
      )}
    </Field>
  );
}

function WeightsPart(part: Part) {
  const words = useWords();
  const { rule, path, label, set } = part;
  const weights = (rule.weights ?? {}) as Record<string, number>;
  const known = optionsOf(part);
  const without = (option: string) => Object.fromEntries(Object.entries(weights).filter(([o]) => o !== option));
  return (
    <Field label={label} path={path} wide>
      {(id) => (
        <div id={id} className="leaf-fields" style={{ marginTop: 0 }}>
          {[...new Set([...known, ...Object.keys(weights)])].map((option) => (
            <Space key={option} size={4}>
              <InputNumber aria-label={words.options[option] ?? option} prefix={words.options[option] ?? option} min={0} max={100} value={weights[option]} onChange={(v) => set({ weights: v === null ? without(option) : { ...weights, [option]: v } })} style={{ width: 190 }} />
              {!known.includes(option) && <Button size="small" onClick={() => set({ weights: without(option) })}>{words.report.remove}</Button>}
            </Space>
          ))}
        </div>
      )}
    </Field>
  );
}

function QuorumPart({ rule, path, label, set }: Part) {
  const words = useWords();
  const [upper, lower] = quorumOf(rule.quorum);
  return (
    <Field label={label} path={path}>
      {(id, status) => (
        <Space>
          <InputNumber id={id} status={status} min={1} precision={0} style={{ width: 72 }} value={upper} onChange={(v) => set({ quorum: `${v ?? ''}/${lower ?? ''}` })} />
          <span aria-hidden>/</span>
          <InputNumber aria-label={`${label} ${words.design.quorumLower}`} status={status} min={1} precision={0} style={{ width: 72 }} value={lower} onChange={(v) => set({ quorum: `${upper ?? ''}/${v ?? ''}` })} />
        </Space>
      )}
    </Field>
  );
}

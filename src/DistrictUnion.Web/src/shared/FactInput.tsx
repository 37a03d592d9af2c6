import { Button, DatePicker, Input, InputNumber, Radio, Select, Space } from 'antd';
import dayjs from 'dayjs';
import type { FactDefinition } from '../features/schemes/definition';
import { useWords } from './words';

interface Award {
  matter: string;
  level: string;
  date: string;
}

interface Ballots {
  eligible: number;
  returned: number;
  invalid: number;
  counts: Record<string, number>;
}

/** The field for a fact, by its type; clearing it makes the fact missing. */
export function FactInput({ id, fact, value, onChange, disabled }: {
  id: string;
  fact: FactDefinition;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled?: boolean;
}) {
  const words = useWords();
  switch (fact.type) {
    case 'boolean':
      return (
        <Radio.Group
          id={id} aria-label={fact.name} disabled={disabled} value={value} optionType="button" onChange={(e) => onChange(e.target.value)}
          options={[{ value: true, label: words.common.yes }, { value: false, label: words.common.no }]}
        />
      );
    case 'integer':
    case 'decimal':
      return (
        <InputNumber
          id={id} disabled={disabled} value={value as number | undefined} onChange={(v) => onChange(v ?? undefined)} style={{ width: '100%' }} inputMode={fact.type === 'integer' ? 'numeric' : 'decimal'}
          min={fact.range?.[0] ?? 0} max={fact.range?.[1]} precision={fact.type === 'integer' ? 0 : undefined}
        />
      );
    case 'scores':
      return (
        <Select
          id={id} mode="tags" disabled={disabled} style={{ width: '100%' }} value={((value as number[] | undefined) ?? []).map(String)} tokenSeparators={[',', '，', ' ']} open={false} suffixIcon={null}
          onChange={(texts: string[]) => onChange(texts.length === 0 ? undefined : texts.map(Number).filter((n) => Number.isFinite(n)))}
        />
      );
    case 'ballots':
      return <BallotsInput id={id} fact={fact} value={value as Ballots | undefined} onChange={onChange} disabled={disabled} />;
    default:
      return <AwardsInput id={id} fact={fact} value={(value as Award[] | undefined) ?? []} onChange={onChange} disabled={disabled} />;
  }
}

function BallotsInput({ id, fact, value, onChange, disabled }: { id: string; fact: FactDefinition; value?: Ballots; onChange: (value: unknown) => void; disabled?: boolean }) {
  const words = useWords();
  const current = value ?? { eligible: 0, returned: 0, invalid: 0, counts: {} };
  const field = (name: string, label: string, amount: number, set: (n: number) => Ballots) => (
    <label key={name} htmlFor={`${id}-${name}`}>{label}<InputNumber id={`${id}-${name}`} min={0} precision={0} disabled={disabled} value={amount} onChange={(n) => onChange(set(n ?? 0))} style={{ width: '100%' }} /></label>
  );
  return (
    <div className="leaf-fields" style={{ marginTop: 0 }}>
      {field('eligible', words.ballots.eligible, current.eligible, (n) => ({ ...current, eligible: n }))}
      {field('returned', words.ballots.returned, current.returned, (n) => ({ ...current, returned: n }))}
      {field('invalid', words.ballots.invalid, current.invalid, (n) => ({ ...current, invalid: n }))}
      {(fact.options ?? []).map((option) => field(option, words.options[option] ?? option, current.counts[option] ?? 0, (n) => ({ ...current, counts: { ...current.counts, [option]: n } })))}
    </div>
  );
}

function AwardsInput({ id, fact, value, onChange, disabled }: { id: string; fact: FactDefinition; value: Award[]; onChange: (value: unknown) => void; disabled?: boolean }) {
  const words = useWords();
  const set = (i: number, next: Partial<Award>) => onChange(value.map((a, j) => (j === i ? { ...a, ...next } : a)));
  return (
    <Space orientation="vertical" style={{ width: '100%' }} id={id}>
      {value.map((award, i) => (
        <Space key={i} wrap>
          <Input aria-label={`${fact.name} ${i + 1}`} disabled={disabled} value={award.matter} onChange={(e) => set(i, { matter: e.target.value })} style={{ width: 180 }} />
          <Select aria-label={fact.name} disabled={disabled} value={award.level} onChange={(level) => set(i, { level })} options={(fact.levels ?? []).map((l) => ({ value: l, label: words.design.levelWord[l] ?? l }))} style={{ width: 110 }} />
          <DatePicker aria-label={words.report.date} disabled={disabled} value={award.date ? dayjs(award.date) : null} onChange={(d) => set(i, { date: d ? (d as dayjs.Dayjs).format('YYYY-MM-DD') : '' })} />
          {!disabled && <Button size="small" onClick={() => onChange(value.length === 1 ? undefined : value.filter((_, j) => j !== i))}>{words.report.remove}</Button>}
        </Space>
      ))}
      {!disabled && <Button size="small" onClick={() => onChange([...value, { matter: '', level: fact.levels?.[0] ?? '', date: dayjs().format('YYYY-MM-DD') }])}>+ {fact.name}</Button>}
    </Space>
  );
}

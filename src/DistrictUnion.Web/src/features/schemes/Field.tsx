import { Checkbox, Input, InputNumber, Select, Space } from 'antd';
import { createContext, useContext, useEffect, useId, useState, type ReactNode } from 'react';
import { useWords } from '../../shared/words';
import { codePattern } from './codes';
import type { Cap, FactDefinition } from './definition';
import { under, type Finding } from './problems';

const Findings = createContext<Finding[]>([]);
export const FindingsProvider = Findings.Provider;

/** What the service says about the scheme as it stands. */
export const useFindings = () => useContext(Findings);

/** Findings in words, beside what they are about. */
export function Said({ of }: { of: Pick<Finding, 'message' | 'kind'>[] }) {
  return of.map((f, i) => <div key={i} className={`said ${f.kind}`}>{f.message}</div>);
}

type Status = 'error' | undefined;

/** A labelled field with what is said about it. */
export function Field({ label, path, hint, extra = [], wide, children }: { label: ReactNode; path?: string; hint?: string; extra?: Finding[]; wide?: boolean; children: (id: string, status: Status) => ReactNode }) {
  const id = useId();
  const findings = useFindings();
  const said = [...(path === undefined ? [] : under(findings, path)), ...extra];
  return (
    <div style={wide ? { gridColumn: '1 / -1' } : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id, said.some((f) => f.kind === 'problem') ? 'error' : undefined)}
      {hint && <div style={{ fontSize: 12, marginTop: 2, color: 'var(--ant-color-text-secondary)' }}>{hint}</div>}
      <Said of={said} />
    </div>
  );
}

/** A line of text; what is empty is left out of the scheme where it may be. */
export function TextField({ label, path, value, onChange, extra }: { label: string; path?: string; value?: string; onChange: (value: string) => void; extra?: Finding[] }) {
  return <Field label={label} path={path} extra={extra}>{(id, status) => <Input id={id} status={status} value={value ?? ''} onChange={(e) => onChange(e.target.value)} />}</Field>;
}

/** A number. */
export function NumberField({ label, path, value, onChange, whole, placeholder, min = 0 }: { label: string; path: string; value?: number; onChange: (value?: number) => void; whole?: boolean; placeholder?: string; min?: number }) {
  return (
    <Field label={label} path={path}>
      {(id, status) => <InputNumber id={id} status={status} min={min} precision={whole ? 0 : undefined} placeholder={placeholder} style={{ width: '100%' }} value={value} onChange={(v) => onChange(v ?? undefined)} />}
    </Field>
  );
}

/** One of a few words; the empty word stands for saying nothing. */
export function ChoiceField({ label, path, value, among, onChange, wide }: { label: string; path?: string; value?: string; among: { value: string; label: string }[]; onChange: (value: string) => void; wide?: boolean }) {
  return <Field label={label} path={path} wide={wide}>{(id, status) => <Select id={id} status={status} style={{ width: '100%' }} value={value} options={among} onChange={onChange} />}</Field>;
}

/** The choices that a table of words offers. */
export const choicesOf = (words: Record<string, string>, among = Object.keys(words)) => among.map((value) => ({ value, label: words[value] ?? value }));

/** A data item that fits. */
export function FactField({ label, path, value, facts, optional, onChange }: { label: string; path?: string; value?: string; facts: FactDefinition[]; optional?: boolean; onChange: (code?: string) => void }) {
  return <Field label={label} path={path}>{(id, status) => <FactSelect id={id} status={status} value={value} facts={facts} optional={optional} onChange={onChange} />}</Field>;
}

export function FactSelect({ value, facts, optional, onChange, ...rest }: { id?: string; 'aria-label'?: string; status?: Status; value?: string; facts: FactDefinition[]; optional?: boolean; onChange: (code?: string) => void }) {
  const words = useWords();
  return (
    <Select
      {...rest} showSearch={{ optionFilterProp: 'label' }} allowClear={optional} style={{ width: '100%' }} value={value || undefined} onChange={(v?: string) => onChange(v)}
      placeholder={words.common.select} notFoundContent={words.design.noFact} options={facts.map((f) => ({ value: f.code, label: `${f.name}（${f.code}）` }))}
    />
  );
}

/** A code: taken over when the field is left, because what points at it follows, and only when nobody else has it. */
export function CodeField({ label, path, value, taken, pattern = codePattern, wrong, takenText, hint, onChange }: {
  label: string;
  path: string;
  value: string;
  taken: string[];
  pattern?: RegExp;
  wrong?: string;
  takenText?: (code: string) => string;
  hint?: string;
  onChange: (code: string) => void;
}) {
  const words = useWords();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const refused = text === value ? undefined : !pattern.test(text) ? (wrong ?? words.design.codeWrong) : taken.includes(text) ? (takenText ?? words.design.codeTaken)(text) : undefined;
  const take = () => {
    if (refused === undefined && text !== value) onChange(text);
  };
  return (
    <Field label={label} path={path} hint={hint}>
      {(id, status) => (
        <>
          <Input id={id} status={refused ? 'error' : status} value={text} onChange={(e) => setText(e.target.value)} onBlur={take} onPressEnter={take} />
          {refused && <div role="alert"><Said of={[{ message: refused, kind: 'problem' }]} /></div>}
        </>
      )}
    </Field>
  );
}

/** Points at most, or no cap. */
export function CapField({ label, path, value, onChange }: { label: string; path: string; value?: Cap; onChange: (cap: Cap) => void }) {
  const words = useWords();
  const isNone = typeof value !== 'number';
  return (
    <Field label={label} path={path}>
      {(id, status) => (
        <Space>
          <InputNumber id={id} status={status} min={0} disabled={isNone} style={{ width: 110 }} value={isNone ? null : value} onChange={(v) => onChange(v ?? 0)} />
          <Checkbox checked={isNone} onChange={(e) => onChange(e.target.checked ? 'none' : 10)}>{words.design.capNone}</Checkbox>
        </Space>
      )}
    </Field>
  );
}

import { Input, Space, Tag } from 'antd';
import { Link } from 'react-router';
import type { FactTrace } from '../../api/schema';
import { FactInput } from '../../shared/FactInput';
import { useWords } from '../../shared/words';
import { valueWords, type FactDefinition } from '../schemes/definition';
import type { EvaluationDraft } from './merge';

export type Change = (next: (current: EvaluationDraft) => EvaluationDraft) => void;

/** One of the school's own data items: its field, what other systems told, and, for person-times, the note that may be needed. */
export function OwnFact({ id, fact, trace, content, disabled, errors, onChange }: {
  id: string;
  fact: FactDefinition;
  trace?: FactTrace;
  content: EvaluationDraft;
  disabled: boolean;
  errors: Record<string, string[]>;
  onChange: Change;
}) {
  const words = useWords();
  const set = (part: 'facts' | 'notes') => (value: unknown) => onChange((c) => {
    const next: Record<string, unknown> = { ...c[part] };
    if (value === undefined || value === null || value === '') delete next[fact.code];
    else next[fact.code] = value;
    return { ...c, [part]: next };
  });
  const note = content.notes?.[fact.code];
  if (fact.activities || fact.congress) {
    const ledger = fact.activities ? { ...words.activities, to: '/activities' } : { ...words.congresses, to: '/congresses' };
    const sum = (trace?.parts ?? []).reduce((all, part) => all + Number(part.value), 0);
    return <div id={id}>{fact.name} <b className="numeric">{sum}</b> <Tag>{ledger.fromLedger}</Tag><Link to={ledger.to}>{ledger.toLedger}</Link></div>;
  }
  return (
    <div>
      <label htmlFor={id}>{fact.name}</label>
      <FactInput id={id} fact={fact} value={content.facts?.[fact.code]} onChange={set('facts')} disabled={disabled} />
      {(note !== undefined || (fact.counts === 'times' && !disabled)) && (
        <Input
          size="small" aria-label={`${fact.name} ${words.evaluation.note}`} placeholder={`${words.evaluation.note}（${words.common.optional}）`} style={{ marginTop: 4 }} maxLength={500} disabled={disabled}
          value={note ?? ''} onChange={(e) => set('notes')(e.target.value)}
        />
      )}
      <Imported trace={trace} />
      <Wrong errors={[...(errors[`facts.${fact.code}`] ?? []), ...(errors[`notes.${fact.code}`] ?? [])]} />
    </div>
  );
}

function Imported({ trace }: { trace?: FactTrace }) {
  const words = useWords();
  const imported = trace?.parts.filter((p) => p.source.route === 'import') ?? [];
  return imported.length === 0 ? null : <Space size={4}><Tag>{words.evaluation.fromImport}</Tag>{imported.map((p) => valueWords(p.value, words)).join('，')}</Space>;
}

/** What the service says of a field. */
export function Wrong({ errors }: { errors?: string[] }) {
  return errors?.length ? <div role="alert" style={{ color: 'var(--ant-color-error, #b3261e)', fontSize: 13 }}>{errors.join('；')}</div> : null;
}

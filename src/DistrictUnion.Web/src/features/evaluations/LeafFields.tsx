import { Alert, Checkbox, Input, InputNumber, Tag } from 'antd';
import { memo, type ReactNode } from 'react';
import type { FactTrace, NodeView } from '../../api/schema';
import { points } from '../../shared/format';
import { useLanguage, useWords } from '../../shared/words';
import { factsOf, ruleWords, valueWords, type FactDefinition, type Leaf } from '../schemes/definition';
import { Marks, type Carried } from './Marks';
import type { EvaluationDraft } from './merge';
import { OwnFact, Wrong, type Change } from './OwnFact';

/** One leaf: its rule in words, what branches and systems reported, what the school fills in, the points as they stand. */
export const LeafFields = memo(function LeafFields({ leaf, wanted, evidence, facts, node, content, disabled, isMissing, errors, marks, onChange }: {
  leaf: Leaf;
  /** What the reviewer wants of it since it was returned. */
  wanted?: string;
  /** Its files. */
  evidence: ReactNode;
  facts: Map<string, FactDefinition>;
  node?: NodeView;
  content: EvaluationDraft;
  disabled: boolean;
  isMissing: boolean;
  errors: Record<string, string[]>;
  /** Its answers that were carried over. */
  marks: Carried[];
  onChange: Change;
}) {
  const words = useWords();
  const { language } = useLanguage();
  const { code, name, max, rule } = leaf.node;
  const used = factsOf(rule).map((f) => facts.get(f)).filter((f): f is FactDefinition => f !== undefined);
  const own = used.filter((f) => f.level === 'school');
  const isManual = rule?.type === 'manual';
  const isDistrict = used.length > 0 && used.every((f) => f.level === 'district');
  const asked = content.notApplicable?.includes(code) ?? false;
  const id = `leaf-${code}`;
  return (
    <section className="leaf" aria-labelledby={id}>
      <div className="leaf-head">
        <div>
          <strong id={id}>{code} {name}</strong>{' '}
          {isMissing && <Tag color="warning">{words.evaluation.missing}</Tag>}
          {node?.flags.filter((f) => f !== 'missing').map((f) => <Tag key={f}>{words.flags[f] ?? f}</Tag>)}
          <div style={{ fontSize: 13, opacity: 0.86 }}>{ruleWords(leaf.node, facts, language)}</div>
        </div>
        <span className="numeric" style={{ whiteSpace: 'nowrap' }}>{isDistrict ? '' : points(node?.selfScore)} / {points(max)}</span>
      </div>
      <Marks marks={marks} disabled={disabled} onConfirm={(paths) => onChange((c) => ({ ...c, confirmed: [...new Set([...c.confirmed, ...paths])] }))} />
      {wanted && <Alert type="error" showIcon style={{ marginTop: 8 }} title={wanted} />}
      {used.filter((f) => f.level === 'branch').map((f) => <Reported key={f.code} fact={f} trace={node?.explanation?.facts.find((t) => t.code === f.code)} label={words.evaluation.fromBranches} />)}
      {(own.length > 0 || isManual || !disabled) && (
        <div className="leaf-fields">
          {own.map((f) => (
            <OwnFact key={f.code} id={`${code}-${f.code}`} fact={f} trace={node?.explanation?.facts.find((t) => t.code === f.code)} content={content} disabled={disabled} errors={errors} onChange={onChange} />
          ))}
          {isManual && (
            <div>
              <label htmlFor={`claim-${code}`}>{words.evaluation.claim}（0–{points(max)}）</label>
              <InputNumber
                id={`claim-${code}`} min={0} max={max} step={0.5} disabled={disabled} value={content.claims?.[code]} style={{ width: '100%' }} inputMode="decimal"
                onChange={(value) => onChange((c) => {
                  const next = { ...c.claims };
                  if (value === null) delete next[code];
                  else next[code] = value;
                  return { ...c, claims: next };
                })}
              />
              <Wrong errors={errors[`claims.${code}`]} />
            </div>
          )}
          {(!disabled || content.comments?.[code]) && (
            <div>
              <label htmlFor={`comment-${code}`}>{words.evaluation.comment}（{words.common.optional}）</label>
              <Input.TextArea
                id={`comment-${code}`} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} disabled={disabled} value={content.comments?.[code] ?? ''}
                onChange={(e) => onChange((c) => {
                  const next = { ...c.comments };
                  if (e.target.value === '') delete next[code];
                  else next[code] = e.target.value;
                  return { ...c, comments: next };
                })}
              />
              <Wrong errors={errors[`comments.${code}`]} />
            </div>
          )}
        </div>
      )}
      {evidence}
      {(!disabled || asked) && (
        <Checkbox
          style={{ marginTop: 8 }} disabled={disabled} checked={asked}
          onChange={(e) => onChange((c) => ({ ...c, notApplicable: e.target.checked ? [...(c.notApplicable ?? []), code] : (c.notApplicable ?? []).filter((n) => n !== code) }))}
        >
          {words.evaluation.notApplicable}
        </Checkbox>
      )}
    </section>
  );
});

/** What others reported, and who. */
function Reported({ fact, trace, label }: { fact: FactDefinition; trace?: FactTrace; label: string }) {
  const words = useWords();
  const parts = trace?.parts ?? [];
  return (
    <details style={{ marginTop: 8, fontSize: 13 }}>
      <summary>
        {fact.name}：<b className="numeric">{trace?.number !== null && trace?.number !== undefined ? valueWords(trace.number, words) : parts.length > 0 ? '' : '—'}</b> <Tag>{label} {parts.length}</Tag>
      </summary>
      <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
        {parts.map((p, i) => <li key={i}>{[p.branch, p.date, p.event].filter(Boolean).join(' ')}：{valueWords(p.value, words)}{p.note ? `（${p.note}）` : ''}</li>)}
      </ul>
    </details>
  );
}

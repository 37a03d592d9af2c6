import { Tag } from 'antd';
import type { NodeView } from '../../api/schema';
import { points } from '../../shared/format';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { valueWords } from '../schemes/definition';

/** Why a node has its points: facts with their sources, arithmetic in words, flags, what reviewers changed. */
export function Explanation({ node }: { node: NodeView }) {
  const words = useWords();
  const reason = node.explanation;
  return (
    <div style={{ maxWidth: 760 }}>
      {node.flags.length > 0 && <p style={{ margin: '0 0 6px' }}>{node.flags.map((f) => <Tag key={f}>{words.flags[f] ?? f}</Tag>)}</p>}
      {reason && reason.arithmetic.length > 0 && (
        <>
          <strong>{words.results.arithmetic}</strong>
          <ol className="arith">{reason.arithmetic.map((s, i) => <li key={i}>{s.text}</li>)}</ol>
        </>
      )}
      {reason && reason.facts.length > 0 && (
        <>
          <strong>{words.results.facts}</strong>
          <ul className="arith">
            {reason.facts.map((fact) => (
              <li key={fact.code}>
                {fact.name}：{fact.number !== null && fact.number !== undefined ? valueWords(fact.number, words) : fact.parts.length === 0 ? '—' : ''}
                {fact.parts.length > 0 && (
                  <ul className="arith">
                    {fact.parts.map((p, i) => (
                      <li key={i}>
                        {[p.branch, p.date, p.event].filter(Boolean).join(' ')} {valueWords(p.value, words)}{p.note ? `（${p.note}）` : ''}
                        {' '}<small>{words.results.route[p.source.route] ?? p.source.route} {p.source.actor} {moment(p.source.at)}</small>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {reason && reason.changes.length > 0 && (
        <>
          <strong>{words.results.changes}</strong>
          <ul className="arith">
            {reason.changes.map((c, i) => (
              <li key={i}>{c.level === 'zone' ? words.review.zone : words.review.district}：{c.oldScore !== null && c.oldScore !== undefined ? `${points(c.oldScore)} → ` : ''}{points(c.newScore)}，{c.reason} <small>{c.actor} {moment(c.at)}</small></li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

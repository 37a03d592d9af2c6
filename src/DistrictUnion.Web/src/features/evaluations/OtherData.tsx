import type { FactTrace } from '../../api/schema';
import { Panel } from '../../shared/Page';
import { points } from '../../shared/format';
import { useWords } from '../../shared/words';
import type { SchemeDefinition } from '../schemes/definition';
import { Marks, type Carried } from './Marks';
import type { EvaluationDraft } from './merge';
import { otherFacts } from './otherFacts';
import { OwnFact, type Change } from './OwnFact';

/** What the school reports besides its indicators: awards that bring bonuses, veto matters, other data items. */
export function OtherData({ definition, traces, content, disabled, errors, marksOf, onChange }: {
  definition: SchemeDefinition;
  traces: Map<string, FactTrace>;
  content: EvaluationDraft;
  disabled: boolean;
  errors: Record<string, string[]>;
  marksOf: (paths: string[]) => Carried[];
  onChange: Change;
}) {
  const words = useWords();
  const items = otherFacts(definition);
  if (items.length === 0) return null;
  return (
    <Panel title={words.evaluation.others}>
      {items.map(({ fact, bonus, veto }) => {
        const id = `other-${fact.code}`;
        return (
          <section key={fact.code} className="leaf" aria-labelledby={`${id}-name`}>
            <strong id={`${id}-name`}>{bonus ? `${bonus.code} ${bonus.name}` : veto ? `${veto.code} ${veto.name}` : fact.name}</strong>
            {bonus && <div style={{ fontSize: 13, opacity: 0.86 }}>{Object.entries(bonus.levels).map(([level, worth]) => `${words.design.levelWord[level] ?? level} ${points(worth)} ${words.common.points}`).join('，')}</div>}
            {veto && <div style={{ fontSize: 13, opacity: 0.86 }}>{words.design.vetoes}</div>}
            <Marks marks={marksOf([`facts.${fact.code}`, `notes.${fact.code}`])} disabled={disabled} onConfirm={(paths) => onChange((c) => ({ ...c, confirmed: [...new Set([...c.confirmed, ...paths])] }))} />
            <div className="leaf-fields"><OwnFact id={id} fact={fact} trace={traces.get(fact.code)} content={content} disabled={disabled} errors={errors} onChange={onChange} /></div>
          </section>
        );
      })}
    </Panel>
  );
}

import { useWords } from '../../shared/words';
import type { SchemeDefinition } from './definition';
import { placesOf } from './edit';
import { isNumber } from './facts';
import { ChoiceField, choicesOf, FactField } from './Field';
import { ListEditor } from './ListEditor';
import { operandsOf, tieOf, tieText, type Tie } from './ties';

/** What decides between schools of the same total, first things first. */
export function TiesEditor({ definition, onChange }: { definition: SchemeDefinition; onChange: (ties: string[]) => void }) {
  const words = useWords();
  const fit = definition.facts.filter(isNumber);
  const operands = operandsOf(definition.facts).map((o) => ({ value: o.value, label: o.part ? `${o.fact.name}：${words.design.ballotWord[o.part] ?? words.options[o.part] ?? o.part}` : o.fact.name }));
  const sections = placesOf(definition).map((p) => ({ value: p.node.code, label: `${p.node.code} ${p.node.name}` }));
  const usual = (kind: string): Tie => {
    if (kind === 'fact') return { kind, fact: fit[0]?.code ?? '' };
    return kind === 'rate' ? { kind, of: operands[0]?.value ?? '', to: operands[1]?.value ?? '' } : { kind: 'section', node: sections[0]?.value ?? '' };
  };
  return (
    <ListEditor<string> items={definition.ranking?.ties ?? []} path="ranking.ties" parts={[]} nameOf={() => words.design.tie} addText={words.design.add} add={() => tieText(usual('section'))} onChange={onChange}>
      {(text, set) => {
        const tie = tieOf(text);
        const put = (next: Tie) => set(tieText(next));
        return (
          <>
            <ChoiceField label={words.design.tie} value={tie.kind} among={choicesOf(words.design.tieKind)} onChange={(kind) => put(usual(kind))} />
            {tie.kind === 'fact' && <FactField label={words.design.tieKind.fact!} value={tie.fact} facts={fit} onChange={(fact) => put({ ...tie, fact: fact ?? '' })} />}
            {tie.kind === 'section' && <ChoiceField label={words.design.tieKind.section!} value={tie.node} among={sections} onChange={(node) => put({ ...tie, node })} />}
            {tie.kind === 'rate' && (
              <>
                <ChoiceField label={words.design.tieOf} value={tie.of || undefined} among={operands} onChange={(of) => put({ ...tie, of })} />
                <ChoiceField label={words.design.tieTo} value={tie.to || undefined} among={operands} onChange={(to) => put({ ...tie, to })} />
              </>
            )}
          </>
        );
      }}
    </ListEditor>
  );
}

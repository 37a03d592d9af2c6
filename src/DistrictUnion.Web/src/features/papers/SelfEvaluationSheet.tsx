import { useQuery } from '@tanstack/react-query';
import { getTagged } from '../../api/client';
import type { ScorecardView } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded } from '../../shared/Page';
import { useLanguage, useWords } from '../../shared/words';
import { factsOf, leavesOf, ruleWords, valueWords, type SchemeDefinition } from '../schemes/definition';
import { otherFacts } from '../evaluations/otherFacts';
import { Signatures } from './Signatures';

/** What the school handed in, leaf by leaf, with places to sign. */
export function SelfEvaluationSheet({ round, school, definition, card }: { round: string; school: string; definition: SchemeDefinition; card: ScorecardView }) {
  const words = useWords();
  const { language } = useLanguage();
  const evaluation = useQuery({
    queryKey: ['evaluation', round, school],
    queryFn: ({ signal }) => getTagged('GET /rounds/{round}/schools/{school}/self-evaluation', { path: { round, school }, signal }),
  });
  const facts = new Map(definition.facts.map((f) => [f.code, f]));
  const nodes = new Map(card.nodes.map((n) => [n.code, n]));
  return (
    <Loaded of={[evaluation]}>
      {() => {
        const typed = evaluation.data!.body;
        return (
          <>
            <table>
              <thead><tr><th scope="col">{words.results.node}</th><th scope="col">{words.results.max}</th><th scope="col">{words.evaluation.rule}</th><th scope="col">{words.evaluation.facts}</th><th scope="col">{words.evaluation.selfScore}</th><th scope="col">{words.evaluation.comment}</th></tr></thead>
              <tbody>
                {leavesOf(definition).map(({ node }) => (
                  <tr key={node.code}>
                    <th scope="row">{node.code} {node.name}</th>
                    <td className="numeric">{points(node.max)}</td>
                    <td>{ruleWords(node, facts, language)}</td>
                    <td>{factsOf(node.rule).filter((f) => facts.get(f)?.level === 'school').map((f) => `${facts.get(f)!.name}：${valueWords(typed.facts[f], words)}`).join('；')}</td>
                    <td className="numeric">{typed.notApplicable.includes(node.code) ? words.evaluation.notApplicable : points(nodes.get(node.code)?.selfScore)}</td>
                    <td>{typed.comments[node.code]}</td>
                  </tr>
                ))}
                {otherFacts(definition).map(({ fact, bonus, veto }) => (
                  <tr key={fact.code}>
                    <th scope="row">{bonus ? `${bonus.code} ${bonus.name}` : veto ? `${veto.code} ${veto.name}` : fact.name}</th>
                    <td />
                    <td />
                    <td>{valueWords(typed.facts[fact.code], words)}</td>
                    <td className="numeric">{bonus ? points(nodes.get(bonus.code)?.selfScore) : ''}</td>
                    <td>{typed.notes[fact.code]}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot><tr><th scope="row">{words.evaluation.total}</th><td /><td /><td /><td className="numeric"><b>{points(card.selfTotal)}</b></td><td /></tr></tfoot>
            </table>
            <Signatures places={[words.papers.filledBy, words.papers.chair, words.papers.party, words.papers.schoolSeal]} />
          </>
        );
      }}
    </Loaded>
  );
}

import type { ScorecardView } from '../../api/schema';
import { points } from '../../shared/format';
import { useWords } from '../../shared/words';
import { leavesOf, type SchemeDefinition } from '../schemes/definition';
import { Signatures } from './Signatures';

/** The three scores of every leaf with the reviewers' reasons, and places to sign. */
export function ReviewSheet({ definition, card }: { definition: SchemeDefinition; card: ScorecardView }) {
  const words = useWords();
  const nodes = new Map(card.nodes.map((n) => [n.code, n]));
  return (
    <>
      <table>
        <thead><tr><th scope="col">{words.results.node}</th><th scope="col">{words.results.max}</th><th scope="col">{words.review.self}</th><th scope="col">{words.evaluation.reviewed}</th><th scope="col">{words.evaluation.final}</th><th scope="col">{words.evaluation.reasons}</th></tr></thead>
        <tbody>
          {leavesOf(definition).map(({ node }) => {
            const scored = nodes.get(node.code);
            return (
              <tr key={node.code}>
                <th scope="row">{node.code} {node.name}</th>
                <td className="numeric">{points(node.max)}</td>
                <td className="numeric">{points(scored?.selfScore)}</td>
                <td className="numeric">{points(scored?.reviewScore)}</td>
                <td className="numeric">{points(scored?.finalScore)}</td>
                <td>{scored?.explanation?.changes.at(-1)?.reason}</td>
              </tr>
            );
          })}
          <tr><th scope="row">{words.results.bonus}</th><td /><td /><td /><td className="numeric">{points(card.bonus)}</td><td /></tr>
          <tr><th scope="row">{words.results.late}</th><td /><td /><td /><td className="numeric">{points(card.late)}</td><td /></tr>
        </tbody>
        <tfoot><tr><th scope="row">{words.results.total}</th><td /><td className="numeric">{points(card.selfTotal)}</td><td /><td className="numeric"><b>{points(card.total)}</b></td><td /></tr></tfoot>
      </table>
      <Signatures places={[words.papers.reviewer, words.papers.zoneLead, words.papers.chairAgrees, words.papers.districtSeal]} />
    </>
  );
}

import type { EvidenceView, NodeView } from '../../api/schema';
import { factsOf, type FactDefinition, type Leaf } from '../schemes/definition';

/** What a leaf could still bring, and what stands in the way. */
export interface Gap {
  leaf: Leaf;
  /** Points between the own score and the most. */
  points: number;
  lacksData: boolean;
  lacksProof: boolean;
}

const most = 6;

/** The leaves that would raise the own score the most. What the district alone reports is left out: nothing of it shows before publication. */
export function gapsOf(leaves: Leaf[], facts: Map<string, FactDefinition>, nodes: Map<string, NodeView>, missing: Set<string>, evidence: EvidenceView[]): Gap[] {
  return leaves
    .filter((leaf) => factsOf(leaf.node.rule).every((fact) => facts.get(fact)?.level !== 'district'))
    .map((leaf) => ({
      leaf,
      points: Math.round((leaf.node.max - (nodes.get(leaf.node.code)?.selfScore ?? 0)) * 100) / 100,
      lacksData: missing.has(leaf.node.code),
      lacksProof: leaf.node.evidence === 'required' && !evidence.some((f) => f.nodes.includes(leaf.node.code)),
    }))
    .filter((gap) => (gap.points > 0 || gap.lacksProof) && !nodes.get(gap.leaf.node.code)?.flags.includes('notApplicable'))
    .sort((a, b) => b.points - a.points)
    .slice(0, most);
}

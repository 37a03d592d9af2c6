import type { AnswerMark, AnswerOriginView } from '../../api/schema';
import { factsOf, type FactDefinition, type Leaf } from '../schemes/definition';
import type { EvaluationDraft } from './merge';

export type Origins = Record<string, AnswerOriginView>;

/** The answer at a path such as `facts.members`. */
export function answerAt(draft: EvaluationDraft, path: string): unknown {
  const dot = path.indexOf('.');
  const part = draft[path.slice(0, dot) as 'facts' | 'claims' | 'comments' | 'notes'];
  return (part as Record<string, unknown> | null | undefined)?.[path.slice(dot + 1)];
}

/** What has become of an answer of an earlier round, as it stands on the page. */
export function markOf(origins: Origins, draft: EvaluationDraft, path: string): AnswerMark | undefined {
  const origin = origins[path];
  if (!origin) return undefined;
  if (JSON.stringify(answerAt(draft, path)) !== JSON.stringify(origin.value)) return 'changed';
  return draft.confirmed.includes(path) ? 'confirmed' : 'inherited';
}

/** Paths of a leaf's own answers that were carried over. */
export const inheritedPaths = (leaf: Leaf, facts: Map<string, FactDefinition>, origins: Origins): string[] => [
  ...factsOf(leaf.node.rule).filter((f) => facts.get(f)?.level === 'school').flatMap((f) => [`facts.${f}`, `notes.${f}`]),
  `claims.${leaf.node.code}`, `comments.${leaf.node.code}`,
].filter((path) => origins[path]);

/** Paths that nobody has confirmed or changed yet. */
export const unconfirmedOf = (origins: Origins, draft: EvaluationDraft): string[] => Object.keys(origins).filter((path) => markOf(origins, draft, path) === 'inherited');

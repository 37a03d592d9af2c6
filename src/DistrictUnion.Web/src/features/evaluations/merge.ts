import type { EvaluationContent } from '../../api/schema';

/** One field that two people typed differently. */
export interface Difference {
  kind: 'facts' | 'claims' | 'comments' | 'notApplicable';
  code: string;
  mine: unknown;
  theirs: unknown;
}

const kinds = ['facts', 'claims', 'comments'] as const;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Fields whose values differ between two versions of a form. */
export function differencesOf(mine: EvaluationContent, theirs: EvaluationContent): Difference[] {
  const found: Difference[] = [];
  for (const kind of kinds) {
    const [own, other] = [mine[kind] ?? {}, theirs[kind] ?? {}] as Record<string, unknown>[];
    for (const code of new Set([...Object.keys(own!), ...Object.keys(other!)])) {
      if (!same(own![code], other![code])) found.push({ kind, code, mine: own![code], theirs: other![code] });
    }
  }

  for (const code of new Set([...(mine.notApplicable ?? []), ...(theirs.notApplicable ?? [])])) {
    const [own, other] = [mine.notApplicable?.includes(code) ?? false, theirs.notApplicable?.includes(code) ?? false];
    if (own !== other) found.push({ kind: 'notApplicable', code, mine: own, theirs: other });
  }

  return found;
}

/** The form with each difference decided: `mine` where chosen, else theirs. */
export function merge(mine: EvaluationContent, theirs: EvaluationContent, keepsMine: (difference: Difference) => boolean): EvaluationContent {
  const merged: EvaluationContent = {
    ...theirs, facts: { ...theirs.facts }, claims: { ...theirs.claims }, comments: { ...theirs.comments }, notApplicable: [...(theirs.notApplicable ?? [])],
  };
  for (const difference of differencesOf(mine, theirs).filter(keepsMine)) {
    if (difference.kind === 'notApplicable') {
      merged.notApplicable = difference.mine ? [...merged.notApplicable!, difference.code] : merged.notApplicable!.filter((c) => c !== difference.code);
    } else {
      const part = merged[difference.kind] as Record<string, unknown>;
      if (difference.mine === undefined) delete part[difference.code];
      else part[difference.code] = difference.mine;
    }
  }

  return merged;
}

import type { AnswerChange, EvaluationContent } from '../../api/schema';

/** A form as it is being filled in. */
export interface EvaluationDraft extends EvaluationContent {
  /** Paths of answers of an earlier round that still hold. */
  confirmed: string[];
}

/** One field that two people typed differently. */
export interface Difference {
  kind: 'facts' | 'claims' | 'comments' | 'notes' | 'notApplicable';
  code: string;
  mine: unknown;
  theirs: unknown;
}

const kinds = ['facts', 'claims', 'comments', 'notes'] as const;
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

const keyOf = (d: Difference) => `${d.kind}/${d.code}`;

/** What was typed since the form was stored, answer by answer. */
export const changesOf = (base: EvaluationContent, mine: EvaluationContent): AnswerChange[] =>
  differencesOf(mine, base).map((d) => ({ path: `${d.kind}.${d.code}`, value: d.mine ?? null, was: d.theirs ?? null }));

/** Fields that both changed since the form was one, and differently. */
export function conflictsOf(base: EvaluationContent, mine: EvaluationContent, theirs: EvaluationContent): Difference[] {
  const [own, other] = [mine, theirs].map((side) => new Set(differencesOf(side, base).map(keyOf)));
  return differencesOf(mine, theirs).filter((d) => own!.has(keyOf(d)) && other!.has(keyOf(d)));
}

/** The form with each difference decided: `mine` where chosen, else theirs. */
export function merge<T extends EvaluationContent>(mine: EvaluationContent, theirs: T, keepsMine: (difference: Difference) => boolean): T {
  const merged: T = {
    ...theirs, facts: { ...theirs.facts }, claims: { ...theirs.claims }, comments: { ...theirs.comments }, notes: { ...theirs.notes }, notApplicable: [...(theirs.notApplicable ?? [])],
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

/** The two forms as one: what I changed stays mine, all else is theirs; where both changed an answer, `decide` tells whether mine stays. */
export function bringTogether(base: EvaluationDraft, mine: EvaluationDraft, theirs: EvaluationDraft, decide: (conflict: Difference) => boolean): EvaluationDraft {
  const [own, contested] = [new Set(differencesOf(mine, base).map(keyOf)), new Set(conflictsOf(base, mine, theirs).map(keyOf))];
  const merged = merge(mine, theirs, (d) => (contested.has(keyOf(d)) ? decide(d) : own.has(keyOf(d))));
  return { ...merged, confirmed: [...new Set([...theirs.confirmed, ...mine.confirmed])] };
}

/** The two forms as one; undefined where a person has to decide. */
export const mergedOf = (base: EvaluationDraft, mine: EvaluationDraft, theirs: EvaluationDraft): EvaluationDraft | undefined =>
  (conflictsOf(base, mine, theirs).length > 0 ? undefined : bringTogether(base, mine, theirs, () => true));

import type { VisitView } from '../../api/schema';

/** A visit as it is being written: values by path, and when this device wrote them. */
export interface VisitDraft {
  values: Record<string, unknown>;
  at: Record<string, string>;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const pathsOf = (...sides: VisitDraft[]) => [...new Set(sides.flatMap((s) => Object.keys(s.values)))];

/** The draft of what is stored. */
export const draftOf = (view: VisitView): VisitDraft => ({ values: Object.fromEntries(view.answers.map((a) => [a.path, a.value])), at: {} });

/** The draft with one field changed; an empty one is taken out. */
export function withField(draft: VisitDraft, path: string, value: unknown, now: string): VisitDraft {
  const values = { ...draft.values, [path]: value };
  if (value === null || value === undefined || value === '') delete values[path];
  return { values, at: { ...draft.at, [path]: now } };
}

/** What was written since the visit was stored, field by field. */
export const changesOf = (base: VisitDraft, mine: VisitDraft) => pathsOf(base, mine).filter((p) => !same(base.values[p], mine.values[p]))
  .map((path) => ({ path, value: mine.values[path] ?? null, was: base.values[path] ?? null, recordedAt: mine.at[path] ?? null }));

/** Fields that both changed since the visit was one, and differently. */
export const conflictsOf = (base: VisitDraft, mine: VisitDraft, theirs: VisitDraft) => pathsOf(base, mine, theirs)
  .filter((p) => !same(base.values[p], mine.values[p]) && !same(base.values[p], theirs.values[p]) && !same(mine.values[p], theirs.values[p]));

/** The two as one: what I changed stays mine unless their value was chosen, all else is theirs. */
export function bringTogether(base: VisitDraft, mine: VisitDraft, theirs: VisitDraft, takesTheirs: string[]): VisitDraft {
  const own = pathsOf(base, mine).filter((p) => !same(base.values[p], mine.values[p]) && !takesTheirs.includes(p));
  return own.reduce((next, path) => withField(next, path, mine.values[path], mine.at[path] ?? ''), { values: { ...theirs.values }, at: { ...mine.at } });
}

/** The two as one; undefined where a person has to decide. */
export const mergedOf = (base: VisitDraft, mine: VisitDraft, theirs: VisitDraft) =>
  (conflictsOf(base, mine, theirs).length > 0 ? undefined : bringTogether(base, mine, theirs, []));

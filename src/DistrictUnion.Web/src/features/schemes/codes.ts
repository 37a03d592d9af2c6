import type { Indicator, SchemeDefinition } from './definition';

/** What the code of a node, data item, bonus, veto or grade looks like. */
export const codePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,62}$/;

/** What the code of a scheme looks like. */
export const schemeCodePattern = /^[a-z][a-z0-9-]{1,62}$/;

/** Codes that must differ from each other: those of nodes, data items and bonuses. */
export function codesOf(definition: SchemeDefinition): string[] {
  const walk = (nodes: Indicator[]): string[] => nodes.flatMap((node) => [node.code, ...walk(node.items ?? [])]);
  return [...walk(definition.sections), ...definition.facts.map((f) => f.code), ...(definition.bonuses ?? []).map((b) => b.code)];
}

/** A code that nobody has: the stem with a number. */
export function freshCode(stem: string, taken: Iterable<string>, from = 1): string {
  const codes = new Set(taken);
  let n = from;
  while (codes.has(`${stem}${n}`)) n++;
  return `${stem}${n}`;
}

/** The definition with another code for a grade; what points at the grade follows, unless another one has that code too. */
export function renameGrade(definition: SchemeDefinition, index: number, to: string): SchemeDefinition {
  const grades = definition.grades!;
  const from = grades[index]!.code;
  const of = (code?: string) => (code === from && grades.every((g, i) => i === index || g.code !== from) ? to : code);
  return {
    ...definition,
    grades: grades.map((g, i) => ({ ...g, code: i === index ? to : g.code, ...(g.holds && { holds: of(g.holds) }) })),
    vetoes: definition.vetoes?.map((v) => (v.caps ? { ...v, caps: of(v.caps) } : v)),
  };
}

/** The definition with its tie chain changed entry by entry. */
export function withTies(definition: SchemeDefinition, change: (tie: string) => string): SchemeDefinition {
  return definition.ranking?.ties ? { ...definition, ranking: { ...definition.ranking, ties: definition.ranking.ties.map(change) } } : definition;
}

import { codesOf, freshCode, withTies } from './codes';
import { factsOf, type FactDefinition, type Indicator, type Rule, type SchemeDefinition } from './definition';
import { placesOf } from './edit';
import { factsOfTie, renameInTie } from './ties';

/** A place where a data item is used. */
export interface FactUse {
  kind: 'rule' | 'bonus' | 'veto' | 'weight' | 'tie';
  name: string;
}

/** Where a data item is used: rules, bonuses, vetoes, as a weight, in the order inside ties. */
export function usesOf(definition: SchemeDefinition, code: string): FactUse[] {
  return [
    ...placesOf(definition).filter((p) => factsOf(p.node.rule).includes(code)).map((p): FactUse => ({ kind: 'rule', name: `${p.node.code} ${p.node.name}` })),
    ...(definition.bonuses ?? []).filter((b) => b.awards === code).map((b): FactUse => ({ kind: 'bonus', name: `${b.code} ${b.name}` })),
    ...(definition.vetoes ?? []).filter((v) => v.fact === code).map((v): FactUse => ({ kind: 'veto', name: `${v.code} ${v.name}` })),
    ...definition.facts.filter((f) => f.weight === code).map((f): FactUse => ({ kind: 'weight', name: `${f.code} ${f.name}` })),
    ...(definition.ranking?.ties ?? []).filter((tie) => factsOfTie(tie, definition.facts).includes(code)).map((tie): FactUse => ({ kind: 'tie', name: tie })),
  ];
}

/** Ways to roll up a branch's values, by type; the first is the usual one. */
export const rollupsOf = (type: FactDefinition['type']): string[] => ({
  boolean: ['any', 'all'],
  integer: ['sum', 'mean', 'weightedMean', 'min', 'max'],
  decimal: ['sum', 'mean', 'weightedMean', 'min', 'max'],
  scores: ['concat'],
  ballots: ['sum'],
  awards: ['concat'],
})[type];

export const isNumber = (fact: FactDefinition) => fact.type === 'integer' || fact.type === 'decimal';

/** Whether a ledger may count it: a number of the school. */
export const mayBeCounted = (fact: FactDefinition) => isNumber(fact) && fact.level === 'school';

/** The data item without what its type or level can't have, and with what it must have. */
export function fitted(fact: FactDefinition): FactDefinition {
  const { rollup, weight, counts, range, options, levels, activities, congress, ...rest } = fact;
  const ways = rollupsOf(fact.type);
  const way = fact.level !== 'branch' ? undefined : rollup && ways.includes(rollup) ? rollup : ways[0];
  return {
    ...rest,
    ...(way && { rollup: way }),
    ...(way === 'weightedMean' && weight && { weight }),
    ...(isNumber(fact) && counts && { counts }),
    ...((isNumber(fact) || fact.type === 'scores') && range && { range }),
    ...(mayBeCounted(fact) && activities && { activities }),
    ...(mayBeCounted(fact) && congress && { congress }),
    ...(fact.type === 'ballots' && { options: options ?? [] }),
    ...(fact.type === 'awards' && { levels: levels ?? [] }),
  };
}

/** The definition with a new data item at the end. */
export const addFact = (definition: SchemeDefinition, name: string): SchemeDefinition =>
  ({ ...definition, facts: [...definition.facts, { code: freshCode('fact', codesOf(definition)), name, type: 'integer', level: 'school' }] });

/** The definition with one data item changed. */
export const changeFact = (definition: SchemeDefinition, index: number, change: Partial<FactDefinition>): SchemeDefinition =>
  ({ ...definition, facts: definition.facts.map((f, i) => (i === index ? fitted({ ...f, ...change }) : f)) });

/** The definition without a data item that nothing uses; unchanged when something does. */
export const removeFact = (definition: SchemeDefinition, index: number): SchemeDefinition =>
  (usesOf(definition, definition.facts[index]!.code).length > 0 ? definition : { ...definition, facts: definition.facts.filter((_, i) => i !== index) });

/** The definition with another code for a data item; everything that uses it follows. */
export function renameFact(definition: SchemeDefinition, index: number, to: string): SchemeDefinition {
  const from = definition.facts[index]!.code;
  // With two of the same code nobody knows which one is meant; what uses them stays as it is.
  if (definition.facts.some((f, i) => i !== index && f.code === from)) return { ...definition, facts: definition.facts.map((f, i) => (i === index ? { ...f, code: to } : f)) };
  const of = (code: string) => (code === from ? to : code);
  const walk = (nodes: Indicator[]): Indicator[] => nodes.map((node) => ({ ...node, ...(node.rule && { rule: ruleWith(node.rule, of) }), ...(node.items && { items: walk(node.items) }) }));
  return withTies({
    ...definition,
    facts: definition.facts.map((f, i) => ({ ...f, code: i === index ? to : f.code, ...(f.weight && { weight: of(f.weight) }) })),
    sections: walk(definition.sections),
    bonuses: definition.bonuses?.map((b) => ({ ...b, awards: of(b.awards) })),
    vetoes: definition.vetoes?.map((v) => ({ ...v, fact: of(v.fact) })),
  }, (tie) => renameInTie(tie, from, to, definition.facts));
}

function ruleWith(rule: Rule, of: (code: string) => string): Rule {
  const next = { ...rule };
  for (const field of ['fact', 'misses', 'gate', 'count', 'value', 'scores', 'ballots']) if (typeof next[field] === 'string') next[field] = of(next[field]);
  if (rule.rate) next.rate = { of: of((rule.rate as { of: string }).of), to: of((rule.rate as { to: string }).to) };
  if (rule.parts) next.parts = (rule.parts as { fact: string; points: number }[]).map((part) => ({ ...part, fact: of(part.fact) }));
  return next;
}

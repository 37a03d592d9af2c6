import type { FactDefinition, Rule } from './definition';

export type FieldKind = 'fact' | 'number' | 'rate' | 'bands' | 'parts' | 'weights' | 'options' | 'word' | 'quorum' | 'valueOrRate';

export interface RuleField {
  name: string;
  kind: FieldKind;
  types?: FactDefinition['type'][];
  optional?: boolean;
  /** What a new rule says. */
  usual?: number | string;
  /** The words to choose from. */
  among?: string[];
}

export const numbers: FactDefinition['type'][] = ['integer', 'decimal'];
const quorum: RuleField = { name: 'quorum', kind: 'quorum', usual: '2/3' };
const rate: RuleField = { name: 'rate', kind: 'rate' };
const points: RuleField = { name: 'points', kind: 'number', usual: 1 };

/** What each type of rule consists of (scoring semantics, section 2). */
export const fieldsOf: Record<string, RuleField[]> = {
  manual: [],
  boolean: [{ name: 'fact', kind: 'fact', types: ['boolean'] }],
  checklist: [{ name: 'parts', kind: 'parts', types: ['boolean'] }],
  deduct: [{ name: 'misses', kind: 'fact', types: numbers }, points, { name: 'gate', kind: 'fact', types: ['boolean'], optional: true }],
  count: [{ name: 'count', kind: 'fact', types: numbers }, points],
  tiers: [{ name: 'value', kind: 'valueOrRate', types: numbers }, { name: 'bands', kind: 'bands' }],
  rateStep: [rate, { name: 'target', kind: 'number', usual: 100 }, { name: 'step', kind: 'number', usual: 1 }, points, { name: 'steps', kind: 'word', usual: 'floor', among: ['floor', 'ceil', 'linear'] }],
  rateLinear: [rate, { name: 'zeroAt', kind: 'number', usual: 0 }, { name: 'fullAt', kind: 'number', usual: 100 }],
  value: [{ name: 'fact', kind: 'fact', types: numbers }, { name: 'outOf', kind: 'number', usual: 100 }],
  panel: [{ name: 'scores', kind: 'fact', types: ['scores'] }, { name: 'outOf', kind: 'number', usual: 100 }, { name: 'trimFrom', kind: 'number', usual: 5 }, { name: 'minimum', kind: 'number', usual: 3 }],
  surveyIndex: [{ name: 'ballots', kind: 'fact', types: ['ballots'] }, { name: 'weights', kind: 'weights' }, quorum],
  surveyRate: [
    { name: 'ballots', kind: 'fact', types: ['ballots'] }, { name: 'satisfied', kind: 'options' }, { name: 'base', kind: 'word', usual: 'valid', among: ['valid', 'returned', 'eligible'] }, quorum,
    { name: 'bands', kind: 'bands', optional: true },
  ],
};

/** A rule of another type: what both types have in common stays, the rest is what is usual. */
export function ruleOfType(type: string, facts: FactDefinition[], before?: Rule): Rule {
  const first = (types: FactDefinition['type'][]) => facts.filter((f) => types.includes(f.type)).map((f) => f.code);
  const rule: Rule = { type };
  const shared = new Map((before ? fieldsOf[before.type] ?? [] : []).map((f) => [f.name, f]));
  for (const field of fieldsOf[type] ?? []) {
    const known = shared.get(field.name);
    if (before?.[field.name] !== undefined && known?.kind === field.kind && String(known.types) === String(field.types)) rule[field.name] = before[field.name];
    else if (field.optional) continue;
    else if (field.kind === 'rate') rule.rate = before?.rate ?? { of: first(numbers)[0] ?? '', to: first(numbers)[1] ?? first(numbers)[0] ?? '' };
    else if (field.kind === 'valueOrRate') Object.assign(rule, before?.rate ? { rate: before.rate } : { value: first(numbers)[0] ?? '' });
    else if (field.kind === 'fact') rule[field.name] = first(field.types!)[0] ?? '';
    else if (field.kind === 'weights') rule.weights = usualWeights(facts.find((f) => f.type === 'ballots')?.options ?? []);
    else rule[field.name] = field.usual ?? [];
  }

  return rule;
}

/** Weights that fall evenly from 100 for the first option to 0 for the last. */
export const usualWeights = (options: string[]): Record<string, number> =>
  Object.fromEntries(options.map((option, i) => [option, options.length === 1 ? 100 : Math.round(100 - (100 * i) / (options.length - 1))]));

/** A quorum as its two numbers; the file also allows 0.6. */
export function quorumOf(value: unknown): [number | null, number | null] {
  if (typeof value === 'number') return [Math.round(value * 1_000_000), 1_000_000];
  const [upper, lower] = String(value ?? '2/3').split('/');
  const whole = (text?: string) => (text && /^\d+$/.test(text) ? Number(text) : null);
  return [whole(upper), whole(lower)];
}

import { factsOf, leavesOf, type Bonus, type FactDefinition, type SchemeDefinition, type Veto } from '../schemes/definition';

/** A data item of the school's that no indicator reads. */
export interface OtherFact {
  fact: FactDefinition;
  bonus?: Bonus;
  veto?: Veto;
}

/** Data items of the school's that no indicator reads: those of bonuses first, then of vetoes, then the rest. */
export function otherFacts(definition: SchemeDefinition): OtherFact[] {
  const shown = new Set(leavesOf(definition).flatMap((l) => factsOf(l.node.rule)));
  const items = definition.facts.filter((f) => f.level === 'school' && !shown.has(f.code)).map((fact) => ({
    fact,
    bonus: definition.bonuses?.find((b) => b.awards === fact.code),
    veto: definition.vetoes?.find((v) => v.fact === fact.code),
  }));
  return [...items.filter((i) => i.bonus), ...items.filter((i) => !i.bonus && i.veto), ...items.filter((i) => !i.bonus && !i.veto)];
}

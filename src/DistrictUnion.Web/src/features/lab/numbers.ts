import type { Words } from '../../shared/words/zh-CN';
import type { Rule, SchemeDefinition } from '../schemes/definition';

/** A number of a scheme that can be tried otherwise. */
export interface LabNumber {
  path: string;
  label: string;
  value: number;
}

/** The numbers of a rule, in the words of the designer. */
export function numbersOfRule(rule: Rule | undefined, path: string, words: Words, factName: (code: string) => string): LabNumber[] {
  const fields = words.schemes.ruleField;
  return Object.entries(rule ?? {}).flatMap(([name, value]): LabNumber[] => {
    if (typeof value === 'number') return [{ path: `${path}.${name}`, label: fields[name] ?? name, value }];
    if (name === 'bands') {
      return (value as { atLeast: number; points: number }[]).flatMap((band, i) => [
        { path: `${path}.bands[${i}].atLeast`, label: words.lab.bandFrom(i + 1), value: band.atLeast },
        { path: `${path}.bands[${i}].points`, label: words.lab.bandPoints(i + 1), value: band.points },
      ]);
    }
    if (name === 'parts') return (value as { fact: string; points: number }[]).map((part, i) => ({ path: `${path}.parts[${i}].points`, label: factName(part.fact), value: part.points }));
    if (name === 'weights') return Object.entries(value as Record<string, number>).map(([option, weight]) => ({ path: `${path}.weights.${option}`, label: words.lab.weightOf(option), value: weight }));
    return [];
  });
}

/** What decides beside the indicators: grades, gates, bonus, lateness. */
export function linesOf(definition: SchemeDefinition, words: Words): LabNumber[] {
  const d = words.design;
  const all: (LabNumber | false | undefined)[] = [
    ...(definition.grades ?? []).map((g, i) => ({ path: `grades[${i}].min`, label: words.lab.lineOf(g.name), value: g.min })),
    ...(definition.gates ?? []).map((g, i) => g.type === 'sectionMinimum' && { path: `gates[${i}].percent`, label: `${d.gateWord[g.type]}（%）`, value: g.percent }),
    typeof definition.bonus?.cap === 'number' && { path: 'bonus.cap', label: d.bonusCap, value: definition.bonus.cap },
    ...(definition.bonuses ?? []).flatMap((b, i) => [
      typeof b.cap === 'number' && { path: `bonuses[${i}].cap`, label: `${b.name} · ${d.cap}`, value: b.cap },
      ...Object.entries(b.levels).map(([level, value]) => ({ path: `bonuses[${i}].levels.${level}`, label: `${b.name} · ${d.levelWord[level] ?? level}`, value })),
    ]),
    definition.late && { path: 'late.perDay', label: `${d.late} · ${d.perDay}`, value: definition.late.perDay },
    definition.late?.max !== undefined && { path: 'late.max', label: `${d.late} · ${d.lateMax}`, value: definition.late.max },
    definition.late?.forfeitAfterDays !== undefined && { path: 'late.forfeitAfterDays', label: `${d.late} · ${d.forfeitAfterDays}`, value: definition.late.forfeitAfterDays },
  ];
  return all.filter((n): n is LabNumber => !!n);
}

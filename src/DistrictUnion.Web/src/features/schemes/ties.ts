import type { FactDefinition } from './definition';

/** An entry of the order inside ties, taken apart. */
export type Tie = { kind: 'fact'; fact: string } | { kind: 'rate'; of: string; to: string } | { kind: 'section'; node: string };

/** The words that name a number of a ballots fact beside its options. */
const ballotWords = ['valid', 'returned', 'eligible'];

/** Reads an entry; one that can't be read counts as a section that doesn't exist, which the service then names. */
export function tieOf(text: string): Tie {
  const [kind, rest = ''] = split(text, ':');
  if (kind === 'fact') return { kind, fact: rest };
  if (kind === 'rate') {
    const [of, to = ''] = split(rest, '/');
    return { kind, of, to };
  }

  return { kind: 'section', node: kind === 'section' ? rest : text };
}

/** Writes an entry as the scheme file has it. */
export const tieText = (tie: Tie): string => (tie.kind === 'fact' ? `fact:${tie.fact}` : tie.kind === 'rate' ? `rate:${tie.of}/${tie.to}` : `section:${tie.node}`);

/** What a rate may be made of: numbers, and the numbers of votes. */
export const operandsOf = (facts: FactDefinition[]): { value: string; fact: FactDefinition; part?: string }[] => facts.flatMap((fact) => {
  if (fact.type === 'integer' || fact.type === 'decimal') return [{ value: fact.code, fact }];
  return fact.type === 'ballots' ? [...(fact.options ?? []), ...ballotWords].map((part) => ({ value: `${fact.code}.${part}`, fact, part })) : [];
});

/** Codes of the data items that an entry reads. */
export function factsOfTie(text: string, facts: FactDefinition[]): string[] {
  const tie = tieOf(text);
  if (tie.kind === 'fact') return [tie.fact];
  if (tie.kind === 'section') return [];
  const operands = operandsOf(facts);
  return [tie.of, tie.to].flatMap((operand) => operands.find((o) => o.value === operand)?.fact.code ?? []);
}

/** The entry after a data item got another code. */
export function renameInTie(text: string, from: string, to: string, facts: FactDefinition[]): string {
  const tie = tieOf(text);
  const operands = operandsOf(facts);
  const renamed = (operand: string) => (operands.find((o) => o.value === operand)?.fact.code === from ? to + operand.slice(from.length) : operand);
  if (tie.kind === 'fact' && tie.fact === from) return tieText({ ...tie, fact: to });
  return tie.kind === 'rate' ? tieText({ ...tie, of: renamed(tie.of), to: renamed(tie.to) }) : text;
}

function split(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

import { describe, expect, it } from 'vitest';
import type { FactDefinition } from './definition';
import { factsOfTie, operandsOf, renameInTie, tieOf, tieText } from './ties';

const facts: FactDefinition[] = [
  { code: 'satisfaction', name: '满意度', type: 'decimal', level: 'district' },
  { code: 'vote', name: '票', type: 'ballots', level: 'district', options: ['very', 'not'] },
  { code: 'held', name: '召开', type: 'boolean', level: 'school' },
];

describe('an entry of the order inside ties', () => {
  it('is taken apart and written again', () => {
    for (const text of ['fact:satisfaction', 'rate:vote.very/vote.returned', 'section:B.1']) expect(tieText(tieOf(text))).toBe(text);
    expect(tieOf('rate:vote.very/vote.returned')).toEqual({ kind: 'rate', of: 'vote.very', to: 'vote.returned' });
    expect(tieOf('nonsense')).toEqual({ kind: 'section', node: 'nonsense' });
  });

  it('divides numbers and the numbers of votes', () => {
    expect(operandsOf(facts).map((o) => o.value)).toEqual(['satisfaction', 'vote.very', 'vote.not', 'vote.valid', 'vote.returned', 'vote.eligible']);
  });

  it('knows the data items it reads, under their new code too', () => {
    expect(factsOfTie('rate:vote.very/satisfaction', facts)).toEqual(['vote', 'satisfaction']);
    expect(renameInTie('rate:vote.very/satisfaction', 'vote', 'poll', facts)).toBe('rate:poll.very/satisfaction');
    expect(renameInTie('fact:satisfaction', 'satisfaction', 's', facts)).toBe('fact:s');
    expect(renameInTie('section:vote', 'vote', 'poll', facts)).toBe('section:vote');
  });
});

import { describe, expect, it } from 'vitest';
import { differencesOf, merge } from './merge';

const mine = { facts: { held: true, members: 12 }, claims: { B1: 28 }, comments: {}, notApplicable: ['C4'] };
const theirs = { facts: { members: 12, lectures: 3 }, claims: { B1: 25 }, comments: { B1: '见附件' }, notApplicable: [] };

describe('two versions of a form', () => {
  it('differ field by field', () => {
    expect(differencesOf(mine, theirs).map((d) => `${d.kind}/${d.code}`).sort())
      .toEqual(['claims/B1', 'comments/B1', 'facts/held', 'facts/lectures', 'notApplicable/C4']);
    expect(differencesOf(mine, mine)).toEqual([]);
  });

  it('become one in which each field is decided', () => {
    expect(merge(mine, theirs, (d) => d.kind === 'claims' || d.kind === 'notApplicable'))
      .toEqual({ facts: { members: 12, lectures: 3 }, claims: { B1: 28 }, comments: { B1: '见附件' }, notApplicable: ['C4'] });
    expect(merge(mine, theirs, () => true).facts).toEqual({ held: true, members: 12 });
  });
});

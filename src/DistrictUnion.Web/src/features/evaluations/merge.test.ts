import { describe, expect, it } from 'vitest';
import { bringTogether, changesOf, conflictsOf, differencesOf, merge, mergedOf, type EvaluationDraft } from './merge';

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
      .toEqual({ facts: { members: 12, lectures: 3 }, claims: { B1: 28 }, comments: { B1: '见附件' }, notes: {}, notApplicable: ['C4'] });
    expect(merge(mine, theirs, () => true).facts).toEqual({ held: true, members: 12 });
  });
});

describe('two forms that went apart from one', () => {
  const base: EvaluationDraft = { facts: { members: 10 }, claims: { B1: 20 }, comments: {}, notes: {}, notApplicable: [], confirmed: [] };
  const own: EvaluationDraft = { ...base, claims: { B1: 28 }, confirmed: ['facts.members'] };
  const other: EvaluationDraft = { ...base, facts: { members: 12 }, notApplicable: ['C4'] };

  it('come together where each changed other answers', () => {
    expect(mergedOf(base, own, other)).toEqual({ facts: { members: 12 }, claims: { B1: 28 }, comments: {}, notes: {}, notApplicable: ['C4'], confirmed: ['facts.members'] });
    expect(mergedOf(base, base, other)).toEqual({ ...other, confirmed: [] });
  });

  it('leave to a person what both changed otherwise', () => {
    const third: EvaluationDraft = { ...other, claims: { B1: 25 } };
    expect(mergedOf(base, own, third)).toBeUndefined();
    expect(conflictsOf(base, own, third)).toEqual([{ kind: 'claims', code: 'B1', mine: 28, theirs: 25 }]);
    expect(bringTogether(base, own, third, () => false).claims).toEqual({ B1: 25 });
    expect(bringTogether(base, own, third, () => true)).toMatchObject({ claims: { B1: 28 }, facts: { members: 12 } });
    expect(mergedOf(base, own, { ...base, claims: { B1: 28 } })?.claims).toEqual({ B1: 28 });
  });

  it('are saved answer by answer', () => {
    expect(changesOf(base, { ...own, facts: {}, notApplicable: ['C4'] })).toEqual([
      { path: 'facts.members', value: null, was: 10 }, { path: 'claims.B1', value: 28, was: 20 }, { path: 'notApplicable.C4', value: true, was: false },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { EvaluationDraft } from './merge';
import { markOf, unconfirmedOf, type Origins } from './origins';

const origins: Origins = {
  'facts.members': { round: '2025-autumn', value: 12, mark: 'inherited' },
  'claims.B1': { round: '2025-autumn', value: 28, mark: 'inherited' },
};
const draft = (members: number | undefined, confirmed: string[]): EvaluationDraft => ({
  facts: members === undefined ? {} : { members }, claims: { B1: 28 }, comments: {}, notes: {}, notApplicable: [], confirmed,
});

describe('an answer of an earlier round', () => {
  it('is inherited until it is confirmed or changed', () => {
    expect(markOf(origins, draft(12, []), 'facts.members')).toBe('inherited');
    expect(markOf(origins, draft(12, ['facts.members']), 'facts.members')).toBe('confirmed');
    expect(markOf(origins, draft(13, ['facts.members']), 'facts.members')).toBe('changed');
    expect(markOf(origins, draft(undefined, []), 'facts.members')).toBe('changed');
    expect(markOf(origins, draft(12, []), 'facts.lectures')).toBeUndefined();
  });

  it('counts as waiting only while nobody has said anything of it', () => {
    expect(unconfirmedOf(origins, draft(13, []))).toEqual(['claims.B1']);
    expect(unconfirmedOf(origins, draft(12, ['claims.B1']))).toEqual(['facts.members']);
  });
});

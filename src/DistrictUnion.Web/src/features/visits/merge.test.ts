import { describe, expect, it } from 'vitest';
import { bringTogether, changesOf, conflictsOf, mergedOf, withField, type VisitDraft } from './merge';

const draft = (values: Record<string, unknown>): VisitDraft => ({ values, at: {} });
const base = draft({ note: 'a', 'scores.B1': 1 });

describe('a visit that two write', () => {
  it('sends what changed, with what was known and the device’s time', () => {
    expect(changesOf(base, withField(base, 'scores.B1', 2, 't'))).toEqual([{ path: 'scores.B1', value: 2, was: 1, recordedAt: 't' }]);
    expect(changesOf(base, withField(base, 'note', '', 't'))).toEqual([{ path: 'note', value: null, was: 'a', recordedAt: 't' }]);
  });

  it('keeps both sides where they wrote different fields', () => {
    expect(mergedOf(base, draft({ note: 'b', 'scores.B1': 1 }), draft({ note: 'a', 'scores.B1': 3 }))?.values).toEqual({ note: 'b', 'scores.B1': 3 });
  });

  it('asks where both wrote the same field, and takes the chosen value', () => {
    const [mine, theirs] = [draft({ note: 'b', 'scores.B1': 2 }), draft({ note: 'c', 'scores.B1': 1 })];
    expect(conflictsOf(base, mine, theirs)).toEqual(['note']);
    expect(mergedOf(base, mine, theirs)).toBeUndefined();
    expect(bringTogether(base, mine, theirs, ['note']).values).toEqual({ note: 'c', 'scores.B1': 2 });
  });
});

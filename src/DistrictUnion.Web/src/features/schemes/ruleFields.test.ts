import { describe, expect, it } from 'vitest';
import type { FactDefinition } from './definition';
import { fieldsOf, quorumOf, ruleOfType, usualWeights } from './ruleFields';

const facts: FactDefinition[] = [
  { code: 'insured', name: '参保', type: 'integer', level: 'branch' },
  { code: 'members', name: '会员', type: 'integer', level: 'branch' },
  { code: 'held', name: '召开', type: 'boolean', level: 'school' },
  { code: 'vote', name: '票', type: 'ballots', level: 'district', options: ['very', 'mostly', 'not'] },
];

describe('a rule of a new type', () => {
  it('says everything that has a usual value', () => {
    expect(ruleOfType('rateStep', facts)).toEqual({ type: 'rateStep', rate: { of: 'insured', to: 'members' }, target: 100, step: 1, points: 1, steps: 'floor' });
    expect(ruleOfType('panel', facts)).toEqual({ type: 'panel', scores: '', outOf: 100, trimFrom: 5, minimum: 3 });
    expect(ruleOfType('surveyIndex', facts)).toEqual({ type: 'surveyIndex', ballots: 'vote', weights: { very: 100, mostly: 50, not: 0 }, quorum: '2/3' });
    expect(ruleOfType('surveyRate', facts)).toEqual({ type: 'surveyRate', ballots: 'vote', satisfied: [], base: 'valid', quorum: '2/3' });
    expect(ruleOfType('deduct', facts)).toEqual({ type: 'deduct', misses: 'insured', points: 1 });
    expect(Object.keys(fieldsOf)).toHaveLength(12);
  });

  it('keeps what both types have in common', () => {
    const tiers = { type: 'tiers', rate: { of: 'members', to: 'insured' }, bands: [{ atLeast: 90, points: 5 }] };
    expect(ruleOfType('rateLinear', facts, tiers)).toEqual({ type: 'rateLinear', rate: tiers.rate, zeroAt: 0, fullAt: 100 });
    expect(ruleOfType('tiers', facts, ruleOfType('rateLinear', facts, tiers))).toEqual({ type: 'tiers', rate: tiers.rate, bands: [] });
    expect(ruleOfType('value', facts, { type: 'boolean', fact: 'held' })).toEqual({ type: 'value', fact: 'insured', outOf: 100 });
    expect(ruleOfType('surveyRate', facts, { type: 'surveyIndex', ballots: 'vote', weights: {}, quorum: '1/2' }).quorum).toBe('1/2');
  });
});

describe('the parts of a rule', () => {
  it('reads a quorum as two numbers', () => {
    expect([undefined, '1/2', 0.6, '3/', 'x'].map(quorumOf)).toEqual([[2, 3], [1, 2], [600_000, 1_000_000], [3, null], [null, null]]);
  });

  it('weighs options evenly', () => {
    expect(usualWeights(['a'])).toEqual({ a: 100 });
    expect(usualWeights([])).toEqual({});
  });
});

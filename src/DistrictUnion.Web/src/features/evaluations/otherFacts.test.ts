import { describe, expect, it } from 'vitest';
import type { SchemeDefinition } from '../schemes/definition';
import { otherFacts } from './otherFacts';

const definition: SchemeDefinition = {
  code: 's', name: 's', subject: 'school', missing: 'zero',
  facts: [
    { code: 'lectures', name: '讲座', type: 'integer', level: 'school' }, { code: 'held', name: '教代会', type: 'boolean', level: 'school' },
    { code: 'dispute', name: '争议', type: 'boolean', level: 'school' }, { code: 'awards', name: '获奖', type: 'awards', level: 'school' },
    { code: 'crime', name: '案件', type: 'boolean', level: 'district' }, { code: 'members', name: '会员', type: 'integer', level: 'branch' },
  ],
  sections: [{ code: 'A', name: 'A', max: 10, rule: { type: 'boolean', fact: 'held' } }],
  bonuses: [{ code: 'Z1', name: '荣誉', awards: 'awards', levels: { city: 3 } }],
  vetoes: [{ code: 'V1', name: '争议', fact: 'dispute' }, { code: 'V2', name: '案件', fact: 'crime' }],
} as unknown as SchemeDefinition;

describe('what a school reports besides its indicators', () => {
  it('is what no indicator reads and the school itself knows, bonuses first', () => {
    expect(otherFacts(definition).map((o) => [o.fact.code, o.bonus?.code, o.veto?.code])).toEqual([['awards', 'Z1', undefined], ['dispute', undefined, 'V1'], ['lectures', undefined, undefined]]);
  });
});

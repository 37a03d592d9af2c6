import { describe, expect, it } from 'vitest';
import { factsOf, leavesOf, ruleWords, type FactDefinition, type SchemeDefinition } from './definition';

const facts: FactDefinition[] = [
  { code: 'insured', name: '参保人数', type: 'integer', level: 'branch' },
  { code: 'members', name: '会员数', type: 'integer', level: 'branch' },
];
const leaf = { code: 'A1', name: '医疗互助', max: 15, rule: { type: 'rateLinear', rate: { of: 'insured', to: 'members' }, zeroAt: 60, fullAt: 100 } };
const definition: SchemeDefinition = {
  code: 's', name: 's', subject: 'school', missing: 'zero', facts, sections: [{ code: 'A', name: '组织', max: 15, items: [leaf] }, { code: 'M', name: '总评', max: 85, rule: { type: 'manual' } }],
};

describe('a scheme', () => {
  it('has its leaves in the order of the file, a section without items being one', () => {
    expect(leavesOf(definition).map((l) => [l.section, l.node.code])).toEqual([['A', 'A1'], ['M', 'M']]);
  });

  it('tells which facts a rule reads', () => {
    expect(factsOf(leaf.rule)).toEqual(['insured', 'members']);
    expect(factsOf({ type: 'checklist', parts: [{ fact: 'a' }, { fact: 'b' }, { fact: 'a' }] })).toEqual(['a', 'b']);
    expect(factsOf(undefined)).toEqual([]);
  });

  it('says a rule in words', () => {
    expect(ruleWords(leaf, new Map(facts.map((f) => [f.code, f])), 'zh-CN')).toBe('参保人数 ÷ 会员数自 60% 至 100% 按比例得 0 至 15 分');
    expect(ruleWords({ code: 'X', name: 'x', max: 3, rule: { type: 'later' } }, new Map(), 'en')).toBe('later');
  });
});

import { expect, test } from 'vitest';
import type { Candidate, EligibilityRule } from '../../../api/schema';
import { zhCN } from '../../../shared/words/zh-CN';
import { fromForm, kinds, ruleWords, toForm } from './ruleForm';

const nobody: Candidate = { titles: {}, members: null, total: null, nodes: [], facts: {}, vetoes: [] };
const rule = (change: Partial<EligibilityRule>, candidate: Partial<Candidate> = {}): EligibilityRule => ({
  code: 'r1', kind: 'noVeto', clause: { document: '办法', article: '第三条', text: '条文' }, from: '2026-01-01', to: null, tiers: ['model'], title: null, years: null, minimum: null, percent: null, depth: null, of: [], per: null,
  examples: [{ name: '例', tier: 'model', day: '2026-03-01', isMet: true, candidate: { ...nobody, ...candidate } }], ...change,
});

test('a rule comes back from its form as it was', () => {
  for (const given of [
    rule({ kind: 'heldForYears', title: 'advanced', years: 2 }, { titles: { advanced: '2024-01-01', old: null } }),
    rule({ kind: 'minimumMembers', minimum: 10 }, { members: 12 }),
    rule({ kind: 'minimumScore', minimum: 80.5 }, { total: 80.5 }),
    rule({ kind: 'sectionMinimum', percent: 60 }, { nodes: [{ code: 'A', depth: 1, max: 40, score: 24 }] }),
    rule({ kind: 'rateAtLeast', of: ['insured'], per: 'members', percent: 90 }, { facts: { insured: 9, members: 10 } }),
    rule({ kind: 'noVeto' }, { vetoes: ['V1'] }),
  ])
    expect(fromForm(toForm(given))).toEqual(given);
});

test('what another kind asked for is left out when the kind changes', () => {
  const was = toForm(rule({ kind: 'minimumMembers', minimum: 10 }, { members: 12 }));
  const now = fromForm({ ...was, kind: 'noVeto' });
  expect(now.minimum).toBeNull();
  expect(now.examples[0]!.candidate.members).toBeNull();
});

test('every kind has a sentence', () => {
  const sentences = kinds.map((kind) => ruleWords(rule({ kind, title: 'model', years: 2, minimum: 3, percent: 4, depth: 1, of: ['a', 'b'], per: 'c' }), [{ code: 'model', name: '模范' }], zhCN));
  expect(new Set(sentences).size).toBe(kinds.length);
  expect(sentences).toContain('a + b ÷ c 不低于 4%');
  expect(ruleWords(rule({ kind: 'notHolder' }), [], zhCN)).toBe('没有获得过所申报的等次');
});

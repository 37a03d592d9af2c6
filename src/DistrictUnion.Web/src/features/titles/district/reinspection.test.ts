import { expect, test } from 'vitest';
import type { ReinspectionRule } from '../../../api/schema';
import { zhCN } from '../../../shared/words/zh-CN';
import { consequence } from './reinspection';

const rule: ReinspectionRule = { cycleYears: 3, termYears: null, rectificationDays: 90, keepFrom: 80, downgradeFrom: 70, downgradeTo: 'qualified', endingEvents: [] };
const tiers = [{ code: 'model', name: '模范职工之家' }, { code: 'qualified', name: '合格职工之家' }];
const follows = (points: number, state: 'valid' | 'rectifying', change: Partial<ReinspectionRule> = {}) => consequence(points, '2026-03-01', { state }, { ...rule, ...change }, tiers, zhCN);

test('who reaches the line keeps the title until the next re-inspection', () => {
  expect(follows(80, 'valid')).toBe('达到 80 分，保留称号，下次复查 2029-03-01。');
  expect(follows(80, 'rectifying', { cycleYears: null })).toBe('达到 80 分，保留称号。');
});

test('who falls short first has days to mend', () => {
  expect(follows(79.99, 'valid')).toContain('2026-05-30 前再次复查');
});

test('who falls short again is downgraded from the lower line on, else revoked', () => {
  expect(follows(70, 'rectifying')).toContain('降为“合格职工之家”');
  expect(follows(69.99, 'rectifying')).toContain('撤销称号');
  expect(follows(75, 'rectifying', { downgradeTo: null })).toContain('撤销称号');
});

import { expect, test } from 'vitest';
import type { Indicator } from '../schemes/definition';
import { maximaOf, shareOut, totalOf, treeOf, withMaximum } from './maxima';

const leaf = (code: string, max: number): Indicator => ({ code, name: code, max, rule: { type: 'manual' } });
const sections: Indicator[] = [
  { code: 'A', name: 'A', max: 10, items: [leaf('A1', 3), leaf('A2', 3), { code: 'A3', name: 'A3', max: 4, items: [leaf('A31', 1), leaf('A32', 3)] }] },
  leaf('B', 20),
];
const tree = treeOf(sections);

test('a section that weighs more gives its indicators their share', () => {
  const maxima = withMaximum(tree, maximaOf(tree), 'sections[0]', 15);
  expect(maxima['sections[0].items[0]']).toBe(4.5);
  expect(maxima['sections[0].items[2]']).toBe(6);
  expect(maxima['sections[0].items[2].items[1]']).toBe(4.5);
  expect(totalOf(tree, maxima)).toBe(35);
});

test('an indicator that weighs more makes its sections weigh more', () => {
  const maxima = withMaximum(tree, maximaOf(tree), 'sections[0].items[2].items[0]', 2.5);
  expect([maxima['sections[0].items[2]'], maxima['sections[0]'], maxima['sections[1]']]).toEqual([5.5, 11.5, 20]);
});

test('shares add up to the hundredth', () => {
  expect(shareOut(1000, [1, 1, 1])).toEqual([334, 333, 333]);
  expect(shareOut(5, [2, 0, 1]).reduce((a, b) => a + b)).toBe(5);
});

import { expect, test } from 'vitest';
import { swapped } from './swapped';

test('two places are exchanged and the list before stays as it was', () => {
  const before = ['a', 'b', 'c'];
  expect(swapped(before, 0, 2)).toEqual(['c', 'b', 'a']);
  expect(before).toEqual(['a', 'b', 'c']);
});

import { expect, test } from 'vitest';
import { fileNameOf } from './client';

test('the encoded name of a file wins, for it may be Chinese', () => {
  expect(fileNameOf("attachment; filename=ranking.xlsx; filename*=UTF-8''%E6%8E%92%E5%90%8D.xlsx")).toBe('排名.xlsx');
  expect(fileNameOf('attachment; filename="ranking.xlsx"')).toBe('ranking.xlsx');
  expect(fileNameOf(null)).toBe('file');
});

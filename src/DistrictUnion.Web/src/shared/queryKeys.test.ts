import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Sources of the pages. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f) && !f.includes('.test.'));

/** What a query keeps under its key: the whole answer, its items, or the answer with its tag. */
const kept = (fetch: string) => (/getTagged\(|Promise<Tagged/.test(fetch) ? 'tagged' : /\)\)\.items|EvidenceView\[\]/.test(fetch) ? 'items' : 'answer');

it('two queries with one key keep the same shape, else a page breaks by what was looked at before', () => {
  const shapes = new Map<string, Set<string>>();
  for (const file of sources) {
    const text = readFileSync(join('src', file), 'utf8');
    for (const [, key, fetch] of text.matchAll(/queryKey: (\[[^\]]*\])(?:(?!queryKey)[^]){0,200}?queryFn: ([^\n]+)/g)) {
      // A variable key is its file's own.
      if (!key!.startsWith("['")) continue;
      shapes.set(key!, (shapes.get(key!) ?? new Set()).add(kept(fetch!)));
    }
  }
  expect(shapes.size).toBeGreaterThan(50);
  expect([...shapes].filter(([, s]) => s.size > 1).map(([key, s]) => `${key}: ${[...s].join(', ')}`)).toEqual([]);
});

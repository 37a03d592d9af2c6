import { expect, test } from 'vitest';
import type { EvidenceView, NodeView } from '../../api/schema';
import type { FactDefinition, Indicator, Leaf } from '../schemes/definition';
import { gapsOf } from './gapsOf';

const leaf = (node: Partial<Indicator> & { code: string; max: number }): Leaf => ({ node: { name: node.code, ...node }, section: 'S', path: [] });
const node = (code: string, selfScore: number | null, flags: string[] = []) => [code, { code, selfScore, flags } as unknown as NodeView] as const;
const facts = new Map<string, FactDefinition>([['own', { code: 'own', name: '', type: 'integer', level: 'school' }], ['theirs', { code: 'theirs', name: '', type: 'integer', level: 'district' }]]);
const count = (fact: string) => ({ type: 'count', count: fact, points: 1 });

test('the largest gap comes first, full leaves and what only the district reports stay out', () => {
  const gaps = gapsOf(
    [leaf({ code: 'A', max: 10, rule: count('own') }), leaf({ code: 'B', max: 20, rule: count('own') }), leaf({ code: 'C', max: 5, rule: count('own') }), leaf({ code: 'D', max: 50, rule: count('theirs') })],
    facts, new Map([node('A', 7.5), node('B', null), node('C', 5), node('D', null)]), new Set(['B']), []);
  expect(gaps.map((g) => [g.leaf.node.code, g.points, g.lacksData])).toEqual([['B', 20, true], ['A', 2.5, false]]);
});

test('a full leaf without the proof it demands is named, one that does not apply is not', () => {
  const gaps = gapsOf(
    [leaf({ code: 'A', max: 10, evidence: 'required' }), leaf({ code: 'B', max: 10, evidence: 'required' }), leaf({ code: 'C', max: 10 })],
    facts, new Map([node('A', 10), node('B', 10), node('C', null, ['notApplicable'])]), new Set(), [{ nodes: ['B'] } as EvidenceView]);
  expect(gaps.map((g) => [g.leaf.node.code, g.points, g.lacksProof])).toEqual([['A', 0, true]]);
});

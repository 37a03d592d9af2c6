import { describe, expect, it } from 'vitest';
import { besides, ofNode, tabOf, under, type Finding } from './problems';

const at = (...paths: string[]): Finding[] => paths.map((path) => ({ path, message: path, kind: 'problem' }));
const paths = (findings: Finding[]) => findings.map((f) => f.path);

describe('a problem', () => {
  it('stands on the tab of what it names', () => {
    expect(['sections[0].items[1].max', 'facts[2].rollup', 'bonus.cap', 'bonuses[0].levels.city', 'vetoes[0].fact', 'gates[0].percent', 'grades', 'ranking.ties[0]', 'late.max', 'basis', '$', ''].map(tabOf))
      .toEqual(['indicators', 'facts', 'extras', 'extras', 'extras', 'grades', 'grades', 'settings', 'settings', 'settings', 'settings', 'settings']);
  });

  it('stands beside the field it names, whatever of it it names', () => {
    const all = at('facts[1].range', 'facts[1].range[0]', 'facts[1].ranges', 'facts[10].range', 'facts[1]');
    expect(paths(under(all, 'facts[1].range'))).toEqual(['facts[1].range', 'facts[1].range[0]']);
    expect(paths(besides(all, 'facts[1]', ['range']))).toEqual(['facts[1].ranges', 'facts[1]']);
    expect(paths(besides(at('$', 'name', 'later'), '', ['name']))).toEqual(['$', 'later']);
  });

  it('of a node is not that of its items', () => {
    expect(paths(ofNode(at('sections[0].max', 'sections[0].rule.points', 'sections[0].items[0].max', 'sections[0].items'), 'sections[0]'))).toEqual(['sections[0].max', 'sections[0].rule.points', 'sections[0].items']);
  });
});

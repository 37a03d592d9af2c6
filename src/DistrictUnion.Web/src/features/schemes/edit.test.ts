import { describe, expect, it } from 'vitest';
import type { SchemeDefinition } from './definition';
import { addLeaf, addSection, changeNode, dropAt, holdersFor, moveNode, pathOf, placesOf, relocateNode, removeNode } from './edit';

const scheme: SchemeDefinition = {
  code: 's', name: 's', subject: 'school', missing: 'zero', facts: [{ code: 'f', name: '次数', type: 'integer', level: 'school' }],
  sections: [
    { code: 'A', name: '组织', max: 40, items: [{ code: 'A1', name: '换届', max: 15, rule: { type: 'manual' } }, { code: 'A2', name: '活动', max: 10, rule: { type: 'count', count: 'f', points: 1 } }] },
    { code: 'B', name: '特色', max: 60, rule: { type: 'manual' } },
  ],
};

describe('a scheme at work', () => {
  it('shows where the maxima of items do not add up', () => {
    expect(placesOf(scheme).map((p) => [p.node.code, p.sum])).toEqual([['A', 25], ['A1', null], ['A2', null], ['B', null]]);
    expect(placesOf(scheme).map((p) => pathOf(p.place))).toEqual(['sections[0]', 'sections[0].items[0]', 'sections[0].items[1]', 'sections[1]']);
  });

  it('gives a new leaf the points that are left and a code that nobody has', () => {
    const added = addLeaf(changeNode(scheme, [0, 0], { code: 'A3' }), [0], '新指标');
    expect(added.sections[0]!.items!.at(-1)).toEqual({ code: 'A4', name: '新指标', max: 15, rule: { type: 'manual' } });
    expect(addLeaf(scheme, [1], 'x').sections[1]!.rule).toBeUndefined();
  });

  it('moves within its siblings only', () => {
    expect(moveNode(scheme, [0, 1], -1).sections[0]!.items!.map((i) => i.code)).toEqual(['A2', 'A1']);
    expect(moveNode(scheme, [0, 0], -1)).toEqual(scheme);
  });

  it('makes a leaf of a section that loses its last item', () => {
    const removed = removeNode(removeNode(scheme, [0, 1]), [0, 0]);
    expect(removed.sections[0]).toEqual({ code: 'A', name: '组织', max: 40, rule: { type: 'manual' } });
  });
});

const outline = (definition: SchemeDefinition) => placesOf(definition).map((p) => `${'-'.repeat(p.place.length - 1)}${p.node.code}`).join(' ');

describe('a node that is dragged', () => {
  it('goes before or after another one at any level', () => {
    expect(outline(relocateNode(scheme, [0, 1], [0, 0], 'before'))).toBe('A -A2 -A1 B');
    expect(outline(relocateNode(scheme, [0, 0], [0, 1], 'after'))).toBe('A -A2 -A1 B');
    expect(outline(relocateNode(scheme, [0, 0], [1], 'before'))).toBe('A -A2 A1 B');
    expect(outline(relocateNode(scheme, [1], [0, 0], 'after'))).toBe('A -A1 -B -A2');
    expect(outline(relocateNode(scheme, [1], [0], 'before'))).toBe('B A -A1 -A2');
  });

  it('goes into a section as its last item, and into a top one that has none yet', () => {
    expect(outline(relocateNode(scheme, [1], [0], 'into'))).toBe('A -A1 -A2 -B');
    const moved = relocateNode(scheme, [0, 0], [1], 'into');
    expect(outline(moved)).toBe('A -A2 B -A1');
    expect(moved.sections[1]!.rule).toBeUndefined();
    expect(moved.sections[1]!.items![0]).toEqual(scheme.sections[0]!.items![0]);
  });

  it('never goes into itself, below itself, into a leaf with a rule, or too deep', () => {
    for (const [from, to, drop] of [[[0], [0], 'into'], [[0], [0, 1], 'before'], [[0], [0], 'after'], [[1], [0, 1], 'into']] as const) expect(relocateNode(scheme, [...from], [...to], drop)).toBe(scheme);
    const deep = [1, 2, 3, 4].reduce((d, n) => addLeaf(d, [1, ...Array<number>(n - 1).fill(0)], 'x'), scheme);
    expect(relocateNode(deep, [0], [1, 0, 0, 0, 0], 'after')).toBe(deep);
    expect(relocateNode(deep, [0, 0], [1, 0, 0, 0, 0], 'after')).not.toBe(deep);
  });

  it('leaves a leaf behind when it was the last item', () => {
    const one = relocateNode(scheme, [0, 1], [1], 'after');
    expect(relocateNode(one, [0, 0], [1], 'after').sections[0]).toEqual({ code: 'A', name: '组织', max: 40, rule: { type: 'manual' } });
  });

  it('is told by where the pointer is on a row', () => {
    expect([0.1, 0.5, 0.9].map((share) => dropAt(scheme, [0, 0], [1], share))).toEqual(['before', 'into', 'after']);
    expect([0.4, 0.6].map((share) => dropAt(scheme, [1], [0, 1], share))).toEqual(['before', 'after']);
    expect(dropAt(scheme, [0], [0, 1], 0.4)).toBeNull();
  });

  it('can be sent to another section without a pointer', () => {
    expect(holdersFor(scheme, [0, 1]).map((p) => p.key)).toEqual(['A', 'B']);
    expect(holdersFor(scheme, [0]).map((p) => p.key)).toEqual(['B']);
  });
});

describe('a new section', () => {
  it('has a letter that nobody has, a leaf, and the points that lack to a hundred', () => {
    expect(addSection(changeNode(scheme, [1], { max: 35 }), '新项目', '新指标').sections[2]).toEqual({ code: 'C', name: '新项目', max: 25, items: [{ code: 'C1', name: '新指标', max: 25, rule: { type: 'manual' } }] });
    expect(addSection(scheme, 'x', 'y').sections[2]!.max).toBe(10);
  });
});

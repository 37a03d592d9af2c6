import { describe, expect, it } from 'vitest';
import type { SchemeDefinition } from './definition';
import { addLeaf, changeNode, moveNode, pathOf, placesOf, removeNode } from './edit';

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

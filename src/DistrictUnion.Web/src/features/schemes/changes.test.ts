import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes';
import type { SchemeDefinition } from './definition';
import { changeNode, removeNode } from './edit';

const scheme: SchemeDefinition = {
  code: 's', name: 's', subject: 'school', missing: 'zero', facts: [{ code: 'f', name: '次数', type: 'integer', level: 'school' }], grades: [{ code: 'good', name: '先进', min: 90 }],
  sections: [
    { code: 'A', name: '组织', max: 40, items: [{ code: 'A1', name: '换届', max: 15, rule: { type: 'manual' } }, { code: 'A2', name: '活动', max: 25, rule: { type: 'count', count: 'f', points: 1 } }] },
    { code: 'B', name: '特色', max: 60, rule: { type: 'manual' } },
  ],
};

describe('what changed', () => {
  it('tells what changed between two versions', () => {
    const next = removeNode(changeNode(scheme, [1], { max: 50 }), [0, 0]);
    expect(changesBetween(scheme, next)).toEqual([
      { code: 'A1', name: '换届', kind: 'removed', fields: [] },
      { code: 'B', name: '特色', kind: 'changed', fields: [{ field: 'max', before: 60, after: 50 }] },
    ]);
    expect(changesBetween(scheme, scheme)).toEqual([]);
  });

  it('tells of grades and settings too', () => {
    expect(changesBetween(scheme, { ...scheme, sponsor: '区教育工会', grades: [{ code: 'good', name: '先进', min: 85 }] })).toEqual([
      { code: 'grades.good', name: '先进', kind: 'changed', fields: [{ field: 'min', before: 90, after: 85 }] },
      { code: 'scheme', name: 's', kind: 'changed', fields: [{ field: 'sponsor', before: undefined, after: '区教育工会' }] },
    ]);
  });
});

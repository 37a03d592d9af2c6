import { describe, expect, it } from 'vitest';
import { codesOf, freshCode, renameGrade } from './codes';
import type { SchemeDefinition } from './definition';
import { renameNode } from './edit';
import { addFact, changeFact, removeFact, renameFact, usesOf } from './facts';

const scheme: SchemeDefinition = {
  code: 's', name: 's', subject: 'school', missing: 'zero',
  facts: [
    { code: 'members', name: '会员数', type: 'integer', level: 'branch', rollup: 'sum', counts: 'people' },
    { code: 'quality', name: '质量', type: 'decimal', level: 'branch', rollup: 'weightedMean', weight: 'members', range: [0, 100] },
    { code: 'dispute', name: '争议', type: 'boolean', level: 'district' },
    { code: 'awards', name: '获奖', type: 'awards', level: 'school', levels: ['district', 'city'] },
    { code: 'spare', name: '备用', type: 'integer', level: 'school' },
  ],
  sections: [{ code: 'A', name: '组织', max: 100, items: [{ code: 'A1', name: '互助', max: 100, rule: { type: 'rateLinear', rate: { of: 'quality', to: 'members' } } }] }],
  bonuses: [{ code: 'Z1', name: '荣誉', awards: 'awards', cap: 'none', levels: { district: 1 } }],
  vetoes: [{ code: 'V1', name: '争议', fact: 'dispute', caps: 'good' }],
  grades: [{ code: 'best', name: '模范', min: 95, holds: 'good' }, { code: 'good', name: '先进', min: 90 }],
  ranking: { ties: ['fact:quality', 'rate:quality/members', 'section:A1'] },
};

describe('a data item', () => {
  it('tells where it is used, and stays while it is', () => {
    expect(usesOf(scheme, 'members').map((u) => [u.kind, u.name])).toEqual([['rule', 'A1 互助'], ['weight', 'quality 质量'], ['tie', 'rate:quality/members']]);
    expect(usesOf(scheme, 'awards')).toEqual([{ kind: 'bonus', name: 'Z1 荣誉' }]);
    expect(usesOf(scheme, 'dispute')).toEqual([{ kind: 'veto', name: 'V1 争议' }]);
    expect(removeFact(scheme, 0)).toBe(scheme);
    expect(removeFact(scheme, 4).facts.map((f) => f.code)).not.toContain('spare');
  });

  it('takes everything that uses it along when its code changes', () => {
    const renamed = renameFact(scheme, 0, 'heads');
    expect(usesOf(renamed, 'heads')).toHaveLength(3);
    expect(JSON.stringify(renamed)).not.toContain('"members"');
    expect(renamed.ranking!.ties).toEqual(['fact:quality', 'rate:quality/heads', 'section:A1']);
    expect(renameFact(renameFact(scheme, 3, 'prizes'), 2, 'quarrel')).toMatchObject({ bonuses: [{ awards: 'prizes' }], vetoes: [{ fact: 'quarrel' }] });
  });

  it('keeps only what its type and level can have', () => {
    expect(changeFact(scheme, 0, { level: 'school' }).facts[0]).toEqual({ code: 'members', name: '会员数', type: 'integer', level: 'school', counts: 'people' });
    expect(changeFact(scheme, 1, { type: 'boolean' }).facts[1]).toEqual({ code: 'quality', name: '质量', type: 'boolean', level: 'branch', rollup: 'any' });
    const counted = changeFact(scheme, 4, { activities: { measure: 'count' } });
    expect(counted.facts[4]!.activities).toEqual({ measure: 'count' });
    expect(changeFact(changeFact(scheme, 4, { congress: 'present' }), 4, { type: 'boolean' }).facts[4]).not.toHaveProperty('congress');
    expect(changeFact(counted, 4, { level: 'branch' }).facts[4]).not.toHaveProperty('activities');
    expect(changeFact(scheme, 1, { rollup: 'mean' }).facts[1]).not.toHaveProperty('weight');
    expect(changeFact(scheme, 4, { type: 'ballots', level: 'branch' }).facts[4]).toEqual({ code: 'spare', name: '备用', type: 'ballots', level: 'branch', rollup: 'sum', options: [] });
  });

  it('begins under a code that nobody has', () => {
    expect(addFact(addFact(scheme, '新'), '新').facts.slice(-2).map((f) => f.code)).toEqual(['fact1', 'fact2']);
  });
});

describe('a code', () => {
  it('is one of nodes, data items and bonuses', () => {
    expect(codesOf(scheme)).toEqual(['A', 'A1', 'members', 'quality', 'dispute', 'awards', 'spare', 'Z1']);
    expect(freshCode('A', codesOf(scheme))).toBe('A2');
  });

  it('takes along what points at it', () => {
    expect(renameNode(scheme, [0, 0], 'A9')).toMatchObject({ sections: [{ items: [{ code: 'A9' }] }], ranking: { ties: ['fact:quality', 'rate:quality/members', 'section:A9'] } });
    expect(renameGrade(scheme, 1, 'fine')).toMatchObject({ grades: [{ holds: 'fine' }, { code: 'fine' }], vetoes: [{ caps: 'fine' }] });
  });

  it('that stands twice is changed in one place only', () => {
    const twice = { ...scheme, sections: [...scheme.sections, { code: 'A1', name: 'x', max: 1 }], facts: [...scheme.facts, { ...scheme.facts[0]! }] };
    expect(renameNode(twice, [1], 'B')).toMatchObject({ sections: [{ items: [{ code: 'A1' }] }, { code: 'B' }], ranking: { ties: ['fact:quality', 'rate:quality/members', 'section:A1'] } });
    expect(usesOf(renameFact(twice, 5, 'heads'), 'heads')).toEqual([]);
  });
});

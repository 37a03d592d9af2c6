import { expect, test } from 'vitest';
import type { ProgrammeDefinition } from '../../../api/schema';
import { fromForm, toForm, type ProgrammeForm } from './programmeForm';

const definition: ProgrammeDefinition = {
  name: '职工之家', level: 'district', subject: 'school', basis: null, tiers: [{ code: 'model', name: '模范' }], rules: [], approvals: ['unitVote'], consentPercent: 80, examinations: ['documentReview'],
  places: { places: null, percent: 20, base: 'inScope', atLeast: [{ name: '乡村', percent: 20, mark: 'setting:rural' }], atMost: [], nominations: [{ atLeast: 0, count: 1 }] }, publicityDays: 7,
  reinspection: { cycleYears: 3, termYears: null, rectificationDays: 90, keepFrom: 80, downgradeFrom: null, downgradeTo: null, endingEvents: ['学校撤并'] },
  nomination: { to: 'city', places: 2 },
};

test('a programme comes back from its form as it was', () => {
  expect(fromForm(toForm({ code: 'home', definition }) as ProgrammeForm, [])).toEqual(definition);
});

test('of number and share only the chosen one counts, and a re-inspection that is off is none', () => {
  const form = { ...toForm({ code: 'home', definition }), placesBy: 'number', isReinspected: false } as ProgrammeForm;
  const changed = fromForm({ ...form, places: { ...form.places, places: 3 } }, []);
  expect([changed.places.places, changed.places.percent, changed.reinspection]).toEqual([3, null, null]);
});

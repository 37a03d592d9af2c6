import { expect, test } from 'vitest';
import type { ExaminationStep, ProgrammeDefinition } from '../../../api/schema';
import { nextStep, possibleSteps } from './applicationSteps';

const asking = (...examinations: ExaminationStep[]) => ({ examinations }) as ProgrammeDefinition;

test('what was recommended is accepted first', () => {
  expect(nextStep('schoolRecommended', asking())).toBe('accept');
});

test('examinations come in their order, those that nobody asks for are left out', () => {
  const all = asking('documentReview', 'onSiteInspection', 'survey');
  expect((['districtAccepted', 'documentReviewed', 'onSiteInspected', 'surveyed'] as const).map((s) => nextStep(s, all))).toEqual(['reviewDocuments', 'inspect', 'survey', undefined]);
  expect(nextStep('documentReviewed', asking('documentReview', 'survey'))).toBe('survey');
  expect(nextStep('documentReviewed', asking('documentReview'))).toBeUndefined();
  expect(nextStep('districtAccepted', asking())).toBeUndefined();
});

test('a visit without a review of documents still passes by it, because the way leads there', () => {
  expect(nextStep('districtAccepted', asking('onSiteInspection'))).toBe('reviewDocuments');
});

test('steps of schools and of whole campaigns are not the district’s', () => {
  expect(possibleSteps(['recall', 'accept', 'return', 'forfeit', 'withdraw'], 'schoolRecommended', asking())).toEqual(['accept', 'return', 'forfeit']);
  expect(possibleSteps(['inspect', 'survey', 'rank', 'reject', 'disqualify', 'reopenExamination'], 'documentReviewed', asking('documentReview'))).toEqual(['reopenExamination', 'reject', 'disqualify']);
});

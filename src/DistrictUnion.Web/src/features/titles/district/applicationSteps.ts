import type { ApplicationState, ExaminationStep, ProgrammeDefinition } from '../../../api/schema';

/** Steps of single applications that the district takes, with their addresses. */
export const districtSteps = {
  accept: 'accept', reviewDocuments: 'review-documents', inspect: 'inspect', survey: 'survey', return: 'return', reopenExamination: 'reopen-examination', forfeit: 'forfeit', reject: 'reject', disqualify: 'disqualify', reinstate: 'reinstate',
} as const;

export type DistrictStep = keyof typeof districtSteps;

/** Steps that say why. */
export const explained: DistrictStep[] = ['return', 'forfeit', 'disqualify', 'reinstate', 'reopenExamination', 'reject'];

const examinations: { step: ExaminationStep; action: DistrictStep }[] = [
  { step: 'documentReview', action: 'reviewDocuments' }, { step: 'onSiteInspection', action: 'inspect' }, { step: 'survey', action: 'survey' },
];
const examined: ApplicationState[] = ['districtAccepted', 'documentReviewed', 'onSiteInspected', 'surveyed'];

/** What the district does next with an application on its way to the ranking; none: nothing of it alone. Documents come before anything else that is examined. */
export function nextStep(state: ApplicationState, definition: ProgrammeDefinition): DistrictStep | undefined {
  if (state === 'schoolRecommended') return 'accept';
  const done = examined.indexOf(state);
  if (done < 0 || definition.examinations.length === 0) return undefined;
  return examinations.find((e, i) => i >= done && (definition.examinations.includes(e.step) || i === 0) && examinations.slice(i).some((later) => definition.examinations.includes(later.step)))?.action;
}

/** What a person of the district can do: what the state allows, without examinations that the programme doesn't ask for. */
export function possibleSteps(allowed: string[], state: ApplicationState, definition: ProgrammeDefinition): DistrictStep[] {
  const next = nextStep(state, definition);
  const isExamination = (step: DistrictStep) => examinations.some((e) => e.action === step);
  return (Object.keys(districtSteps) as DistrictStep[]).filter((step) => allowed.includes(step) && (!isExamination(step) || step === next));
}

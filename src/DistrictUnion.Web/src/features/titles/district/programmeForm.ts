import type { EligibilityRule, NominationRule, PlaceRule, ProgrammeDefinition, ProgrammeView, ReinspectionRule } from '../../../api/schema';

/** A programme as its form shows it; its rules are edited apart. */
export interface ProgrammeForm extends Omit<ProgrammeDefinition, 'rules' | 'reinspection' | 'places' | 'nomination'> {
  code: string;
  placesBy: 'number' | 'percent';
  places: PlaceRule;
  isReinspected: boolean;
  reinspection?: Partial<ReinspectionRule>;
  isNominated: boolean;
  nomination?: Partial<NominationRule>;
}

const noPlaces: PlaceRule = { places: null, percent: null, base: 'submitted', atLeast: [], atMost: [], nominations: [] };

/** What the form begins with. */
export function toForm(programme?: ProgrammeView): Partial<ProgrammeForm> {
  if (!programme)
    return { level: 'district', subject: 'school', tiers: [{ code: '', name: '' }], approvals: ['unionExamination', 'partyApproval'], examinations: ['documentReview'], placesBy: 'percent', places: noPlaces, publicityDays: 5, isReinspected: false, reinspection: { rectificationDays: 90, endingEvents: [] }, isNominated: false, nomination: { to: 'city' } };
  const { rules: _, reinspection, nomination, ...rest } = programme.definition;
  return { ...rest, code: programme.code, placesBy: rest.places.places == null ? 'percent' : 'number', isReinspected: reinspection != null, reinspection: reinspection ?? { rectificationDays: 90, endingEvents: [] }, isNominated: nomination != null, nomination: nomination ?? { to: 'city' } };
}

/** The definition that the form and the rules describe; of number and share only the chosen one counts. */
export function fromForm(form: ProgrammeForm, rules: EligibilityRule[]): ProgrammeDefinition {
  const { code: _, placesBy, isReinspected, reinspection: again, isNominated, nomination: upward, places, consentPercent, basis, ...rest } = form;
  return {
    ...rest, rules, basis: basis?.trim() || null, approvals: rest.approvals ?? [], examinations: rest.examinations ?? [], consentPercent: consentPercent ?? null,
    places: {
      places: placesBy === 'number' ? (places.places ?? null) : null, percent: placesBy === 'percent' ? (places.percent ?? null) : null, base: places.base ?? noPlaces.base,
      atLeast: places.atLeast ?? [], atMost: places.atMost ?? [], nominations: places.nominations ?? [],
    },
    reinspection: isReinspected && again
      ? {
        cycleYears: again.cycleYears ?? null, termYears: again.termYears ?? null, rectificationDays: again.rectificationDays!, keepFrom: again.keepFrom!, downgradeFrom: again.downgradeFrom ?? null, downgradeTo: again.downgradeTo ?? null,
        endingEvents: again.endingEvents ?? [],
      }
      : null,
    nomination: isNominated && upward ? { to: upward.to!, places: upward.places! } : null,
  };
}

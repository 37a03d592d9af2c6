import type { ApplicationState, CampaignState, HeldTitleState } from '../../../api/schema';
import type { Words } from '../../../shared/words/zh-CN';

/** Colours of tags by state. */
export const campaignColor: Record<CampaignState, string> = { planned: 'default', open: 'processing', ranked: 'warning', decided: 'warning', ended: 'success' };

export const applicationColor: Record<ApplicationState, string> = {
  draft: 'default', schoolRecommended: 'warning', districtAccepted: 'processing', documentReviewed: 'processing', onSiteInspected: 'processing', surveyed: 'processing', ranked: 'processing', decided: 'default',
  shortlisted: 'success', inPublicity: 'success', objected: 'warning', awarded: 'success', withdrawn: 'default', forfeited: 'default', rejected: 'error', disqualified: 'error',
};

export const titleColor: Record<HeldTitleState, string> = { valid: 'success', rectifying: 'warning', downgraded: 'default', revoked: 'error', endedByOrder: 'error', passedOn: 'default', endedByEvent: 'default', endedByTerm: 'default' };

/** A mark that shares look at, in words. */
export function markWord(mark: string, words: Words): string {
  const [kind, value] = mark.split(':') as [string, string | undefined];
  if (value === undefined) return mark;
  if (kind === 'zone') return words.titlesDistrict.zoneMark(value);
  return kind === 'stage' ? (words.stage[value as keyof Words['stage']] ?? mark) : (words.titlesDistrict.markWord[value] ?? mark);
}

/** The marks that every school has, to choose from. */
export const knownMarks = (words: Words) => [
  'setting:rural', 'setting:urban', 'ownership:public', 'ownership:private', ...Object.keys(words.stage).map((stage) => `stage:${stage}`),
].map((value) => ({ value, label: markWord(value, words) }));

/** What the service takes as a business code. */
export const codePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

import { useQuery } from '@tanstack/react-query';
import { get, getTagged } from '../../../api/client';
import type { ApplicationState, ProgrammeDefinition } from '../../../api/schema';

export type ApplicationPath = { programme: string; application: string };

export const stateColor: Record<ApplicationState, string> = {
  draft: 'default', schoolRecommended: 'processing', districtAccepted: 'processing', documentReviewed: 'processing', onSiteInspected: 'processing', surveyed: 'processing', ranked: 'processing', decided: 'warning',
  shortlisted: 'success', inPublicity: 'success', objected: 'warning', awarded: 'success', withdrawn: 'default', forfeited: 'error', rejected: 'error', disqualified: 'error',
};

/** Campaigns of every programme, the latest deadline first. */
export const useCampaigns = () => useQuery({
  queryKey: ['title-campaigns'],
  queryFn: async ({ signal }) => (await get('GET /title-campaigns', { query: { pageSize: 100 }, signal })).items,
});

/** Applications of the own school. */
export const useOwnApplications = () => useQuery({
  queryKey: ['title-applications'],
  queryFn: async ({ signal }) => (await get('GET /title-applications', { query: { pageSize: 200 }, signal })).items,
});

/** Titles that the own school and its branches were given. */
export const useOwnTitles = (unit?: string, isWanted = true) => useQuery({
  queryKey: ['titles', unit ?? ''], enabled: isWanted,
  queryFn: async ({ signal }) => (await get('GET /titles', { query: { unit, pageSize: 200 }, signal })).items,
});

/** One application with its tag. */
export const useApplication = (path: ApplicationPath) => useQuery({
  queryKey: ['title-application', path.programme, path.application],
  queryFn: ({ signal }) => getTagged('GET /title-programmes/{programme}/applications/{application}', { path, signal }),
});

/** The campaign of an application: its code stands before the dot. */
export const useCampaignOf = ({ programme, application }: ApplicationPath) => useQuery({
  queryKey: ['title-campaign', programme, application.split('.')[0]],
  queryFn: ({ signal }) => get('GET /title-programmes/{programme}/campaigns/{campaign}', { path: { programme, campaign: application.split('.')[0]! }, signal }),
});

/** Marks that only the applicant knows; those with a colon are read from the school's own record. */
export const ownMarks = ({ places }: ProgrammeDefinition) =>
  [...new Map([...places.atLeast, ...places.atMost].filter((s) => !s.mark.includes(':')).map((s) => [s.mark, { value: s.mark, label: s.name }])).values()];

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, getTagged } from '../../../api/client';
import type { HeldTitleState } from '../../../api/schema';

const all = 'titles';
const everything = { pageSize: 200 };

/** Reads everything about titles anew. */
export function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [all] });
}

/** The programmes by code. */
export const useProgrammes = () => useQuery({
  queryKey: [all, 'programmes'],
  queryFn: async ({ signal }) => (await get('GET /title-programmes', { query: everything, signal })).items,
});

/** One programme with its tag. */
export const useProgramme = (programme: string | undefined) => useQuery({
  queryKey: [all, 'programme', programme],
  enabled: programme !== undefined,
  queryFn: ({ signal }) => getTagged('GET /title-programmes/{programme}', { path: { programme: programme! }, signal }),
});

/** The campaigns of all programmes, the latest first. */
export const useCampaigns = () => useQuery({
  queryKey: [all, 'campaigns'],
  queryFn: async ({ signal }) => (await get('GET /title-campaigns', { query: everything, signal })).items,
});

/** Where a campaign is. */
export interface CampaignPath extends Record<string, string> {
  programme: string;
  campaign: string;
}

/** One campaign with its tag. */
export const useCampaign = (path: CampaignPath) => useQuery({
  queryKey: [all, 'campaign', path],
  queryFn: ({ signal }) => getTagged('GET /title-programmes/{programme}/campaigns/{campaign}', { path, signal }),
});

/** The applications of a campaign by code, page by page until all are there. */
export const useApplications = ({ programme, campaign }: CampaignPath) => useQuery({
  queryKey: [all, 'applications', programme, campaign],
  queryFn: async ({ signal }) => {
    const one = (page: number) => get('GET /title-programmes/{programme}/applications', { path: { programme }, query: { campaign, page, ...everything }, signal });
    const first = await one(1);
    const rest = await Promise.all(Array.from({ length: Math.ceil(first.total / everything.pageSize) - 1 }, (_, i) => one(i + 2)));
    return [first, ...rest].flatMap((p) => p.items);
  },
});

/** One application with its tag. */
export const useApplication = (programme: string, application: string) => useQuery({
  queryKey: [all, 'application', programme, application],
  queryFn: ({ signal }) => getTagged('GET /title-programmes/{programme}/applications/{application}', { path: { programme, application }, signal }),
});

/** Who is selected and why. */
export const useSelection = (path: CampaignPath, isRanked: boolean) => useQuery({
  queryKey: [all, 'selection', path],
  enabled: isRanked,
  queryFn: ({ signal }) => get('GET /title-programmes/{programme}/campaigns/{campaign}/selection', { path, signal }),
});

/** The notices, the latest first. */
export const useNotices = (path: CampaignPath) => useQuery({
  queryKey: [all, 'notices', path],
  queryFn: async ({ signal }) => (await get('GET /title-programmes/{programme}/campaigns/{campaign}/notices', { path, query: everything, signal })).items,
});

/** The objections, the latest first. */
export const useObjections = (path: CampaignPath) => useQuery({
  queryKey: [all, 'objections', path],
  queryFn: async ({ signal }) => (await get('GET /title-programmes/{programme}/campaigns/{campaign}/objections', { path, query: everything, signal })).items,
});

/** What the register is searched for. */
export interface TitleFilter extends Record<string, string | number | undefined> {
  search?: string;
  programme?: string;
  state?: HeldTitleState;
  dueBefore?: string;
  page?: number;
  pageSize?: number;
}

/** A page of the register, the latest first. */
export const useTitles = (filter: TitleFilter) => useQuery({
  queryKey: [all, 'register', filter],
  placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /titles', { query: filter, signal }),
});

/** How each document is laid out. */
export const useTemplates = () => useQuery({
  queryKey: [all, 'templates'],
  queryFn: async ({ signal }) => (await get('GET /document-templates', { query: everything, signal })).items,
});

/** One title with its tag. */
export const useTitle = (title: string) => useQuery({
  queryKey: [all, 'title', title],
  queryFn: ({ signal }) => getTagged('GET /titles/{title}', { path: { title }, signal }),
});

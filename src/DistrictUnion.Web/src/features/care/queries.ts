import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, getTagged } from '../../api/client';
import type { CareAction, CareCategory, CareKind, CareState } from '../../api/schema';

/** Key of everything that shows care records; what is decrypted is forgotten as soon as nobody looks at it. */
export const careKey = 'care';

/** Categories of each kind in the order in which people choose them; the service decides for itself. */
export const categories: Record<CareKind, CareCategory[]> = {
  visit: ['illness', 'weddingOrFuneral', 'hardship', 'conflict', 'emergency', 'rightsHarmed', 'childbirth', 'lowSpirits'],
  hardship: ['illness', 'disaster', 'schooling', 'lowIncome', 'other'],
  aidClaim: ['hospital', 'criticalIllness', 'accident', 'other'],
};

/** Kinds in the order in which they are shown. */
export const kinds = Object.keys(categories) as CareKind[];

/** Colour of each state; the word always stands beside it. */
export const stateColour: Record<CareState, string> = { triggered: 'warning', scheduled: 'processing', done: 'success', waived: 'default' };

/** Steps that take another one back. */
export const takingBack: Partial<Record<CareAction, true>> = { unschedule: true, reopen: true, unwaive: true };

/** Names of a page of records; the service notes who looked. */
export const useCareRecords = (year: number, kind: CareKind | undefined, page: number) => useQuery({
  queryKey: [careKey, 'list', year, kind ?? '', page], gcTime: 0, staleTime: 60_000,
  queryFn: ({ signal }) => get('GET /care-records', { query: { year, kind, page, pageSize: 50 }, signal }),
});

/** One record in full; the service notes who looked. */
export const useCareRecord = (careRecord: string) => useQuery({
  queryKey: [careKey, 'one', careRecord], gcTime: 0, staleTime: Infinity,
  queryFn: ({ signal }) => getTagged('GET /care-records/{careRecord}', { path: { careRecord }, signal }),
});

/** Who looked at the school's records. */
export const useCareViews = (page: number) => useQuery({ queryKey: [careKey, 'views', page], staleTime: 0, queryFn: ({ signal }) => get('GET /care-records/views', { query: { page, pageSize: 50 }, signal }) });

/** Who may look at them today. */
export const useCareKeepers = () => useQuery({ queryKey: [careKey, 'keepers'], queryFn: async ({ signal }) => (await get('GET /care-records/keepers', { query: { pageSize: 200 }, signal })).items });

/** The district's numbers. */
export const useCareOverview = (year: number) => useQuery({ queryKey: [careKey, 'overview', year], queryFn: ({ signal }) => get('GET /care-records/overview', { query: { year }, signal }) });

/** What follows from a record is read anew. */
export function useCareRefresh() {
  const queries = useQueryClient();
  return () => Promise.all([careKey, 'obligations'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

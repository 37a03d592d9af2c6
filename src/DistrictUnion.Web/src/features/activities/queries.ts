import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { addressOf, get } from '../../api/client';
import type { ActivityKind } from '../../api/schema';

/** Kinds in the order in which people choose them. */
export const kinds: ActivityKind[] = ['sport', 'culture', 'training', 'care', 'skills', 'women', 'democratic', 'publicity', 'volunteering', 'other'];

/** The activities of a year, the latest first. */
export const useActivities = (year: number, school?: string) => useQuery({
  queryKey: ['activities', year, school ?? ''], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /activities', { query: { from: `${year}-01-01`, to: `${year}-12-31`, school, pageSize: 200 }, signal }),
});

/** The work plan of a year: the own unit's, or a school's. */
export const usePlan = (year: number, isWanted = true, school?: string) => useQuery({
  queryKey: ['plan-items', year, school ?? ''], enabled: isWanted,
  queryFn: async ({ signal }) => (await get('GET /plan-items', { query: { year, school, pageSize: 200 }, signal })).items,
});

/** The branches of the own school. */
export const useBranches = (school: string | undefined) => useQuery({
  queryKey: ['branches', school, 'choice'], enabled: school !== undefined, staleTime: 600_000,
  queryFn: async ({ signal }) => (await get('GET /schools/{school}/branches', { path: { school: school! }, query: { pageSize: 200 }, signal })).items,
});

/** What shows activities, or what follows from them, is read anew. */
export function useActivityRefresh() {
  const queries = useQueryClient();
  return () => Promise.all(['activities', 'plan-items', 'obligations', 'scorecard', 'evaluation'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

/** Where a photo can be seen. */
export const photoAddress = (activity: string, photo: string) => addressOf('GET /activities/{activity}/photos/{photo}', { activity, photo }, { inline: true });

import { useQuery } from '@tanstack/react-query';
import { addressOf, get, getTagged, type Tagged } from '../../api/client';
import { Problem } from '../../api/problem';
import type { UserView, VisitState, VisitView } from '../../api/schema';
import { keepOffline, keepPage, keptOffline } from '../../shared/keptOffline';

export type VisitPath = { round: string; school: string; visit: string };

export const stateColor: Record<VisitState, string> = { planned: 'default', inProgress: 'processing', inspected: 'warning', confirmed: 'success', disputed: 'error', cancelled: 'default' };

/** The visits of a round. */
export const useVisits = (round: string) => useQuery({
  queryKey: ['visits', round],
  queryFn: async ({ signal }) => (await get('GET /rounds/{round}/visits', { path: { round }, query: { pageSize: 200 }, signal })).items,
});

export const getVisit = (path: VisitPath, signal?: AbortSignal) => getTagged('GET /rounds/{round}/schools/{school}/visits/{visit}', { path, signal });

interface Opened extends Tagged<VisitView> {
  /** Whether the page opens again without network. */
  isKept: boolean;
}

/** One visit; what is needed to go on without network is kept in this browser for those who write. */
export const useVisit = (path: VisitPath, user: UserView | null) => useQuery({
  queryKey: ['visit', path.round, path.school, path.visit],
  networkMode: 'always', retry: false, gcTime: 0, staleTime: 0,
  queryFn: async ({ signal }): Promise<Opened> => {
    const name = `visit/${user?.userName}/${path.visit}`;
    try {
      const found = await getVisit(path, signal);
      const isKept = found.body.canWrite && keepOffline('me', user) && keepOffline(name, found) && (await keepPage().catch(() => false));
      return { ...found, isKept };
    } catch (error) {
      const kept = error instanceof Problem && error.isOffline ? keptOffline<Tagged<VisitView>>(name) : undefined;
      if (!kept) throw error;
      return { ...kept, isKept: true };
    }
  },
});

/** Where a photo can be seen. */
export const photoAddress = (path: VisitPath, photo: string) => addressOf('GET /rounds/{round}/schools/{school}/visits/{visit}/photos/{photo}', { ...path, photo }, { inline: true });

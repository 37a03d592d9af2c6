import { useQuery } from '@tanstack/react-query';
import { get, getTagged } from '../../api/client';

/** The panels of a round. */
export const usePanels = (round: string) => useQuery({
  queryKey: ['panels', round],
  queryFn: async ({ signal }) => (await get('GET /rounds/{round}/panels', { path: { round }, query: { pageSize: 200 }, signal })).items,
});

/** One panel with its tag. */
export const usePanel = (round: string, panel: string) => useQuery({
  queryKey: ['panel', round, panel],
  queryFn: ({ signal }) => getTagged('GET /rounds/{round}/panels/{panel}', { path: { round, panel }, signal }),
});

/** How far a panel is. */
export const useProgress = (round: string, panel: string) => useQuery({
  queryKey: ['panel-progress', round, panel],
  queryFn: ({ signal }) => get('GET /rounds/{round}/panels/{panel}/progress', { path: { round, panel }, signal }),
});

/** The schools that the judge in use scores, in the order of the list. */
export const useOwnSeats = () => useQuery({
  queryKey: ['panel-work'],
  queryFn: async ({ signal }) => (await get('GET /me/panel-work', { query: { pageSize: 200 }, signal })).items,
});

import { useQuery } from '@tanstack/react-query';
import { get, getTagged } from '../../api/client';

/** Rounds, the latest deadline first. */
export const useRounds = () => useQuery({
  queryKey: ['rounds'],
  queryFn: async ({ signal }) => (await get('GET /rounds', { query: { pageSize: 200 }, signal })).items
    .toSorted((a, b) => b.effectiveDueAt.localeCompare(a.effectiveDueAt)),
});

/** One round with its tag. */
export const useRound = (round: string) => useQuery({
  queryKey: ['round', round],
  queryFn: ({ signal }) => getTagged('GET /rounds/{round}', { path: { round }, signal }),
});

/** Who has handed in. */
export const useCompleteness = (round: string | undefined) => useQuery({
  queryKey: ['completeness', round],
  enabled: round !== undefined,
  queryFn: ({ signal }) => get('GET /rounds/{round}/completeness', { path: { round: round! }, signal }),
});

import { keepPreviousData, useQuery } from '@tanstack/react-query';
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

/** Distribution, trend and movers. */
export const useStatistics = (round: string | undefined) => useQuery({
  queryKey: ['statistics', round],
  enabled: round !== undefined,
  placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /rounds/{round}/statistics', { path: { round: round! }, signal }),
});

/** What each person has still to do. */
export const useOpenWork = (round: string | undefined) => useQuery({
  queryKey: ['open-work', round],
  enabled: round !== undefined,
  queryFn: ({ signal }) => get('GET /rounds/{round}/open-work', { path: { round: round! }, query: { pageSize: 50 }, signal }),
});

const key = 'du.round';

/** The round that this browser looked at last: a page can ask about it before it knows all of them. */
export const lastRound = {
  get: () => localStorage.getItem(key) ?? undefined,
  set: (round: string) => localStorage.setItem(key, round),
};

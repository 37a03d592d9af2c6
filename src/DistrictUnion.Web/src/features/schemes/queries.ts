import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { readDefinition } from './definition';

/** A round with the scheme that it pins and, for a school's people, their school's own deadlines. */
export const useRoundScheme = (round: string) => useQuery({
  queryKey: ['round-scheme', round],
  staleTime: 15_000,
  queryFn: async ({ signal }) => {
    const { round: view, scheme, dueAt, locksAt } = await get('GET /rounds/{round}/scheme', { path: { round }, signal });
    return { round: view, dueAt, locksAt, definition: readDefinition(scheme.definition) };
  },
});

import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { readDefinition } from './definition';

/** A round with the scheme that it pins. */
export const useRoundScheme = (round: string) => useQuery({
  queryKey: ['round-scheme', round],
  staleTime: 15_000,
  queryFn: async ({ signal }) => {
    const { round: view, scheme } = await get('GET /rounds/{round}/scheme', { path: { round }, signal });
    return { round: view, definition: readDefinition(scheme.definition) };
  },
});

import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { readDefinition } from './definition';

/** The scheme that a round pins. */
export const useRoundScheme = (round: string) => useQuery({
  queryKey: ['round-scheme', round],
  staleTime: 300_000,
  queryFn: async ({ signal }) => {
    const version = await get('GET /rounds/{round}/scheme', { path: { round }, signal });
    return { ...version, definition: readDefinition(version.definition) };
  },
});

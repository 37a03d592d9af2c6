import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';

/** Zones of the district; they hardly ever change. */
export const useZones = () => useQuery({
  queryKey: ['zones'],
  staleTime: 600_000,
  queryFn: ({ signal }) => get('GET /zones', { query: { pageSize: 200 }, signal }),
});

/** Name of a zone, or its code while the names aren't there. */
export function useZoneName(): (code: string | null | undefined) => string {
  const zones = useZones();
  return (code) => zones.data?.items.find((z) => z.code === code)?.name ?? code ?? '';
}

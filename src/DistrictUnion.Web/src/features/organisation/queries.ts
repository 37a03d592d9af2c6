import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { get, serverNow } from '../../api/client';
import type { CommunityView } from '../../api/schema';

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

/** Communities of the district. */
export const useCommunities = () => useQuery({
  queryKey: ['communities'],
  queryFn: async ({ signal }) => (await get('GET /communities', { query: { pageSize: 200 }, signal })).items,
});

/** The community that a school is in today, and what it is there. */
export function communityOn(communities: CommunityView[], school: string, on = dayjs(serverNow()).format('YYYY-MM-DD')) {
  for (const community of communities.filter((c) => c.isActive)) {
    const member = community.members.find((m) => m.school === school && m.from <= on && (!m.to || on < m.to));
    if (member) return { community, role: member.role };
  }
  return undefined;
}

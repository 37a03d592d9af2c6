import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getTagged, type Gets, type ReadOptions } from '../api/client';
import type { Operations } from '../api/schema';
import { Loaded } from './Page';

/** What is to be changed, read anew with its tag just before, and not again while somebody types: whoever saves meanwhile isn't overwritten. */
export function Fresh<K extends Gets>({ operation, path, children }: { operation: K; path?: ReadOptions<K>['path']; children: (body: Operations[K]['answer'], tag: string) => ReactNode }) {
  const found = useQuery({
    queryKey: ['fresh', operation, path], gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false,
    queryFn: ({ signal }) => getTagged(operation, { path, signal } as ReadOptions<K>),
  });
  return <Loaded of={[found]}>{() => children(found.data!.body, found.data!.tag)}</Loaded>;
}

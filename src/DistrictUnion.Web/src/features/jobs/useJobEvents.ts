import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobView, JobViewPage } from '../../api/schema';

/** Follows jobs that run, by the service's events, and writes what they tell into the list. */
export function useJobEvents(jobs: JobView[] | undefined, key: readonly string[]) {
  const queries = useQueryClient();
  const running = (jobs ?? []).filter((j) => j.state === 'queued' || j.state === 'running').map((j) => j.id).join(',');
  useEffect(() => {
    const sources = running.split(',').filter(Boolean).map((id) => {
      const source = new EventSource(`/api/v1/jobs/${id}/events`);
      source.addEventListener('progress', (event) => {
        const job = JSON.parse((event as MessageEvent<string>).data) as JobView;
        queries.setQueryData<JobViewPage>(key, (page) => page && { ...page, items: page.items.map((j) => (j.id === id ? job : j)) });
        if (job.state !== 'queued' && job.state !== 'running') source.close();
      });
      return source;
    });
    return () => sources.forEach((s) => s.close());
  }, [running, queries, key]);
}

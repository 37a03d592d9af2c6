import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, getTagged } from '../../api/client';

/** What pages of the lab keep of answers. */
export const labKey = 'lab';

/** Rows a page. */
export const labPageSize = 50;

/** The trials, the latest first. */
export const useLabRuns = (page: number) => useQuery({
  queryKey: [labKey, 'runs', page], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /lab/runs', { query: { page, pageSize: labPageSize }, signal }),
});

/** One trial with its tag. */
export const useLabRun = (labRun: string) => useQuery({
  queryKey: [labKey, 'run', labRun],
  queryFn: ({ signal }) => getTagged('GET /lab/runs/{labRun}', { path: { labRun }, signal }),
});

/** The schools of a trial, those that move most first. */
export const useLabSchools = (labRun: string, crossing: boolean, page: number) => useQuery({
  queryKey: [labKey, 'schools', labRun, crossing, page], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /lab/runs/{labRun}/schools', { path: { labRun }, query: { crossing, page, pageSize: labPageSize }, signal }),
});

/** The applicants of a trial, those that cross the line first. */
export const useLabApplications = (labRun: string, crossing: boolean, page: number) => useQuery({
  queryKey: [labKey, 'applications', labRun, crossing, page], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /lab/runs/{labRun}/applications', { path: { labRun }, query: { crossing, page, pageSize: labPageSize }, signal }),
});

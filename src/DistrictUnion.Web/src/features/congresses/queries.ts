import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { addressOf, get, getTagged } from '../../api/client';
import type { CongressFileKind, DisclosureCategory } from '../../api/schema';

/** Categories in the order in which documents name them. */
export const categories: DisclosureCategory[] = ['finance', 'fees', 'construction', 'rewards', 'titles', 'admission', 'majorDecisions'];

/** What files of a congress are. */
export const fileKinds: CongressFileKind[] = ['notice', 'roll', 'minutes', 'resolution', 'other'];

/** The congresses of the own school, the latest first. */
export const useCongresses = () => useQuery({ queryKey: ['congresses'], queryFn: ({ signal }) => get('GET /congresses', { query: { pageSize: 200 }, signal }) });

/** One congress with its tag. */
export const useCongress = (congress: string) => useQuery({ queryKey: ['congresses', congress], queryFn: ({ signal }) => getTagged('GET /congresses/{congress}', { path: { congress }, signal }) });

/** Proposals of a congress; without one drafts and those that wait. */
export const useProposals = (congress?: string) => useQuery({
  queryKey: ['proposals', congress ?? ''],
  queryFn: async ({ signal }) => (await get('GET /proposals', { query: { congress, waiting: congress === undefined ? true : undefined, pageSize: 200 }, signal })).items,
});

/** What was made public within days. */
export const useDisclosures = (from: string, to: string, school?: string) => useQuery({
  queryKey: ['disclosures', from, school ?? ''], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /disclosures', { query: { from, to, school, pageSize: 200 }, signal }),
});

/** Does something and reads anew whatever may have followed. */
export function useStep(done?: () => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => done?.(),
    onError: (error) => message.error(error.message),
    onSettled: () => Promise.all(['congresses', 'proposals', 'disclosures', 'obligations', 'scorecard', 'evaluation'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}

/** Where a proof can be seen. */
export const proofAddress = (disclosure: string, proof: string, inline: boolean) =>
  addressOf('GET /disclosures/{disclosure}/proofs/{proof}', { disclosure, proof }, inline ? { inline: true } : undefined);

/** First and last day of a semester: the school year's first calendar year, and 1 or 2. */
export const semesterDays = (year: number, half: number) => (half === 1 ? [`${year}-09-01`, `${year + 1}-01-31`] : [`${year + 1}-02-01`, `${year + 1}-08-31`]) as [string, string];

/** The semester that holds a day. */
export function semesterOf(day: string): [number, number] {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month >= 9 ? [year, 1] : month === 1 ? [year - 1, 1] : [year - 1, 2];
}

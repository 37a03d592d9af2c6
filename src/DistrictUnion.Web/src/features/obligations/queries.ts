import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, getTagged } from '../../api/client';
import type { ObligationState } from '../../api/schema';

/** What pages of obligations keep of answers. */
export const obligationKey = 'obligations';

const everything = { pageSize: 200 };

/** Units a page of the board. */
export const boardPageSize = 50;

/** What a board shows. */
export interface BoardQuery {
  year: number;
  zone?: string;
  state?: ObligationState;
  page: number;
}

/** Reads everything about obligations anew. */
export function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [obligationKey] });
}

/** The compliance board. */
export const useBoard = (query: BoardQuery) => useQuery({
  queryKey: [obligationKey, 'board', query], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => get('GET /obligations/board', { query: { ...query, pageSize: boardPageSize }, signal }),
});

/** What a unit has of one obligation in a year. */
export const useOfCell = (unit: string, level: string, template: string, year: number) => useQuery({
  queryKey: [obligationKey, 'cell', unit, level, template, year],
  queryFn: async ({ signal }) => (await get('GET /obligations', {
    query: { unit, template, dueFrom: `${year}-01-01`, dueTo: `${year}-12-31`, ...everything }, signal,
  })).items.filter((o) => (level === 'school' ? o.level === 'school' || o.level === 'branch' : o.level === level)),
});

/** Everything that the own unit is obliged to in a year, the first due first. */
export const useOwnYear = (year: number) => useQuery({
  queryKey: [obligationKey, 'own', year], placeholderData: keepPreviousData,
  queryFn: async ({ signal }) => {
    const one = (page: number) => get('GET /obligations', { query: { dueFrom: `${year}-01-01`, dueTo: `${year}-12-31`, page, ...everything }, signal });
    const first = await one(1);
    const rest = await Promise.all(Array.from({ length: Math.ceil(first.total / everything.pageSize) - 1 }, (_, i) => one(i + 2)));
    return [first, ...rest].flatMap((p) => p.items);
  },
});

/** One obligation with its tag. */
export const useObligation = (obligation: string | undefined) => useQuery({
  queryKey: [obligationKey, 'one', obligation],
  enabled: obligation !== undefined,
  queryFn: ({ signal }) => getTagged('GET /obligations/{obligation}', { path: { obligation: obligation! }, signal }),
});

/** What units are obliged to. */
export const useObligationTemplates = () => useQuery({
  queryKey: [obligationKey, 'templates'],
  queryFn: async ({ signal }) => (await get('GET /obligation-templates', { query: everything, signal })).items,
});

/** One template with its tag. */
export const useObligationTemplate = (obligationTemplate: string | undefined) => useQuery({
  queryKey: [obligationKey, 'template', obligationTemplate],
  enabled: obligationTemplate !== undefined,
  queryFn: ({ signal }) => getTagged('GET /obligation-templates/{obligationTemplate}', { path: { obligationTemplate: obligationTemplate! }, signal }),
});

/** Open obligations that would be due on another day by what their template says now. */
export const useDifferences = (obligationTemplate: string | undefined) => useQuery({
  queryKey: [obligationKey, 'differences', obligationTemplate],
  enabled: obligationTemplate !== undefined,
  queryFn: async ({ signal }) => (await get('GET /obligation-templates/{obligationTemplate}/differences', { path: { obligationTemplate: obligationTemplate! }, query: everything, signal })).items,
});

/** Which years' working days are known. */
export const useCalendarYears = () => useQuery({
  queryKey: ['calendar', 'years'],
  queryFn: async ({ signal }) => (await get('GET /calendar/years', { query: everything, signal })).items,
});

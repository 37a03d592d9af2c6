import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';

/** A school's result with its explanation. */
export const useScorecard = (round: string, school: string | undefined) => useQuery({
  queryKey: ['scorecard', round, school],
  enabled: !!school,
  queryFn: ({ signal }) => get('GET /rounds/{round}/schools/{school}/scorecard', { path: { round, school: school! }, signal }),
});

/** Schools on one page of a ranking. */
export const rankingPageSize = 50;

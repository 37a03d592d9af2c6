import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { get, whenSignedOut, write } from '../api/client';
import { Problem } from '../api/problem';
import type { PostView, Role, UserView } from '../api/schema';
import { keptOffline } from './keptOffline';
import { forgetAll } from './unsavedDrafts';

interface Session {
  user: UserView | null;
  isLoading: boolean;
  /** The session ended while the page was open: the page stays, a dialog asks to sign in again. */
  hasEnded: boolean;
  signIn: (userName: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  switchPost: (post: PostView) => Promise<void>;
}

const Context = createContext<Session | null>(null);
const me = ['me'];

/** Knows who is signed in, in which post. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [hasEnded, setEnded] = useState(false);
  const waiting = useRef<((again: boolean) => void)[]>([]);
  const { data: user = null, isLoading } = useQuery({
    queryKey: me,
    queryFn: async ({ signal }) => {
      try {
        return await get('GET /me', { signal });
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null;
        const kept = error instanceof Problem && error.isOffline ? keptOffline<UserView>('me') : undefined;
        if (kept) return kept;
        throw error;
      }
    },
    networkMode: 'always',
    staleTime: Infinity,
  });

  useEffect(() => {
    whenSignedOut(async () => {
      if (!queries.getQueryData<UserView | null>(me)) return false;
      setEnded(true);
      return new Promise<boolean>((resolve) => waiting.current.push(resolve));
    });
    return () => whenSignedOut(undefined);
  }, [queries]);

  /** What another person or post read is forgotten; who is signed in stays known to those who watch it. */
  const forget = useCallback(() => queries.removeQueries({ predicate: (query) => query.queryKey[0] !== me[0] }), [queries]);

  const settle = useCallback((again: boolean) => {
    setEnded(false);
    waiting.current.splice(0).forEach((resolve) => resolve(again));
  }, []);

  const signIn = useMutation({
    mutationFn: async ({ userName, password }: { userName: string; password: string }) =>
      (await write('POST /auth/login', { query: { useCookies: true }, body: { userName, password } })).body.user,
  });

  const value = useMemo<Session>(() => ({
    user,
    isLoading,
    hasEnded,
    signIn: async (userName, password) => {
      const known = queries.getQueryData<UserView | null>(me);
      const next = await signIn.mutateAsync({ userName, password });
      if (known && known.userName !== next.userName) forget();
      queries.setQueryData(me, next);
      settle(true);
    },
    signOut: async () => {
      await write('POST /auth/logout', {}).catch(() => undefined);
      queries.setQueryData(me, null);
      forget();
      forgetAll();
      settle(false);
    },
    switchPost: async (post) => {
      const next = (await write('PUT /me/active-post', { body: { role: post.role, scope: post.scope } })).body;
      forget();
      queries.setQueryData(me, next);
    },
  }), [user, isLoading, hasEnded, queries, signIn, settle, forget]);
  return <Context value={value}>{children}</Context>;
}

/** The session. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('No SessionProvider.');
  return session;
}

/** The role in use; null without a post. */
export const useRole = (): Role | null => useSession().user?.activePost?.role ?? null;

const district: Role[] = ['districtAdmin', 'districtOfficer'];

/** What the pages offer to a role; the service decides for itself. */
export const may = {
  manageRounds: (role: Role | null) => role !== null && district.includes(role),
  seeDistrict: (role: Role | null) => role !== null && [...district, 'auditor', 'districtApprover'].includes(role),
  seeProgress: (role: Role | null) => role !== null && [...district, 'auditor', 'districtApprover', 'zoneLead'].includes(role),
  review: (role: Role | null) => role !== null && [...district, 'zoneLead'].includes(role),
  manageUsers: (role: Role | null) => role === 'districtAdmin',
  /** Messages, other systems and recurring jobs. */
  operate: (role: Role | null) => role === 'districtAdmin',
  readUsers: (role: Role | null) => role !== null && [...district, 'auditor'].includes(role),
  manageBranches: (role: Role | null) => role !== null && [...district, 'schoolChair'].includes(role),
  writeEvaluation: (role: Role | null) => role === 'schoolChair' || role === 'schoolClerk',
  runVotes: (role: Role | null) => role !== null && [...district, 'zoneLead', 'schoolChair'].includes(role),
  submitEvaluation: (role: Role | null) => role === 'schoolChair',
  /** A judge sees nothing but the own sheets, a care keeper nothing but care records. */
  read: (role: Role | null) => role !== null && role !== 'expertReviewer' && role !== 'careKeeper',
  keepCare: (role: Role | null) => role === 'schoolChair' || role === 'careKeeper',
  seeCareCounts: (role: Role | null) => role !== null && [...district, 'auditor', 'zoneLead'].includes(role),
  seeResults: (role: Role | null) => role !== null && role !== 'branchLead' && role !== 'expertReviewer' && role !== 'careKeeper',
  judge: (role: Role | null) => role === 'expertReviewer',
  readVisits: (role: Role | null) => role !== null && [...district, 'auditor', 'zoneLead', 'schoolChair', 'schoolClerk'].includes(role),
  seeTitles: (role: Role | null) => role !== null && [...district, 'districtApprover', 'auditor', 'zoneLead'].includes(role),
  seeLab: (role: Role | null) => role !== null && [...district, 'auditor'].includes(role),
  /** Records the leadership's decision, confers titles and takes them down. */
  decideTitles: (role: Role | null) => role === 'districtAdmin' || role === 'districtApprover',
  decideObjections: (role: Role | null) => role !== null && [...district, 'districtApprover'].includes(role),
  readTitles: (role: Role | null) => role !== null && [...district, 'auditor', 'zoneLead', 'districtApprover', 'schoolChair', 'schoolClerk'].includes(role),
  seeOwnApplications: (role: Role | null) => role === 'schoolChair' || role === 'schoolClerk',
  applyForTitles: (role: Role | null) => role === 'schoolChair',
  answerVisits: (role: Role | null) => role === 'schoolChair',
  writeActivities: (role: Role | null) => role === 'schoolChair' || role === 'schoolClerk' || role === 'branchLead',
  writeCongresses: (role: Role | null) => role === 'schoolChair' || role === 'schoolClerk',
  decideCongresses: (role: Role | null) => role === 'schoolChair',
  writePlan: (role: Role | null) => role !== null && [...district, 'zoneLead', 'schoolChair', 'schoolClerk'].includes(role),
  ofSchool: (role: Role | null) => role === 'schoolChair' || role === 'schoolClerk' || role === 'branchLead' || role === 'careKeeper',
};

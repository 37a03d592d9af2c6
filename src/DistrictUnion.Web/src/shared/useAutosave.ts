import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem';
import { forget, recall, remember } from './unsavedDrafts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused';

/** A draft with the tag of its version. */
export interface Stored<T> {
  value: T;
  tag: string;
}

export interface Autosave<T> {
  value: T;
  /** The draft as it was stored last, as far as this page knows. */
  base: T;
  state: SaveState;
  problem?: Problem;
  /** Changes the draft; it is saved after a pause in typing. */
  change: (next: (current: T) => T) => void;
  /** Saves at once; true when everything is saved. */
  flush: () => Promise<boolean>;
  /** After a conflict: goes on with this draft against the latest stored one. */
  resolve: (next: T, latest: Stored<T>) => void;
  /** Takes in what others saved meanwhile. */
  refresh: () => Promise<void>;
}

export interface AutosaveOptions<T> {
  initial: T;
  /** Tag of the stored draft; empty before there is one. */
  tag: string;
  /** Stores the draft, given what was stored last; answers with its new tag. */
  save: (value: T, tag: string, base: T) => Promise<string>;
  /** What is stored now; with it, what two people change is brought together. */
  latest?: () => Promise<Stored<T>>;
  /** One draft of two that went apart from a common one; undefined when a person has to decide. */
  merge?: (base: T, mine: T, theirs: T) => T | undefined;
  /** Others' changes came in. */
  onMerged?: (before: T, after: T) => void;
  /** Under which name the browser keeps what could not be saved, for when the page is opened again. */
  keepAs?: string;
  pause?: number;
}

/**
 * Keeps a draft and saves it by itself, one request at a time, each against the tag of the one before. A draft that can't be
 * saved stays: without network it is tried again when the network is back, even after the page was closed; what somebody else
 * saved meanwhile is brought together with it, and where that can't be done a person decides.
 */
export function useAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const { tag, pause = 900 } = options;
  const keep = useRef(options);
  keep.current = options;
  const [first] = useState(() => startOf(options));
  const [value, setValue] = useState(first.value);
  const [state, setState] = useState<SaveState>(first.state);
  const [problem, setProblem] = useState<Problem>();
  const draft = useRef({
    value: first.value, base: first.base, tag, version: first.state === 'saved' ? 0 : 1, stored: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined, running: undefined as Promise<boolean> | undefined,
  });

  const put = useCallback((next: T) => {
    const current = draft.current;
    current.value = next;
    setValue(next);
    if (keep.current.keepAs && current.version !== current.stored) remember(keep.current.keepAs, { base: current.base, value: next });
  }, []);

  /** Brings in what is stored; false when a person has to decide. */
  const rebase = useCallback((theirs: Stored<T>): boolean => {
    const current = draft.current;
    const merged = keep.current.merge!(current.base, current.value, theirs.value);
    if (merged === undefined) return false;
    const before = current.value;
    [current.base, current.tag] = [theirs.value, theirs.tag];
    put(merged);
    keep.current.onMerged?.(before, merged);
    return true;
  }, [put]);

  const store = useCallback(async (): Promise<boolean> => {
    const current = draft.current;
    clearTimeout(current.timer);
    if (current.running) {
      await current.running;
      return store();
    }
    if (current.stored === current.version) return true;
    const version = current.version;
    setState('saving');
    let isMerged = false;
    const attempt = (async () => {
      try {
        const sent = current.value;
        current.tag = await keep.current.save(sent, current.tag, current.base);
        current.base = sent;
        current.stored = version;
        if (keep.current.keepAs && current.version === version) forget(keep.current.keepAs);
        setProblem(undefined);
        setState(current.version === version ? 'saved' : 'unsaved');
        return true;
      } catch (error) {
        const failed = error instanceof Problem ? error : new Problem(-1, { message: (error as Error).message });
        if (failed.isStale && keep.current.latest) {
          try {
            isMerged = rebase(await keep.current.latest());
            if (isMerged) return false;
          } catch {
            setState('offline');
            return false;
          }
        }
        setProblem(failed);
        setState(failed.isStale ? 'conflict' : failed.isOffline || failed.status >= 500 ? 'offline' : 'refused');
        return false;
      } finally {
        current.running = undefined;
      }
    })();
    current.running = attempt;
    const isStored = await attempt;
    return isMerged || (isStored && current.version !== version) ? store() : isStored;
  }, [rebase]);

  const change = useCallback((next: (current: T) => T) => {
    const current = draft.current;
    current.version++;
    put(next(current.value));
    setState((s) => (s === 'conflict' ? s : 'unsaved'));
    clearTimeout(current.timer);
    current.timer = setTimeout(() => void store(), pause);
  }, [put, store, pause]);

  const resolve = useCallback((next: T, latest: Stored<T>) => {
    const current = draft.current;
    [current.base, current.tag] = [latest.value, latest.tag];
    current.version++;
    put(next);
    void store();
  }, [put, store]);

  const refresh = useCallback(async () => {
    const current = draft.current;
    if (!keep.current.latest || current.running || current.stored !== current.version) return;
    const theirs = await keep.current.latest();
    if (draft.current.running || theirs.tag === draft.current.tag) return;
    if (!rebase(theirs)) setState('conflict');
  }, [rebase]);

  useEffect(() => {
    if (draft.current.stored !== draft.current.version && first.state !== 'conflict') void store();
    const retry = () => void store();
    const leaving = (event: BeforeUnloadEvent) => {
      if (draft.current.stored !== draft.current.version) event.preventDefault();
    };
    addEventListener('online', retry);
    addEventListener('beforeunload', leaving);
    return () => {
      removeEventListener('online', retry);
      removeEventListener('beforeunload', leaving);
      void store();
    };
  }, [store, first]);

  useEffect(() => {
    if (state !== 'offline') return undefined;
    const timer = setTimeout(() => void store(), 5_000);
    return () => clearTimeout(timer);
  }, [state, store]);

  return { value, base: draft.current.base, state, problem, change, flush: store, resolve, refresh };
}

/** Where a page begins: with what is stored, and with what this browser could not save the last time. */
function startOf<T>({ initial, merge, keepAs }: AutosaveOptions<T>): { value: T; base: T; state: SaveState } {
  const kept = keepAs && merge ? recall<T>(keepAs) : undefined;
  if (!kept) return { value: initial, base: initial, state: 'saved' };
  const merged = merge!(kept.base, kept.value, initial);
  return merged === undefined ? { value: kept.value, base: kept.base, state: 'conflict' } : { value: merged, base: initial, state: 'unsaved' };
}

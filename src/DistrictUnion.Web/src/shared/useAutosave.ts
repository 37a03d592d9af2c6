import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused';

export interface Autosave<T> {
  value: T;
  state: SaveState;
  problem?: Problem;
  /** Changes the draft; it is saved after a pause in typing. */
  change: (next: (current: T) => T) => void;
  /** Saves at once; true when everything is saved. */
  flush: () => Promise<boolean>;
  /** After a conflict: goes on with this draft against the latest tag. */
  resolve: (next: T, tag: string) => void;
}

/**
 * Keeps a draft and saves it by itself, one request at a time, each against the tag of the one before. A draft that can't be
 * saved stays on the page: without network it is tried again when the network is back, after a conflict a person decides.
 */
export function useAutosave<T>({ initial, tag, save, pause = 900 }: {
  initial: T;
  /** Tag of the stored draft; empty before there is one. */
  tag: string;
  /** Stores the draft; answers with its new tag. */
  save: (value: T, tag: string) => Promise<string>;
  pause?: number;
}): Autosave<T> {
  const [value, setValue] = useState(initial);
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<Problem>();
  const draft = useRef({ value: initial, tag, version: 0, stored: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined, running: undefined as Promise<boolean> | undefined });
  const keep = useRef(save);
  keep.current = save;

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
    const attempt = (async () => {
      try {
        current.tag = await keep.current(current.value, current.tag);
        current.stored = version;
        setProblem(undefined);
        setState(current.version === version ? 'saved' : 'unsaved');
        return true;
      } catch (error) {
        const failed = error instanceof Problem ? error : new Problem(-1, { message: (error as Error).message });
        setProblem(failed);
        setState(failed.isStale ? 'conflict' : failed.isOffline || failed.status >= 500 ? 'offline' : 'refused');
        return false;
      } finally {
        current.running = undefined;
      }
    })();
    current.running = attempt;
    const isStored = await attempt;
    return isStored && current.version !== version ? store() : isStored;
  }, []);

  const change = useCallback((next: (current: T) => T) => {
    const current = draft.current;
    current.value = next(current.value);
    current.version++;
    setValue(current.value);
    setState((s) => (s === 'conflict' ? s : 'unsaved'));
    clearTimeout(current.timer);
    current.timer = setTimeout(() => void store(), pause);
  }, [store, pause]);

  const resolve = useCallback((next: T, latest: string) => {
    const current = draft.current;
    current.value = next;
    current.tag = latest;
    current.version++;
    setValue(next);
    void store();
  }, [store]);

  useEffect(() => {
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
  }, [store]);

  useEffect(() => {
    if (state !== 'offline') return undefined;
    const timer = setTimeout(() => void store(), 5_000);
    return () => clearTimeout(timer);
  }, [state, store]);

  return { value, state, problem, change, flush: store, resolve };
}

import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { useAutosave } from './useAutosave';

const settle = () => act(async () => { await vi.advanceTimersByTimeAsync(1_000); });

describe('a draft that saves itself', () => {
  beforeEach(() => { vi.useFakeTimers({ shouldAdvanceTime: true }); });
  afterEach(() => { vi.useRealTimers(); });

  it('saves once after a pause, against the tag of the save before', async () => {
    const save = vi.fn(async (_: string, tag: string) => `${tag}+`);
    const { result } = renderHook(() => useAutosave({ initial: '', tag: 't', save }));
    act(() => result.current.change(() => 'a'));
    act(() => result.current.change(() => 'ab'));
    expect(result.current.state).toBe('unsaved');
    await settle();
    expect(save.mock.calls).toEqual([['ab', 't', '']]);
    expect(result.current.state).toBe('saved');
    act(() => result.current.change(() => 'abc'));
    await settle();
    expect(save.mock.calls[1]).toEqual(['abc', 't+', 'ab']);
  });

  it('never runs two saves at once and saves what was typed meanwhile', async () => {
    let release: (tag: string) => void = () => undefined;
    const save = vi.fn((value: string) => (value === 'a' ? new Promise<string>((done) => { release = done; }) : Promise.resolve('t2')));
    const { result } = renderHook(() => useAutosave({ initial: '', tag: 't', save }));
    act(() => result.current.change(() => 'a'));
    await settle();
    act(() => result.current.change(() => 'ab'));
    await settle();
    expect(save).toHaveBeenCalledTimes(1);
    await act(async () => release('t1'));
    await settle();
    expect(save.mock.calls[1]).toEqual(['ab', 't1', 'a']);
    expect(result.current.state).toBe('saved');
  });

  it('keeps the draft without network and saves it when the network is back', async () => {
    let isAway = true;
    const save = vi.fn(async () => {
      if (isAway) throw new Problem(0, { message: 'away' });
      return 't1';
    });
    const { result } = renderHook(() => useAutosave({ initial: '', tag: 't', save }));
    act(() => result.current.change(() => 'a'));
    await settle();
    expect(result.current.state).toBe('offline');
    expect(result.current.value).toBe('a');
    isAway = false;
    act(() => { dispatchEvent(new Event('online')); });
    await waitFor(() => expect(result.current.state).toBe('saved'));
  });

  it('stops at a conflict until a person decides', async () => {
    const save = vi.fn(async (_: string, tag: string) => {
      if (tag === 't') throw new Problem(412, { message: 'stale' });
      return 't3';
    });
    const { result } = renderHook(() => useAutosave({ initial: '', tag: 't', save }));
    act(() => result.current.change(() => 'mine'));
    await settle();
    expect(result.current.state).toBe('conflict');
    act(() => result.current.resolve('merged', { value: 'theirs', tag: 't2' }));
    await waitFor(() => expect(result.current.state).toBe('saved'));
    expect(save.mock.calls.at(-1)).toEqual(['merged', 't2', 'theirs']);
  });

  describe('of which somebody else saves another part', () => {
    interface Parts { a: string; b: string }
    const merge = (base: Parts, mine: Parts, theirs: Parts): Parts | undefined => {
      const one = (key: keyof Parts) => (mine[key] === base[key] ? theirs[key] : theirs[key] === base[key] || theirs[key] === mine[key] ? mine[key] : undefined);
      const [a, b] = [one('a'), one('b')];
      return a === undefined || b === undefined ? undefined : { a, b };
    };
    const start: Parts = { a: '', b: '' };

    it('brings both together and saves against the latest', async () => {
      const save = vi.fn(async (_: Parts, tag: string) => {
        if (tag === 't') throw new Problem(412, { message: 'stale' });
        return 't3';
      });
      const latest = vi.fn(async () => ({ value: { a: '', b: 'theirs' }, tag: 't2' }));
      const { result } = renderHook(() => useAutosave<Parts>({ initial: start, tag: 't', save, latest, merge }));
      act(() => result.current.change((v) => ({ ...v, a: 'mine' })));
      await settle();
      await waitFor(() => expect(result.current.state).toBe('saved'));
      expect(save.mock.calls.at(-1)).toEqual([{ a: 'mine', b: 'theirs' }, 't2', { a: '', b: 'theirs' }]);
      expect(result.current.value).toEqual({ a: 'mine', b: 'theirs' });
    });

    it('asks where both changed the same', async () => {
      const save = vi.fn(async () => { throw new Problem(412, { message: 'stale' }); });
      const { result } = renderHook(() => useAutosave<Parts>({ initial: start, tag: 't', save, latest: async () => ({ value: { a: 'theirs', b: '' }, tag: 't2' }), merge }));
      act(() => result.current.change((v) => ({ ...v, a: 'mine' })));
      await settle();
      expect(result.current.state).toBe('conflict');
      expect(result.current.value.a).toBe('mine');
      expect(result.current.base.a).toBe('');
    });

    it('takes in what others saved while nothing is unsaved', async () => {
      const { result } = renderHook(() => useAutosave<Parts>({ initial: start, tag: 't', save: async () => 't9', latest: async () => ({ value: { a: '', b: 'theirs' }, tag: 't2' }), merge }));
      await act(() => result.current.refresh());
      expect(result.current.value).toEqual({ a: '', b: 'theirs' });
      expect(result.current.state).toBe('saved');
    });

    it('keeps what was typed offline for when the page is opened again', async () => {
      const away = vi.fn(async () => { throw new Problem(0, { message: 'away' }); });
      const page = renderHook(() => useAutosave<Parts>({ initial: start, tag: 't', save: away, merge, keepAs: 'form' }));
      act(() => page.result.current.change((v) => ({ ...v, a: 'mine' })));
      await settle();
      page.unmount();
      const save = vi.fn(async () => 't3');
      const { result } = renderHook(() => useAutosave<Parts>({ initial: { a: '', b: 'theirs' }, tag: 't2', save, merge, keepAs: 'form' }));
      await waitFor(() => expect(result.current.state).toBe('saved'));
      expect(save.mock.calls).toEqual([[{ a: 'mine', b: 'theirs' }, 't2', { a: '', b: 'theirs' }]]);
      expect(localStorage.getItem('du-unsaved:form')).toBeNull();
    });
  });
});

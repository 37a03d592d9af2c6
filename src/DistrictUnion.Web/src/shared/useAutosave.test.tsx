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
    expect(save.mock.calls).toEqual([['ab', 't']]);
    expect(result.current.state).toBe('saved');
    act(() => result.current.change(() => 'abc'));
    await settle();
    expect(save.mock.calls[1]).toEqual(['abc', 't+']);
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
    expect(save.mock.calls[1]).toEqual(['ab', 't1']);
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
    act(() => result.current.resolve('merged', 't2'));
    await waitFor(() => expect(result.current.state).toBe('saved'));
    expect(save.mock.calls.at(-1)).toEqual(['merged', 't2']);
  });
});

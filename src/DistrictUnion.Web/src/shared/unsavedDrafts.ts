import { dropKept } from './keptOffline';

const prefix = 'du-unsaved:';

/** What could not be saved yet, beside what it was typed over. */
export interface Unsaved<T> {
  base: T;
  value: T;
}

/** Keeps a draft in this browser until it is saved. A browser that keeps nothing loses it only with the page. */
export function remember<T>(name: string, draft: Unsaved<T>) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // Full, or switched off: the page itself still holds the draft.
  }
}

/** The draft that was kept; undefined when there is none. */
export function recall<T>(name: string): Unsaved<T> | undefined {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as Unsaved<T>);
  } catch {
    return undefined;
  }
}

/** Drops a draft that was saved. */
export function forget(name: string) {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept.
  }
}

/** Drops everything, when somebody signs out of a shared computer. */
export function forgetAll() {
  dropKept();
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(prefix)).forEach((key) => localStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}

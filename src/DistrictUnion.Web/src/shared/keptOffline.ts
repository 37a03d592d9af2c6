const prefix = 'du-kept:';
const shell = 'shell-1';
const database = 'du-visits';
const store = 'photos';

/** Keeps what a page needs for a day without network. */
export function keepOffline(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What was kept; undefined when nothing was. */
export function keptOffline<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Keeps the page itself: the first visit of a browser loads it before the service worker listens. */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window) || !(await navigator.serviceWorker.getRegistration())) return false;
  await navigator.serviceWorker.ready;
  const cache = await caches.open(shell);
  const assets = performance.getEntriesByType('resource').map((r) => new URL(r.name)).filter((u) => u.origin === location.origin && u.pathname.startsWith('/assets/')).map((u) => u.pathname);
  const missing = await Promise.all([...new Set(assets)].map(async (path) => ((await cache.match(path)) ? null : path)));
  await cache.addAll(['/', ...missing.filter((path): path is string => path !== null)]);
  return true;
}

/** A photo that waits for the network. */
export interface QueuedPhoto {
  id: string;
  /** The visit that it belongs to. */
  of: string;
  node?: string;
  recordedAt: string;
  bytes: Blob;
}

async function photos<T>(mode: IDBTransactionMode, work: (all: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(opened.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as Error);
    });
  } finally {
    opened.close();
  }
}

export const queuePhoto = (photo: QueuedPhoto) => photos('readwrite', (all) => all.put(photo));
export const dropPhoto = (id: string) => photos('readwrite', (all) => all.delete(id));
export const queuedPhotos = async (of: string): Promise<QueuedPhoto[]> =>
  ((await photos('readonly', (all) => all.getAll())) as QueuedPhoto[]).filter((p) => p.of === of).toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt));

/** Drops everything that was kept, when somebody signs out. */
export function dropKept() {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(prefix)).forEach((key) => localStorage.removeItem(key));
    indexedDB.deleteDatabase(database);
  } catch {
    // Nothing was kept.
  }
}

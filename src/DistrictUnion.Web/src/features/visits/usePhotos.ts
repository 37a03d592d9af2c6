import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadForm } from '../../api/client';
import { Problem } from '../../api/problem';
import { dropPhoto, queuedPhotos, queuePhoto, type QueuedPhoto } from '../../shared/keptOffline';
import type { VisitPath } from './queries';

const longest = 2000;

/** A picture as it is sent: not longer than 2,000 pixels; one that the browser can't read goes as it is. */
async function scaled(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const factor = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.max(1, Math.round(picture.width * factor)), Math.max(1, Math.round(picture.height * factor))];
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.85));
  } catch {
    return file;
  }
}

/** Photos that wait for the network in this browser, and are sent one after another once it is there. */
export function usePhotos(path: VisitPath, of: string, onSent: () => void) {
  const [queued, setQueued] = useState<QueuedPhoto[]>([]);
  const [problem, setProblem] = useState<string>();
  const busy = useRef(false);
  const sent = useRef(onSent);
  sent.current = onSent;
  const { round, school, visit } = path;
  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      const waiting = await queuedPhotos(of);
      setQueued(waiting);
      for (const photo of waiting) {
        const form = new FormData();
        form.append('file', photo.bytes, 'photo.jpg');
        const query = new URLSearchParams({ id: photo.id, recordedAt: photo.recordedAt, ...(photo.node ? { node: photo.node } : {}) });
        await uploadForm(`/rounds/${round}/schools/${school}/visits/${visit}/photos?${query}`, form);
        await dropPhoto(photo.id);
        setQueued((all) => all.filter((p) => p.id !== photo.id));
        setProblem(undefined);
      }
      if (waiting.length > 0) sent.current();
    } catch (error) {
      if (!(error instanceof Problem && error.isOffline)) setProblem((error as Error).message);
    } finally {
      busy.current = false;
    }
  }, [of, round, school, visit]);
  const add = useCallback(async (file: File, node?: string) => {
    const photo: QueuedPhoto = { id: crypto.randomUUID(), of, node, recordedAt: new Date().toISOString(), bytes: await scaled(file) };
    await queuePhoto(photo);
    setQueued((all) => [...all, photo]);
    void send();
  }, [of, send]);
  const drop = useCallback(async (id: string) => {
    await dropPhoto(id);
    setQueued((all) => all.filter((p) => p.id !== id));
    setProblem(undefined);
  }, []);
  useEffect(() => {
    void send();
    const retry = () => void send();
    addEventListener('online', retry);
    const timer = setInterval(retry, 10_000);
    return () => {
      removeEventListener('online', retry);
      clearInterval(timer);
    };
  }, [send]);
  return { queued, problem, add, drop };
}

import { get, sendBytes, write } from '../../api/client';
import { Problem } from '../../api/problem';
import type { EvidenceView, UploadProgress } from '../../api/schema';

const piece = 1024 * 1024;
const pause = 2_000;
const mostPauses = 30;

/** What a new file is to prove, or which file it replaces. */
export interface Purpose {
  nodes?: string[];
  replaces?: string;
  /** Difference hash of a picture. */
  pictureHash?: string;
}

/** What an upload asks of the service; replaced in tests. */
export interface Service {
  start: (file: File, purpose: Purpose) => Promise<{ id: string; received: number }>;
  send: (id: string, offset: number, bytes: Blob) => Promise<UploadProgress>;
  received: (id: string) => Promise<number>;
  wait: () => Promise<void>;
}

/** The service of a school's evidence in a round. */
export function serviceOf(round: string, school: string): Service {
  const path = { round, school };
  return {
    start: async (file, purpose) => (await write('POST /rounds/{round}/schools/{school}/evidence/uploads', { path, body: { name: file.name, size: file.size, ...purpose } })).body,
    send: (id, offset, bytes) => sendBytes<UploadProgress>('PUT /rounds/{round}/schools/{school}/evidence/uploads/{upload}', { ...path, upload: id }, { offset }, bytes),
    received: async (id) => (await get('GET /rounds/{round}/schools/{school}/evidence/uploads/{upload}', { path: { ...path, upload: id } })).received,
    wait: () => new Promise((go) => { setTimeout(go, pause); }),
  };
}

/** Sends a file piece by piece; after a lost connection it goes on with what the service has not received. */
export async function uploadFile(service: Service, file: File, purpose: Purpose, onProgress: (share: number) => void): Promise<EvidenceView> {
  const upload = await service.start(file, purpose);
  let offset = upload.received;
  for (let pauses = 0; ;) {
    try {
      const answer = await service.send(upload.id, offset, file.slice(offset, offset + piece));
      if (answer.evidence) return answer.evidence;
      offset = answer.received;
      pauses = 0;
      onProgress(offset / file.size);
    } catch (error) {
      const canGoOn = error instanceof Problem && (error.status === 0 || error.status === 409 || error.status >= 500);
      if (!canGoOn || ++pauses > mostPauses) throw error;
      await service.wait();
      offset = await service.received(upload.id).catch(() => offset);
    }
  }
}

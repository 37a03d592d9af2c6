import { useQuery } from '@tanstack/react-query';
import { addressOf, get } from '../../api/client';
import type { EvidenceVersionView, EvidenceView } from '../../api/schema';

const pageSize = 200;

/** Every file that a school keeps for a round. */
export const useEvidence = (round: string, school: string) => useQuery({
  queryKey: ['evidence', round, school],
  queryFn: async ({ signal }): Promise<EvidenceView[]> => {
    const files: EvidenceView[] = [];
    for (let page = 1; ; page++) {
      const part = await get('GET /rounds/{round}/schools/{school}/evidence', { path: { round, school }, query: { page, pageSize }, signal });
      files.push(...part.items);
      if (files.length >= part.total || part.items.length === 0) return files;
    }
  },
});

/** Where a file can be fetched; pictures can be shown from there. */
export const fileAddress = (round: string, school: string, file: EvidenceView, inline = false) =>
  addressOf('GET /rounds/{round}/schools/{school}/evidence/{evidence}', { round, school, evidence: file.id }, { version: file.number, ...(inline ? { inline } : {}) });

/** An earlier version as a file of its own, to be looked at and saved like any other. */
export const versionOf = (file: EvidenceView, version: EvidenceVersionView): EvidenceView => ({ ...file, ...version, earlier: [], alsoAt: [], similarAt: [], pictureHash: null });

/** A size as people say it. */
export const sizeOf = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

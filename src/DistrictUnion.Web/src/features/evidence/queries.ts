import { useQuery } from '@tanstack/react-query';
import { addressOf, get } from '../../api/client';
import type { EvidenceVersionView, EvidenceView, OfficeText } from '../../api/schema';

const pageSize = 200;

/** Every file that a school keeps for a round. */
export const useEvidence = (round: string, school: string, isWanted = true) => useQuery({
  queryKey: ['evidence', round, school], enabled: isWanted,
  queryFn: async ({ signal }): Promise<EvidenceView[]> => {
    const files: EvidenceView[] = [];
    for (let page = 1; ; page++) {
      const part = await get('GET /rounds/{round}/schools/{school}/evidence', { path: { round, school }, query: { page, pageSize }, signal });
      files.push(...part.items);
      if (files.length >= part.total || part.items.length === 0) return files;
    }
  },
});

/** A file that can be looked at. */
export type ShownFile = Pick<EvidenceView, 'id' | 'name' | 'mediaType'> & { number?: number };

/** Where files are looked at: a school's own, or those of a judge's sheet. */
export interface FileSource {
  /** Tells sources apart. */
  key: readonly string[];
  addressOf: (file: ShownFile, inline?: boolean) => string;
  textOf: (file: ShownFile, signal: AbortSignal) => Promise<OfficeText>;
}

/** The files that a school keeps for a round. */
export const filesOfSchool = (round: string, school: string): FileSource => ({
  key: ['school', round, school],
  addressOf: (file, inline = false) => addressOf('GET /rounds/{round}/schools/{school}/evidence/{evidence}', { round, school, evidence: file.id }, { version: file.number, ...(inline ? { inline } : {}) }),
  textOf: (file, signal) => get('GET /rounds/{round}/schools/{school}/evidence/{evidence}/text', { path: { round, school, evidence: file.id }, query: { version: file.number }, signal }),
});

/** The files of a sheet that the judge scores by. */
export const filesOfSheet = (path: { round: string; panel: string; school: string }): FileSource => ({
  key: ['sheet', path.round, path.panel, path.school],
  addressOf: (file, inline = false) => addressOf('GET /rounds/{round}/panels/{panel}/sheets/{school}/evidence/{evidence}', { ...path, evidence: file.id }, inline ? { inline } : undefined),
  textOf: (file, signal) => get('GET /rounds/{round}/panels/{panel}/sheets/{school}/evidence/{evidence}/text', { path: { ...path, evidence: file.id }, signal }),
});

/** The files of an application for a title, as they were when it was recommended. */
export const filesOfApplication = (path: { programme: string; application: string }): FileSource => ({
  key: ['application', path.programme, path.application],
  addressOf: (file, inline = false) => addressOf('GET /title-programmes/{programme}/applications/{application}/files/{file}', { ...path, file: file.id }, inline ? { inline } : undefined),
  textOf: (file, signal) => get('GET /title-programmes/{programme}/applications/{application}/files/{file}/text', { path: { ...path, file: file.id }, signal }),
});

/** An earlier version as a file of its own, to be looked at and saved like any other. */
export const versionOf = (file: EvidenceView, version: EvidenceVersionView): EvidenceView => ({ ...file, ...version, earlier: [], alsoAt: [], similarAt: [], pictureHash: null });

/** A size as people say it. */
export const sizeOf = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

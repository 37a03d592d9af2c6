import { expect, test } from 'vitest';
import { Problem } from '../../api/problem';
import type { EvidenceView, UploadProgress } from '../../api/schema';
import { uploadFile, type Service } from './upload';

const mebibyte = 1024 * 1024;
const kept = { id: 'e', name: 'a.pdf' } as EvidenceView;

function fake(fail: (piece: number) => Problem | undefined) {
  const sent: number[] = [];
  let received = 0;
  let pieces = 0;
  const service: Service = {
    start: async () => ({ id: 'u', received: 0 }),
    send: async (_, offset, bytes) => {
      sent.push(offset);
      const failure = fail(++pieces);
      if (failure) throw failure;
      received = offset + bytes.size;
      return { id: 'u', size: 0, received, evidence: received >= 2.5 * mebibyte ? kept : null } as UploadProgress;
    },
    received: async () => received,
    wait: async () => undefined,
  };
  return { service, sent };
}

const file = new File([new Uint8Array(2.5 * mebibyte)], 'a.pdf');

test('a file goes in pieces of one mebibyte and tells how far it is', async () => {
  const { service, sent } = fake(() => undefined);
  const shares: number[] = [];
  expect(await uploadFile(service, file, { nodes: ['A'] }, (share) => shares.push(share))).toBe(kept);
  expect(sent).toEqual([0, mebibyte, 2 * mebibyte]);
  expect(shares).toEqual([0.4, 0.8]);
});

test('after a lost connection the piece that did not arrive goes again', async () => {
  const { service, sent } = fake((piece) => (piece === 2 ? new Problem(0, { message: '' }) : undefined));
  expect(await uploadFile(service, file, { nodes: ['A'] }, () => undefined)).toBe(kept);
  expect(sent).toEqual([0, mebibyte, mebibyte, 2 * mebibyte]);
});

test('what the service refuses is not tried again', async () => {
  const { service, sent } = fake(() => new Problem(400, { message: '文件已损坏' }));
  await expect(uploadFile(service, file, { nodes: ['A'] }, () => undefined)).rejects.toThrow('文件已损坏');
  expect(sent).toEqual([0]);
});

// The first load must stay small: what index.html asks for and what that imports at once, compressed.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const most = 400 * 1024;
const html = readFileSync(`${dist}index.html`, 'utf8');
const names = new Set([...html.matchAll(/assets\/[\w.-]+\.(?:js|css)/g)].map(([name]) => name));
const first = [...names].reduce((sum, name) => sum + gzipSync(readFileSync(dist + name)).length, gzipSync(html).length);
console.log(`first load ${(first / 1024).toFixed(0)} KB gzip of ${most / 1024} KB, ${names.size} files; ${readdirSync(`${dist}assets`).length} files in all`);
if (first > most) {
  console.error('The first load is too large: make a page lazy, or look for a new import in shared code.');
  process.exit(1);
}

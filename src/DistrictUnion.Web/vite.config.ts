import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { antdStyles } from './antd-styles';

const api = 'http://127.0.0.1:5080';

/** What pdf.js fetches when a document needs it: character maps of Chinese fonts, standard fonts, decoders for scans. */
const pdfParts = {
  name: 'pdf-parts',
  apply: 'build' as const,
  closeBundle() {
    const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
    for (const part of ['cmaps', 'standard_fonts', 'wasm'])
      cpSync(at(`node_modules/pdfjs-dist/${part}`), at(`dist/pdf/${part}`), { recursive: true, filter: (file) => !/quickjs|\.wasm$/.test(file) });
  },
};

export default defineConfig({
  plugins: [react(), antdStyles(), pdfParts],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': api, '/swagger': api } },
  // A test cleans up what it leaves, so files share one process: starting one for each took nine tenths of the run.
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], pool: 'threads', isolate: false, maxWorkers: 1 },
});

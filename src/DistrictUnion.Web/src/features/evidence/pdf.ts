import type { PDFDocumentLoadingTask } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Where the build puts what documents need that don't bring it along; see vite.config.ts. */
const parts = `${import.meta.env.BASE_URL}pdf/`;

/**
 * Opens a PDF with pdf.js, which comes only when somebody looks at one. The content policy allows neither eval nor WebAssembly, so
 * pictures of scanners are decoded by its plain scripts, and scripts inside a document never run.
 */
export async function openPdf(address: string): Promise<PDFDocumentLoadingTask> {
  const pdf = await import('pdfjs-dist');
  pdf.GlobalWorkerOptions.workerSrc = workerAddress;
  return pdf.getDocument({
    url: address,
    useWasm: false,
    wasmUrl: `${parts}wasm/`,
    cMapUrl: `${parts}cmaps/`,
    standardFontDataUrl: `${parts}standard_fonts/`,
    enableXfa: false,
  });
}

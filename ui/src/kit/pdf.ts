/** pdf.js, loaded when the first page is to be shown; its worker lies beside the program. */

import type * as Pdf from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

let loading: Promise<typeof Pdf> | null = null;

export function loadPdf(): Promise<typeof Pdf> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((module) => {
    const pdf = module as unknown as typeof Pdf;
    pdf.GlobalWorkerOptions.workerSrc = workerUrl;
    return pdf;
  });
  return loading;
}

/** pdf.js, loaded when the first page is to be shown; its worker lies beside the program. */

import type * as Pdf from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

let loading: Promise<typeof Pdf> | null = null;
/** One for all previews: starting another takes longer than drawing a page. */
let worker: Pdf.PDFWorker | null = null;

export function loadPdf(): Promise<typeof Pdf> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((module) => {
    const pdf = module as unknown as typeof Pdf;
    pdf.GlobalWorkerOptions.workerSrc = workerUrl;
    return pdf;
  });
  return loading;
}

/** A file's pages; whoever opens it destroys it. */
export async function openPdf(bytes: ArrayBuffer): Promise<Pdf.PDFDocumentLoadingTask> {
  const pdf = await loadPdf();
  worker ??= new pdf.PDFWorker();
  // pdf.js takes the bytes away from whoever had them, so it gets its own.
  const task = pdf.getDocument({ data: bytes.slice(0), worker, isEvalSupported: false, useWorkerFetch: false });
  await task.promise;
  return task;
}

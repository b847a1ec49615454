/** pdf.js, loaded when a PDF is looked at. Its worker is a file of ours, and nothing in it makes code out of text. */

import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = worker;

export async function openDocument(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  return await getDocument({ data, useWasm: false }).promise;
}

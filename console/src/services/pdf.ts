/** pdf.js, loaded when a PDF is looked at. Its worker is a file of ours, and nothing in it makes code out of text. */

import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = worker;

export async function openDocument(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  return await getDocument({ data, useWasm: false }).promise;
}

const PRINTED = 300 / 72; // dots an inch of paper over points of a PDF: what is printed is what is drawn

/** Draws each page as it is printed, on one of the canvases `sheets` makes for that many pages. */
export async function drawForPrint(content: Blob, sheets: (pages: number) => Promise<HTMLCanvasElement[]>): Promise<void> {
  const document = await openDocument(await content.arrayBuffer());
  for (const [index, canvas] of (await sheets(document.numPages)).entries()) {
    const page = await document.getPage(index + 1);
    const viewport = page.getViewport({ scale: PRINTED });
    [canvas.width, canvas.height] = [viewport.width, viewport.height];
    await page.render({ canvas, viewport }).promise;
  }
}

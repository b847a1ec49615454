/** QR codes, drawn on the page: its policy lets no picture come from elsewhere, and none is needed. */

import qrcode from "qrcode-generator";

const CELL = 8; // points
const QUIET = 4; // cells around it, as ISO/IEC 18004 wants

export function drawCode(canvas: HTMLCanvasElement, text: string): void {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  canvas.width = canvas.height = (code.getModuleCount() + 2 * QUIET) * CELL;
  const sheet = canvas.getContext("2d")!;
  sheet.fillStyle = "#fff";
  sheet.fillRect(0, 0, canvas.width, canvas.height);
  sheet.translate(QUIET * CELL, QUIET * CELL);
  code.renderTo2dContext(sheet, CELL);
}

/** QR codes, drawn on the phone: they are there without a network. */

import qrcode from "qrcode-generator";

const CELL = 6;

/** A picture of the text, as a data address an image shows. */
export function qrPicture(text: string): string {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  return code.createDataURL(CELL, 4 * CELL);
}

/** Pages somebody scanned or photographed at a kiosk: whether they may stand for a material there, and as which files they go up. */

export interface Sheet {
  jpeg: Blob;
  width: number;
  height: number;
}

interface Asked {
  upload: boolean;
  extensions: string[];
  /** 0 where any size will do; else it is a portrait, cut to its size where it is taken. */
  width: number;
  most: number;
}

export function isScannable({ upload, extensions }: Asked): boolean {
  return upload && extensions.includes("jpg");
}

/** Of a person, in a size that is given. */
export function isPortrait({ width }: Asked): boolean {
  return width > 0;
}

/** How many pages it takes: any number where they may go up as one PDF. */
export function roomFor({ most, extensions }: Asked): number {
  return extensions.includes("pdf") ? MOST : most;
}

const MOST = 20;

/** A picture each where that many files are taken, else one PDF of them all. */
export async function filesOf(sheets: readonly Sheet[], asked: Asked, name: string): Promise<File[]> {
  if (sheets.length <= asked.most) return sheets.map(({ jpeg }, index) => new File([jpeg], `${name}-${index + 1}.jpg`, { type: "image/jpeg" }));
  return [new File([await pdfOf(sheets)], `${name}.pdf`, { type: "application/pdf" })];
}

const A4 = 595; // points across; a page is as high as its picture makes it

/** A PDF 1.4 with one picture a page, as ISO 32000 describes it; the pictures are taken as they are. */
export async function pdfOf(sheets: readonly Sheet[]): Promise<Blob> {
  const parts: BlobPart[] = [];
  const starts: number[] = [];
  let length = 0;
  const put = (part: string | Blob): void => {
    const piece = typeof part === "string" ? new TextEncoder().encode(part) : part;
    length += typeof part === "string" ? (piece as Uint8Array).length : part.size;
    parts.push(piece);
  };
  const object = (number: number, head: string, stream?: Blob | string): void => {
    starts[number] = length;
    put(`${number} 0 obj\n${head}\n`);
    if (stream !== undefined) {
      put("stream\n");
      put(stream);
      put("\nendstream\n");
    }
    put("endobj\n");
  };
  const page = (index: number): number => 3 + index * 3;
  put("%PDF-1.4\n");
  object(1, "<< /Type /Catalog /Pages 2 0 R >>");
  object(2, `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, index) => `${page(index)} 0 R`).join(" ")}] >>`);
  sheets.forEach(({ jpeg, width, height }, index) => {
    const [at, high] = [page(index), Math.round((A4 * height) / width)];
    const drawn = `q ${A4} 0 0 ${high} 0 0 cm /P Do Q`;
    object(at, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4} ${high}] /Contents ${at + 1} 0 R /Resources << /XObject << /P ${at + 2} 0 R >> >> >>`);
    object(at + 1, `<< /Length ${drawn.length} >>`, drawn);
    object(at + 2, `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.size} >>`, jpeg);
  });
  const table = length;
  const count = 3 + sheets.length * 3;
  put(`xref\n0 ${count}\n0000000000 65535 f \n${starts.slice(1).map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`);
  put(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return new Blob(parts, { type: "application/pdf" });
}

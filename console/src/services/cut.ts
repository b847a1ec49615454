/** Pictures of persons, cut to the size a photograph must have, in memory alone. */

import { fitOf, middleOf, type Size } from "../domain/pictures";

const QUALITY = 0.9;

/** Its middle, as large as is wanted: a picture of exactly that size. */
export function cut(source: CanvasImageSource, seen: Size, wanted: Size): Promise<Blob> {
  const { x, y, wide, high } = middleOf(seen, wanted);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [wanted.width, wanted.height];
  canvas.getContext("2d")!.drawImage(source, x, y, wide, high, 0, 0, wanted.width, wanted.height);
  return jpegOf(canvas);
}

export async function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return await new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), "image/jpeg", QUALITY));
}

/**
 * A file as it may go up where pictures of a size are wanted: cut from the middle where it is larger. What is no picture goes as it is, for
 * the server to say what it takes. Throws the words to be shown where it is too small.
 */
export async function fitted(chosen: File, wanted: Size): Promise<File> {
  const picture = wanted.width ? await createImageBitmap(chosen).catch(() => null) : null;
  if (!picture) return chosen;
  try {
    const { width, height } = picture;
    const fit = fitOf(picture, wanted);
    if (fit === "as it is") return chosen;
    if (fit === "too small") throw new TooSmall(`这张只有宽${width}、高${height}像素，不够裁成宽${wanted.width}、高${wanted.height}像素。请离近一点重新拍，或换一张大的。`);
    return new File([await cut(picture, picture, wanted)], `${chosen.name.replace(/\.[^.]+$/, "")}.jpg`, { type: "image/jpeg" });
  } finally {
    picture.close();
  }
}

export class TooSmall extends Error {}

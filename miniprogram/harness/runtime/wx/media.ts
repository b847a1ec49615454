/** Camera, album, chat files, scanning. Tests say what the person chose: `__device.answers.chooseMedia = {files: [{name, type, base64}]}`. */

import { device } from "../device";
import type { Options } from "./calls";
import { fileAt, fileFrom, fileUrl, keepFile } from "./files";
import { forPrivate } from "./privacy";

type Given = { name: string; type: string; base64: string };

async function chosen(name: string, options: Options): Promise<{ file: File; path: string }[]> {
  const answer = await forPrivate(name, () => device.ask(name, plain(options), { fail: "cancel" }));
  return (answer["files"] as Given[]).map((given) => {
    const file = fileFrom(given);
    return { file, path: keepFile(file) };
  });
}

/** Options without their callbacks, so that tests can read them. */
export function plain(options: Options): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== "function"));
}

export async function chooseMedia(options: Options): Promise<object> {
  const files = await chosen("chooseMedia", options);
  return { type: "image", tempFiles: files.map(({ file, path }) => ({ tempFilePath: path, size: file.size, fileType: "image" })) };
}

export async function chooseMessageFile(options: Options): Promise<object> {
  const files = await chosen("chooseMessageFile", options);
  return { tempFiles: files.map(({ file, path }) => ({ path, name: file.name, size: file.size, type: "file", time: 0 })) };
}

export async function getImageInfo(options: Options): Promise<object> {
  const image = new Image();
  const path = String(options["src"]);
  image.src = fileUrl(path);
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight, path, orientation: "up", type: fileAt(path).type.replace("image/", "") };
}

export function openDocument(options: Options): object {
  const file = fileAt(String(options["filePath"]));
  return device.ask("openDocument", { ...plain(options), size: file.size }, {});
}

/** A canvas nobody sees, for looking at and cutting pictures. */
export function createOffscreenCanvas({ type, width, height }: { type: string; width: number; height: number }): object {
  if (type !== "2d") throw new Error(`createOffscreenCanvas: type "${type}" is not known to the harness`);
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  return Object.assign(canvas, { createImage });
}

/** An image that finds temporary files by their paths. */
function createImage(): HTMLImageElement {
  const image = new Image();
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src")!;
  Object.defineProperty(image, "src", { get: () => get!.call(image) as string, set: (path: string) => void set!.call(image, fileUrl(path)) });
  return image;
}

export async function canvasToTempFilePath({ canvas, quality }: Options): Promise<object> {
  const content = await new Promise<Blob | null>((resolve) => (canvas as HTMLCanvasElement).toBlob(resolve, "image/jpeg", quality as number));
  return { tempFilePath: keepFile(new File([content!], "canvas.jpg", { type: "image/jpeg" })) };
}

/** Pictures taken at the kiosk, in memory alone: looked at for what may be wrong with them. */

import { type Hint, hintsOf } from "../../../miniprogram/src/domain/pictures";
import type { Sheet } from "../domain/sheets";

const LOOKED_AT = 800; // points along the longer side
const QUALITY = 0.9;

/** What to do about it at a machine that stands still: the paper moves, nobody's phone. */
export const HINTS: Record<Hint, string> = {
  dark: "太暗了，字可能看不清。把纸压平放好，盖上盖子再扫；用摄像头的，别让身子挡住灯光。",
  blurred: "有点糊。把纸压平、放稳，别动，再来一次。",
  cropped: "边上好像没扫全。把纸放正，四个角都放进框里，再来一次。",
};

/** The same of a portrait: the person moves. */
const OF_PEOPLE: Record<Hint, string> = {
  dark: "太暗了，脸看不清。面朝亮的地方，别背着光，再拍一次。",
  blurred: "有点糊。站稳，看着镜头别动，再拍一次。",
  cropped: "",
};

export interface Taken extends Sheet {
  /** An address of the page's own, to be let go with the picture. */
  url: string;
  hints: string[];
}

/** `portrait`: of a person, who may reach beyond its edges. Throws where it is no picture. */
export async function taken(jpeg: Blob, portrait = false): Promise<Taken> {
  const picture = await createImageBitmap(jpeg);
  const { width, height } = picture;
  const scale = Math.min(1, LOOKED_AT / Math.max(width, height));
  const canvas = drawn(picture, Math.round(width * scale), Math.round(height * scale));
  const pixels = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
  picture.close();
  return { jpeg, width, height, url: URL.createObjectURL(jpeg), hints: hintsOf(pixels, !portrait).map((each) => (portrait ? OF_PEOPLE : HINTS)[each]) };
}

/** What the camera sees now. */
export function frameOf(video: HTMLVideoElement): Promise<Blob> {
  return jpegOf(drawn(video, video.videoWidth, video.videoHeight));
}

/** The middle of what the camera sees now, as large as is wanted: a picture of exactly that size. */
export function portraitOf(video: HTMLVideoElement, width: number, height: number): Promise<Blob> {
  const { x, y, wide, high } = middleOf({ width: video.videoWidth, height: video.videoHeight }, { width, height });
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d")!.drawImage(video, x, y, wide, high, 0, 0, width, height);
  return jpegOf(canvas);
}

interface Size {
  width: number;
  height: number;
}

/** The largest part in the middle of a picture that has the proportions wanted. */
export function middleOf(seen: Size, wanted: Size): { x: number; y: number; wide: number; high: number } {
  const scale = Math.min(seen.width / wanted.width, seen.height / wanted.height);
  const [wide, high] = [wanted.width * scale, wanted.height * scale];
  return { x: (seen.width - wide) / 2, y: (seen.height - high) / 2, wide, high };
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return await new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), "image/jpeg", QUALITY));
}

function drawn(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d", { willReadFrequently: true })!.drawImage(source, 0, 0, width, height);
  return canvas;
}

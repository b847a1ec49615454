/** Pictures taken at the kiosk, in memory alone: looked at for what may be wrong with them. */

import { type Hint, hintsOf } from "../../../miniprogram/src/domain/pictures";
import type { Sheet } from "../domain/sheets";
import { cut, jpegOf } from "../services/cut";

const LOOKED_AT = 800; // points along the longer side

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
  return cut(video, { width: video.videoWidth, height: video.videoHeight }, { width, height });
}

function drawn(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d", { willReadFrequently: true })!.drawImage(source, 0, 0, width, height);
  return canvas;
}

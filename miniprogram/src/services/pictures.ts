/** Pictures on the phone: looked at before they are sent, and cut to the size that is wanted. */

import { type Hint, hintsOf, type Pixels } from "../domain/pictures";

const MOST = 800;

interface Drawn {
  canvas: WechatMiniprogram.OffscreenCanvas;
  context: { drawImage(...parts: unknown[]): void; getImageData(x: number, y: number, width: number, height: number): Pixels };
  image: { width: number; height: number };
}

/** What may be wrong with a picture. A phone that cannot look says nothing. */
export async function look(path: string, edges: boolean): Promise<Hint[]> {
  try {
    const { width, height } = await wx.getImageInfo({ src: path });
    const scale = Math.min(1, MOST / Math.max(width, height));
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const { context, image } = await drawing(path, size);
    context.drawImage(image, 0, 0, size.width, size.height);
    return hintsOf(context.getImageData(0, 0, size.width, size.height), edges);
  } catch {
    return [];
  }
}

/** The path of a JPEG of exactly that size: cut from the middle, and made smaller or larger. Where the phone cannot, the picture as it is. */
export async function cut(path: string, width: number, height: number): Promise<string> {
  try {
    const info = await wx.getImageInfo({ src: path });
    if (info.width === width && info.height === height && info.type === "jpeg") return path;
    const scale = Math.min(info.width / width, info.height / height);
    const [wide, high] = [width * scale, height * scale];
    const { canvas, context, image } = await drawing(path, { width, height });
    context.drawImage(image, (info.width - wide) / 2, (info.height - high) / 2, wide, high, 0, 0, width, height);
    const size = { x: 0, y: 0, width, height, destWidth: width, destHeight: height };
    return (await wx.canvasToTempFilePath({ canvas: canvas as unknown as WechatMiniprogram.Canvas, ...size, fileType: "jpg", quality: 0.92 })).tempFilePath;
  } catch {
    return path;
  }
}

async function drawing(path: string, { width, height }: { width: number; height: number }): Promise<Drawn> {
  const canvas = wx.createOffscreenCanvas({ type: "2d", width, height });
  const image = canvas.createImage();
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error("no picture"));
    image.src = path;
  });
  return { canvas, image, context: canvas.getContext("2d") as Drawn["context"] };
}

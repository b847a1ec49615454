/**
 * What can be told of a photograph before it is sent: that it is dark, blurred, or that something runs over its edge. Only a hint:
 * whoever took it may send it all the same.
 */

export type Hint = "dark" | "blurred" | "cropped";

export const HINTS: Record<Hint, string> = {
  dark: "太暗了，字可能看不清。到亮一点的地方，或开灯再拍。",
  blurred: "有点糊。手机拿稳，点一下字再拍。",
  cropped: "边上好像没拍全。离远一点，四个角都拍进来。",
};

/** Pixels as a canvas gives them: red, green, blue, opacity. */
export interface Pixels {
  data: ArrayLike<number>;
  width: number;
  height: number;
}

const DARK = 60;
const EDGE = 24;
const STRONG = 40;
/** A step of a sharp picture is over within a point or two; of a blurred one it takes four or more. */
const SHARP = 0.36;
const RUNS_OVER = 0.15;
const REACH = 2;

/** `edges`: whether its edges matter, as they do for documents and not for portraits. */
export function hintsOf(pixels: Pixels, edges: boolean): Hint[] {
  const grey = greyOf(pixels);
  const hints: Hint[] = [];
  if (middle(grey) < DARK) hints.push("dark");
  if (sharpness(grey, pixels) < SHARP) hints.push("blurred");
  if (edges && runsOver(grey, pixels)) hints.push("cropped");
  return hints;
}

function greyOf({ data, width, height }: Pixels): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = (data[at * 4]! * 77 + data[at * 4 + 1]! * 151 + data[at * 4 + 2]! * 28) >> 8;
  return grey;
}

/** The brightness half of the points have at most. */
function middle(grey: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const each of grey) counts[each]! += 1;
  let seen = 0;
  return counts.findIndex((count) => (seen += count) * 2 >= grey.length);
}

/** How much of a step along a line happens from one point to the next, at the strongest steps; 0 where there are none. */
function sharpness(grey: Uint8Array, { width, height }: Pixels): number {
  const steps: [number, number][] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = REACH; x < width - REACH; x += 1) {
      const at = y * width + x;
      const wide = Math.abs(grey[at + REACH]! - grey[at - REACH]!);
      if (wide >= EDGE) steps.push([wide, Math.max(Math.abs(grey[at + 1]! - grey[at]!), Math.abs(grey[at]! - grey[at - 1]!))]);
    }
  if (!steps.length) return 0;
  steps.sort((one, other) => other[0] - one[0]);
  const strongest = steps.slice(0, Math.ceil(steps.length / 5));
  return strongest.reduce((total, [wide, near]) => total + near / wide, 0) / strongest.length;
}

/** Whether along some edge of the picture there is as much going on as in writing. */
function runsOver(grey: Uint8Array, { width, height }: Pixels): boolean {
  const row = (y: number): number[] => Array.from({ length: width }, (_, x) => grey[y * width + x]!);
  const column = (x: number): number[] => Array.from({ length: height }, (_, y) => grey[y * width + x]!);
  return [row(1), row(height - 2), column(1), column(width - 2)].some((line) => busy(line) > RUNS_OVER);
}

function busy(line: number[]): number {
  const steps = line.filter((value, at) => at >= REACH && Math.abs(value - line[at - REACH]!) >= STRONG);
  return steps.length / line.length;
}

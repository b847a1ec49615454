/** How large a picture is drawn, so that all of it can be reached however it is turned. */

export interface Size {
  width: number;
  height: number;
}

/**
 * `box`: what the turned picture takes up; `picture`: its own sides before it is turned. Unless it is wanted larger, a small one is seen
 * whole, and of a large one the whole width, no larger than it is.
 */
export function laid(natural: Size, room: Size, turn: number, zoom: number): { box: Size; picture: Size } {
  const lies = turn % 180 !== 0;
  const turned = lies ? { width: natural.height, height: natural.width } : natural;
  const wide = room.width / turned.width;
  const fits = Math.max(Math.min(wide, room.height / turned.height), Math.min(wide, 1)) * zoom;
  const box = { width: turned.width * fits, height: turned.height * fits };
  return { box, picture: lies ? { width: box.height, height: box.width } : box };
}

/** The largest part in the middle of a picture that has the proportions wanted. */
export function middleOf(seen: Size, wanted: Size): { x: number; y: number; wide: number; high: number } {
  const scale = Math.min(seen.width / wanted.width, seen.height / wanted.height);
  const [wide, high] = [wanted.width * scale, wanted.height * scale];
  return { x: (seen.width - wide) / 2, y: (seen.height - high) / 2, wide, high };
}

/** What is to be done to a picture before it is of the size wanted; 0 for a width: any size will do. One that is too small would only get blurred. */
export function fitOf(seen: Size, wanted: Size): "as it is" | "cut" | "too small" {
  if (!wanted.width || (seen.width === wanted.width && seen.height === wanted.height)) return "as it is";
  return seen.width < wanted.width || seen.height < wanted.height ? "too small" : "cut";
}

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

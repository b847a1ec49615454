/** A list handed to a page in portions: WeChat carries each `setData` from one thread to another, and a large one is felt. */

/** Bytes of one call; whatever else stands beside a list fits in the rest of 10 KiB. */
const MOST = 8 * 1024;

interface Showing {
  setData(data: Record<string, unknown>): void;
}

/** Shows `lines` as the list `name` of a page, after the `kept` first lines that stand there already. */
export function showLines(page: Showing, name: string, lines: unknown[], kept = 0): void {
  const first = kept ? 0 : fitting(lines, 0);
  if (!kept) page.setData({ [name]: lines.slice(0, first) });
  for (let from = first; from < lines.length; ) {
    const until = fitting(lines, from);
    page.setData(Object.fromEntries(lines.slice(from, until).map((line, at) => [`${name}[${kept + from + at}]`, line])));
    from = until;
  }
}

/** The place before which one portion ends; at least one line goes. */
function fitting(lines: unknown[], from: number): number {
  let bytes = 0;
  for (let place = from; place < lines.length; place += 1) {
    bytes += bytesOf(lines[place]);
    if (bytes > MOST && place > from) return place;
  }
  return lines.length;
}

/** As it is carried: JSON, in UTF-8. A place in a list has a name of some bytes. */
function bytesOf(line: unknown): number {
  const text = JSON.stringify(line);
  return text.replace(/[^\u0000-\u007f]/g, "...").length + 24;
}

/** A page that is a list: shown when the page is, refreshed by pulling down, read on by a button. */

import { attempt, load, loading, type Loading } from "./loading";
import { showLines } from "./portions";

interface Found<Row> {
  items: Row[];
  next?: string | null;
}

interface ListPage<Line> {
  data: Loading & { rows: Line[]; next: string | null };
  setData(data: Record<string, unknown>): void;
  open(): Promise<void>;
  beside?(): Promise<() => boolean>;
}

/** What such a page starts with. */
export function listData<Line>() {
  return { ...loading(), rows: [] as Line[], next: null as string | null };
}

/**
 * Its behaviour. `ask`: one page of the list, from a cursor on; `line`: what is shown of a row, at its place. A page may have `beside()`, which
 * reads what stands beside the list; what that gives back shows it, and says whether there is anything.
 */
export function listing<Row, Line>(ask: (cursor: string | null) => Promise<Found<Row>>, line: (row: Row, place: number) => Line) {
  return {
    onShow(this: ListPage<Line>) {
      void this.open();
    },
    onPullDownRefresh(this: ListPage<Line>) {
      void this.open().then(() => wx.stopPullDownRefresh());
    },
    open(this: ListPage<Line>) {
      return load(this, async () => {
        const [{ items, next }, beside] = await Promise.all([ask(null), this.beside?.()]);
        return () => {
          showLines(this, "rows", items.map((each, at) => line(each, at)));
          this.setData({ next: next ?? null });
          const more = beside?.() ?? false;
          return items.length || more ? "ready" : "empty";
        };
      });
    },
    more(this: ListPage<Line>) {
      return attempt(async () => {
        const { rows, next: cursor } = this.data;
        const { items, next } = await ask(cursor);
        if (this.data.next !== cursor || this.data.rows[0] !== rows[0]) return; // read on already, or read anew
        const from = this.data.rows.length;
        showLines(this, "rows", items.map((each, at) => line(each, from + at)), from);
        this.setData({ next: next ?? null });
      });
    },
  };
}

/** Who else looked at my data: when, of which office, what and what for. */

import { sayMoment } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { attempt, loading, load } from "../../../services/loading";
import { api, type Reply } from "../../../services/request";

type Read = Reply<"get", "/api/v1/me/access-log">["items"][number];

interface Line {
  /** Its place in the list: two looks may have been at one moment. */
  place: number;
  who: string;
  what: string;
  when: string;
}

const line = ({ reader, role, department, subject, purpose, at }: Read, place: number): Line => ({
  place,
  who: [department, role, reader].filter(Boolean).join(" · "),
  what: purpose ? `看了${subject}，为了${purpose}` : `看了${subject}`,
  when: sayMoment(at, now()),
});

Page({
  data: { ...loading(), reads: [] as Line[], next: null as string | null },

  onLoad() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const { items, next } = await api.get("/api/v1/me/access-log", { query: { limit: 20 } });
      this.setData({ reads: items.map(line), next: next ?? null });
      return items.length ? "ready" : "empty";
    });
  },
  more() {
    return attempt(async () => {
      const { items, next } = await api.get("/api/v1/me/access-log", { query: { limit: 20, before: this.data.next } });
      const from = this.data.reads.length;
      this.setData({ ...Object.fromEntries(items.map((each, index) => [`reads[${from + index}]`, line(each, from + index)])), next: next ?? null });
    });
  },
});

/** One's certificates, the newest first. */

import { sayDay } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { attempt, loading, load } from "../../../services/loading";
import { api, type Reply } from "../../../services/request";
import { titleOf } from "../../../services/title";

type Certificate = Reply<"get", "/api/v1/certificates">["items"][number];

interface Line {
  id: string;
  title: string;
  note: string;
  state: string;
  tone: string;
}

const line = (each: Certificate): Line => ({
  id: each.id,
  title: each.title,
  note: `${sayDay(each.issued_at, now())}开 · ${each.valid_until ? `到 ${sayDay(each.valid_until, now())}` : "长期有效"}`,
  state: each.state_label,
  tone: each.state === "valid" ? "done" : "refused",
});

Page({
  data: { ...loading(), certificates: [] as Line[], next: null as string | null },

  onShow() {
    titleOf("证明");
    void this.open();
  },
  open() {
    return load(this, async () => {
      const { items, next } = await api.get("/api/v1/certificates");
      this.setData({ certificates: items.map(line), next: next ?? null });
      return items.length ? "ready" : "empty";
    });
  },
  more() {
    return attempt(async () => {
      const { items, next } = await api.get("/api/v1/certificates", { query: { cursor: this.data.next } });
      const from = this.data.certificates.length;
      this.setData({ ...Object.fromEntries(items.map((each, at) => [`certificates[${from + at}]`, line(each)])), next: next ?? null });
    });
  },
  see({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/certificates/certificate/certificate?id=${currentTarget.dataset["id"] as string}` });
  },
  begin() {
    void wx.navigateTo({ url: "/packages/guide/search/search" });
  },
});

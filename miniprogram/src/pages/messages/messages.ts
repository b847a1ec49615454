/** Messages: what happened, newest first. What has been looked at is told to be read. */

import { sayMoment } from "../../domain/dates";
import { now } from "../../services/clock";
import { attempt, loading, load } from "../../services/loading";
import { api, type Reply } from "../../services/request";

type Notice = Reply<"get", "/api/v1/notices">["items"][number];

interface Line {
  id: string;
  title: string;
  body: string;
  when: string;
  unread: boolean;
  link: string;
}

const line = ({ id, title, body, at, read_at, link }: Notice): Line => ({ id, title, body, link: link ?? "", when: sayMoment(at, now()), unread: !read_at });

Page({
  data: { ...loading(), notices: [] as Line[], next: null as string | null },

  onShow() {
    void this.open();
  },
  onPullDownRefresh() {
    void this.open().then(() => wx.stopPullDownRefresh());
  },
  open() {
    return load(this, async () => {
      const { items, next } = await api.get("/api/v1/notices");
      this.setData({ notices: items.map(line), next: next ?? null });
      return items.length ? "ready" : "empty";
    });
  },
  async read({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const index = currentTarget.dataset["index"] as number;
    const notice = this.data.notices[index];
    if (notice?.link.startsWith("packages/")) void wx.navigateTo({ url: `/${notice.link}` });
    if (!notice?.unread) return;
    await attempt(async () => {
      await api.post("/api/v1/notices/{id}/read", { path: { id: notice.id } });
      this.setData({ [`notices[${index}].unread`]: false });
    });
  },
  more() {
    return attempt(async () => {
      const { items, next } = await api.get("/api/v1/notices", { query: { cursor: this.data.next } });
      const from = this.data.notices.length;
      this.setData({ ...Object.fromEntries(items.map((each, at) => [`notices[${from + at}]`, line(each)])), next: next ?? null });
    });
  },
});

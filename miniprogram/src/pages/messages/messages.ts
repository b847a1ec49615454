/** Messages: what happened, newest first. What has been looked at is told to be read. */

import { sayMoment } from "../../domain/dates";
import { actForSelf } from "../../services/acting";
import { now } from "../../services/clock";
import { listData, listing } from "../../services/listing";
import { attempt } from "../../services/loading";
import { api, type Reply } from "../../services/request";
import { countUnread } from "../../services/unread";

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

const TABS = ["pages/home/home", "pages/cases/cases", "pages/me/me"];

/** Messages are one's own: what they lead to is looked at as oneself. */
function lead(link: string): void {
  actForSelf();
  if (link.startsWith("packages/")) void wx.navigateTo({ url: `/${link}` });
  else if (TABS.includes(link)) void wx.switchTab({ url: `/${link}` });
}

Page({
  data: listData<Line>(),
  ...listing((cursor) => api.get("/api/v1/notices", { query: { cursor } }), line),

  async read({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const index = currentTarget.dataset["index"] as number;
    const notice = this.data.rows[index];
    if (notice?.link) lead(notice.link);
    if (!notice?.unread) return;
    await attempt(async () => {
      await api.post("/api/v1/notices/{id}/read", { path: { id: notice.id } });
      this.setData({ [`rows[${index}].unread`]: false });
      await countUnread();
    });
  },
});

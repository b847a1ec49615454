/** Messages: what happened, newest first. What has been looked at is told to be read. */

import { sayMoment } from "../../domain/dates";
import { grantCard } from "../../domain/family";
import { actForSelf } from "../../services/acting";
import { now } from "../../services/clock";
import { begin } from "../../services/grants";
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
  /** Under which it is opened; empty for what is one's own. */
  grant: string;
}

const line = ({ id, title, body, at, read_at, link, grant }: Notice): Line => ({
  id,
  title,
  body,
  link: link ?? "",
  grant: grant ?? "",
  when: sayMoment(at, now()),
  unread: !read_at,
});

const TABS = ["pages/home/home", "pages/cases/cases", "pages/me/me"];

/**
 * What a message leads to: one's own as oneself, what was done for somebody else under their grant while it holds; of one that is over
 * its own page says what became of it.
 */
async function lead(link: string, grant: string): Promise<void> {
  actForSelf();
  if (grant) {
    const card = grantCard(await api.get("/api/v1/grants/{id}", { path: { id: grant } }), now());
    if (!card.usable) return void wx.navigateTo({ url: `/packages/family/grant/grant?id=${grant}` });
    begin(card);
  }
  if (link.startsWith("packages/")) void wx.navigateTo({ url: `/${link}` });
  else if (TABS.includes(link)) void wx.switchTab({ url: `/${link}` });
}

Page({
  data: listData<Line>(),
  ...listing((cursor) => api.get("/api/v1/notices", { query: { cursor } }), line),

  async read({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const index = currentTarget.dataset["index"] as number;
    const notice = this.data.rows[index];
    if (notice?.link) await attempt(() => lead(notice.link, notice.grant));
    if (!notice?.unread) return;
    await attempt(async () => {
      await api.post("/api/v1/notices/{id}/read", { path: { id: notice.id } });
      this.setData({ [`rows[${index}].unread`]: false });
      await countUnread();
    });
  },
});

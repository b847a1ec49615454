/** One's certificates, the newest first. */

import { sayDay } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { listData, listing } from "../../../services/listing";
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
  note: `${sayDay(each.issued_at, now())}开的，${each.valid_until ? `${sayDay(each.valid_until, now())}前有效` : "长期有效"}`,
  state: each.state_label,
  tone: each.state === "valid" ? "done" : "refused",
});

Page({
  data: listData<Line>(),
  ...listing((cursor) => api.get("/api/v1/certificates", { query: { cursor } }), line),

  onShow() {
    titleOf("证明");
    void this.open();
  },
  see({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/certificates/certificate/certificate?id=${currentTarget.dataset["id"] as string}` });
  },
  begin() {
    void wx.navigateTo({ url: "/packages/guide/search/search" });
  },
});

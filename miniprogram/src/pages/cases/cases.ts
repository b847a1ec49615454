/** My cases: what happens now, and whose turn it is; and what others ask of me. */

import { type AskedLine, askedLine, type CaseLine, caseLine } from "../../domain/cases";
import { acting, whose } from "../../services/acting";
import { now } from "../../services/clock";
import { listData, listing } from "../../services/listing";
import { asProblem } from "../../services/problem";
import { api, type Reply } from "../../services/request";
import { titleOf } from "../../services/title";

type Asked = Reply<"get", "/api/v1/obligations">;

/** What others ask. Confirming and signing is done in person, so under most grants there is nothing to see. */
async function askedOf(): Promise<Asked["items"]> {
  try {
    return (await api.get("/api/v1/obligations", { query: { open: true } })).items;
  } catch (failure) {
    if (acting() && asProblem(failure).status === 403) return [];
    throw failure;
  }
}

Page({
  data: { ...listData<CaseLine>(), asked: [] as AskedLine[] },
  ...listing(
    (cursor) => api.get("/api/v1/cases", { query: { cursor } }),
    (each) => caseLine(each, whose(), now()),
  ),

  onShow() {
    titleOf("办件");
    void this.open();
  },
  async beside() {
    const asked = (await askedOf()).filter((each) => !each.case).map((each) => askedLine(each, now()));
    return () => {
      this.setData({ asked });
      return asked.length > 0;
    };
  },
  show({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/case/case/case?id=${currentTarget.dataset["id"]}` });
  },
  answer({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/case/asked/asked?id=${currentTarget.dataset["id"]}` });
  },
  begin() {
    void wx.switchTab({ url: "/pages/home/home" });
  },
});

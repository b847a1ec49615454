/** All that waits for me, the most pressing first; home shows the first few. */

import type { Waiting } from "../../../domain/waiting";
import { load, loading } from "../../../services/loading";
import { showLines } from "../../../services/portions";
import { api } from "../../../services/request";
import { waiting } from "../../../services/waiting";

Page({
  data: { ...loading(), waits: [] as Waiting[] },

  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const found = await waiting(api.get("/api/v1/cases"), api.get("/api/v1/appointments"));
      showLines(this, "waits", found);
      return found.length ? "ready" : "empty";
    });
  },
  go({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: currentTarget.dataset["url"] as string });
  },
  cases() {
    void wx.switchTab({ url: "/pages/cases/cases" });
  },
});

/** Erasing the account: what goes, what the law keeps, and two steps before it happens. */

import { confirmed } from "../../../services/asking";
import { asProblem } from "../../../services/problem";
import { api, forgetAnswers } from "../../../services/request";
import { forget } from "../../../services/session";

interface Erased {
  erased: string[];
  kept: string[];
  detail: string;
}

Page({
  data: { sure: false, working: false, told: "", done: null as Erased | null },

  agree() {
    this.setData({ sure: !this.data.sure });
  },
  async erase() {
    if (!this.data.sure || this.data.working) return;
    const yes = await confirmed({ title: "真的要注销吗", content: "注销以后不能恢复。", yes: "注销", no: "不注销" });
    if (!yes) return;
    this.setData({ working: true, told: "" });
    try {
      const done = await api.delete("/api/v1/me");
      forget();
      forgetAnswers();
      this.setData({ done });
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
    } finally {
      this.setData({ working: false });
    }
  },
  home() {
    void wx.reLaunch({ url: "/pages/home/home" });
  },
});

/** Level 2: the living person says in the national network identity app that it is them. A face is never required here. */

import { NETWORK_IDENTITY } from "../../../services/config";
import { asProblem } from "../../../services/problem";
import { api } from "../../../services/request";

Page({
  data: { purpose: "", started: false, working: false, told: "" },
  token: "",

  onLoad({ purpose = "" }: Record<string, string>) {
    this.setData({ purpose: decodeURIComponent(purpose) || "在手机上办事" });
  },
  /** Back from the other app: asks whether they said yes. */
  onShow() {
    if (this.data.started) void this.confirm();
  },

  async start() {
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      const { token } = await api.post("/api/v1/me/identity/verifications", { body: { purpose: this.data.purpose.slice(0, 50) } });
      this.token = token;
      await wx.navigateToMiniProgram({ appId: NETWORK_IDENTITY, extraData: { token } });
      this.setData({ started: true });
    } catch (failure) {
      this.setData({ told: cancelled(failure) ? "您没有打开国家网络身份认证。" : asProblem(failure).message });
    } finally {
      this.setData({ working: false });
    }
  },
  async confirm() {
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      await api.post("/api/v1/me/identity/proofs", { body: { method: "network_identity", token: this.token } });
      await wx.navigateBack();
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
    } finally {
      this.setData({ working: false });
    }
  },
});

function cancelled(failure: unknown): boolean {
  return String((failure as { errMsg?: string }).errMsg).includes("cancel");
}

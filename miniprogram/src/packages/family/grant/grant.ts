/** One grant: answered, carried to the other side as a code, acted under, looked over, ended. `scene`: the token a code carries. */

import { doneLines, type GrantPage, grantPage } from "../../../domain/family";
import { confirmed } from "../../../services/asking";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { server } from "../../../services/config";
import { download } from "../../../services/files";
import { forwarded } from "../../../services/forwarding";
import { begin, end, lead } from "../../../services/grants";
import { attempt, loading, load } from "../../../services/loading";
import { type Act, api, newAct } from "../../../services/request";

const SHOWN = 30;

Page({
  data: { ...loading(), grant: null as GrantPage | null, done: [] as string[], picture: "", working: false },
  id: "",
  scene: "",
  act: newAct() as Act,

  onLoad({ id = "", scene = "" }: Record<string, string>) {
    Object.assign(this, { id, scene: decodeURIComponent(scene), act: newAct() });
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const found = await (this.scene ? api.get("/api/v1/grant-invitations/{id}", { path: { id: this.scene } }) : api.get("/api/v1/grants/{id}", { path: { id: this.id } }));
      this.id = found.id;
      const grant = grantPage(found, now());
      const acts = grant.answers ? { items: [] } : await api.get("/api/v1/grants/{id}/acts", { path: { id: found.id } });
      this.setData({ grant, done: doneLines(acts.items.slice(0, SHOWN), grant, now()) });
    });
  },

  async accept() {
    if (!(await this.answer("/api/v1/grants/{id}/accept"))) return;
    this.scene = "";
    await this.open();
  },
  async decline() {
    const yes = await confirmed({ title: "不同意？", content: "对方会收到您没有同意的消息。", yes: "不同意", no: "再想想" });
    if (yes && (await this.answer("/api/v1/grants/{id}/decline"))) this.leave();
  },
  /** What was declined is the other's alone from then on. */
  leave() {
    void wx.showToast({ title: "已告诉对方您没有同意", icon: "none" });
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.reLaunch({ url: "/pages/home/home" });
  },
  /** Whether the answer was taken. */
  async answer(path: "/api/v1/grants/{id}/accept" | "/api/v1/grants/{id}/decline"): Promise<boolean> {
    if (this.data.working) return false;
    this.setData({ working: true });
    try {
      await api.post(path, { path: { id: this.id }, body: this.scene ? { token: this.scene } : {}, act: this.act });
      return true;
    } catch (failure) {
      await explain(failure, "确认授权");
      this.act = newAct();
      return false;
    } finally {
      this.setData({ working: false });
    }
  },
  code() {
    return attempt(async () => this.setData({ picture: await download(`${server()}/api/v1/grants/${this.id}/invitation-code`) }));
  },
  use({ currentTarget }: WechatMiniprogram.TouchEvent) {
    begin(this.data.grant!);
    lead(currentTarget.dataset as { code?: string; instant?: boolean });
  },
  async revoke() {
    if (await end(this.data.grant!, this.data.grant!.mine)) void this.open();
  },
  onShareAppMessage() {
    return forwarded(this.data.grant?.scene, "请您确认一份授权", "/packages/family/grant/grant");
  },
});

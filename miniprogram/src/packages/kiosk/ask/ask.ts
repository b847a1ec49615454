/** The code on a kiosk's screen was scanned (`scene`): says what it asks, and takes the yes. */

import { type KioskPage, kioskPage } from "../../../domain/kiosk";
import { actForSelf } from "../../../services/acting";
import { explain } from "../../../services/case-acts";
import { load, loading } from "../../../services/loading";
import { type Act, api, newAct } from "../../../services/request";

Page({
  data: { ...loading(), ask: null as KioskPage | null, working: false, done: "" },
  scene: "",
  act: newAct() as Act,

  onLoad({ scene = "" }: Record<string, string>) {
    Object.assign(this, { scene: decodeURIComponent(scene), act: newAct() });
  },
  onShow() {
    if (!this.data.done) void this.open();
  },
  open() {
    return load(this, async () => {
      this.setData({ ask: kioskPage(await api.get("/api/v1/kiosk-asks/{id}", { path: { id: this.scene } })) });
    });
  },
  async agree() {
    if (this.data.working) return;
    this.setData({ working: true });
    try {
      const agreed = await api.post("/api/v1/kiosk-asks/{id}/agree", { path: { id: this.scene }, act: this.act });
      this.setData({ done: agreed.detail });
      if (!agreed.case) return;
      actForSelf(); // it is the person's own
      void wx.redirectTo({ url: `/packages/apply/form/form?id=${agreed.case}` });
    } catch (failure) {
      await explain(failure, "在自助终端上办事");
      this.act = newAct();
    } finally {
      this.setData({ working: false });
    }
  },
});

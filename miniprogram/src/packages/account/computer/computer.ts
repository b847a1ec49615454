/** At a computer: eight digits to be typed into its browser, and the browsers one is in, each ended here. */

import { sayMoment } from "../../../domain/dates";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { server } from "../../../services/config";
import { load, loading } from "../../../services/loading";
import { me } from "../../../services/me";
import { api } from "../../../services/request";

interface Line {
  id: string;
  device: string;
  since: string;
}

const WHAT = "在电脑上办";

Page({
  data: { ...loading(), address: "", unproven: false, code: "", until: "", browsers: [] as Line[], working: false },
  over: 0,

  onShow() {
    void this.open();
  },
  onUnload() {
    clearTimeout(this.over);
  },
  open() {
    return load(this, async () => {
      const [{ level }, { items }] = await Promise.all([me(), api.get("/api/v1/me/sessions")]);
      const browsers = items.filter((each) => each.web).map(({ id, device, created_at }) => ({ id, device, since: `${sayMoment(created_at, now())}起` }));
      this.setData({ address: `${server().replace(/^https?:\/\//, "")}/console/asked`, unproven: level < 2, browsers });
    });
  },
  /** What opens there is others' answers: only to the living person. */
  prove() {
    void wx.navigateTo({ url: `/packages/identity/prove/prove?purpose=${encodeURIComponent(WHAT)}` });
  },
  take() {
    return this.run(async () => {
      const { code, expires_in } = await api.post("/api/v1/web/codes");
      clearTimeout(this.over);
      this.over = setTimeout(() => this.setData({ code: "" }), expires_in * 1000);
      this.setData({ code: `${code.slice(0, 4)} ${code.slice(4)}`, until: `${Math.round(expires_in / 60)} 分钟内填，只能用一次` });
    });
  },
  end({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset["id"]);
    return this.run(async () => {
      await api.delete("/api/v1/me/sessions/{id}", { path: { id } });
      await this.open();
    });
  },
  async run(work: () => Promise<void>) {
    if (this.data.working) return;
    this.setData({ working: true });
    try {
      await work();
    } catch (failure) {
      await explain(failure, WHAT);
    } finally {
      this.setData({ working: false });
    }
  },
});

/** A licence on the screen for whoever stands before me: a code that is checked for some minutes, as bright as the screen can. */

import { shownPage, type ShownPage } from "../../../domain/licences";
import { brighten, dim } from "../../../services/brightness";
import { now } from "../../../services/clock";
import { load, loading } from "../../../services/loading";
import { me } from "../../../services/me";
import { qrPicture } from "../../../services/qr";
import { type Act, api, newAct } from "../../../services/request";

Page({
  data: { ...loading(), unproven: false, shown: null as ShownPage | null, picture: "", large: true, over: false },
  id: "",
  act: newAct() as Act,
  timer: 0 as unknown as ReturnType<typeof setTimeout>,

  onLoad({ id = "" }: Record<string, string>) {
    this.id = decodeURIComponent(id);
    this.act = newAct();
  },
  /** A code that still holds is shown again; the clock of a phone in a pocket may have stood still, so one that is over is not. */
  onShow() {
    if (!this.data.picture) void this.open();
    else void brighten();
  },
  onHide() {
    dim();
  },
  onUnload() {
    dim();
    clearTimeout(this.timer);
  },
  open() {
    return load(this, async () => {
      if ((await me()).level < 2) return this.setData({ unproven: true });
      const made = await api.post("/api/v1/licences/showings", { body: { identifier: this.id }, act: this.act });
      this.setData({ unproven: false, shown: shownPage(made, now()), picture: qrPicture(made.url), large: true, over: false });
      this.timer = setTimeout(() => this.end(), made.seconds * 1000);
      await brighten();
    });
  },
  end() {
    this.act = newAct();
    this.setData({ over: true, picture: "" });
    dim();
  },
  enlarge() {
    this.setData({ large: true });
  },
  /** What is to be known about it stands behind the code. */
  shrink() {
    this.setData({ large: false });
  },
  again() {
    void this.open();
  },
  prove() {
    void wx.navigateTo({ url: `/packages/identity/prove/prove?purpose=${encodeURIComponent("出示自己的电子证照")}` });
  },
});

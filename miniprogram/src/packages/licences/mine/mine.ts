/** One's electronic licences, what others ask to use of them, and what one has let be used. */

import { authorisationLine, type LicenceCard, licenceCard, type Line } from "../../../domain/licences";
import { acting } from "../../../services/acting";
import { attempt, load, loading } from "../../../services/loading";
import { me } from "../../../services/me";
import { showLines } from "../../../services/portions";
import { api } from "../../../services/request";

Page({
  data: { ...loading(), unproven: false, own: true, licences: [] as LicenceCard[], incomplete: "", uses: [] as Line[], next: null as string | null },

  onShow() {
    void this.open();
  },
  /** Licences are shown to the living person only; what others ask is told to whoever is known by name. */
  open() {
    return load(this, async () => {
      const unproven = !acting() && (await me()).level < 2;
      const [uses, found] = await Promise.all([api.get("/api/v1/licences/authorisations"), unproven ? null : api.get("/api/v1/licences")]);
      return () => {
        this.setData({
          unproven,
          own: !acting(),
          next: uses.next ?? null,
          licences: (found?.items ?? []).map(licenceCard),
          incomplete: found?.incomplete ?? "",
        });
        showLines(this, "uses", uses.items.map(authorisationLine));
      };
    });
  },
  more() {
    return attempt(async () => {
      const { next: cursor } = this.data;
      const { items, next } = await api.get("/api/v1/licences/authorisations", { query: { cursor } });
      if (cursor !== this.data.next) return; // read on already, or read anew
      const from = this.data.uses.length;
      showLines(this, "uses", items.map(authorisationLine), from);
      this.setData({ next: next ?? null });
    });
  },
  prove() {
    void wx.navigateTo({ url: `/packages/identity/prove/prove?purpose=${encodeURIComponent("看自己的电子证照")}` });
  },
  show({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/licences/show/show?id=${currentTarget.dataset["id"] as string}` });
  },
  copy({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, name } = currentTarget.dataset as { id: string; name: string };
    void wx.navigateTo({ url: `/packages/licences/copy/copy?id=${id}&name=${encodeURIComponent(name)}` });
  },
  see({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/licences/authorisation/authorisation?id=${currentTarget.dataset["id"] as string}` });
  },
});

/** Me: who I am here, how things are shown, and what is kept about me. */

import { actForSelf } from "../../services/acting";
import { loading, load } from "../../services/loading";
import { me } from "../../services/me";
import { preferences, setElder, watchPreferences } from "../../services/preferences";

interface Shown {
  name: string;
  document: string;
  phone: string;
  known: boolean;
}

Page({
  data: { ...loading(), person: { name: "", document: "", phone: "", known: false } as Shown, elder: false },
  leave: () => undefined as unknown,

  onLoad() {
    this.leave = watchPreferences(({ elder }) => this.setData({ elder }));
    this.setData({ elder: preferences().elder });
  },
  onShow() {
    void this.open();
  },
  onUnload() {
    this.leave();
  },
  open() {
    return load(this, async () => {
      const { level, name, document_title, id_number, phone } = await me();
      this.setData({ person: { name, document: [document_title, id_number].filter(Boolean).join(" "), phone: phone ?? "", known: level > 0 } });
    });
  },

  bind() {
    void wx.navigateTo({ url: "/packages/identity/bind/bind" });
  },
  elderChanged({ detail }: WechatMiniprogram.SwitchChange) {
    setElder(detail.value);
  },
  /** What is called mine here is mine, whomever one acted for until now. */
  mine({ currentTarget }: WechatMiniprogram.TouchEvent) {
    actForSelf();
    void wx.navigateTo({ url: `/packages/${currentTarget.dataset["page"]}` });
  },
  check() {
    void wx.navigateTo({ url: "/packages/certificates/check/check" });
  },
  family() {
    void wx.navigateTo({ url: "/packages/family/family/family" });
  },
  readers() {
    void wx.navigateTo({ url: "/packages/account/readers/readers" });
  },
  copy() {
    void wx.navigateTo({ url: "/packages/account/data/data" });
  },
  privacy() {
    void wx.navigateTo({ url: "/packages/account/privacy/privacy" });
  },
  erase() {
    void wx.navigateTo({ url: "/packages/account/erase/erase" });
  },
});

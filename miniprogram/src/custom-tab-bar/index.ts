/** The tab bar: our own, so that it grows with elder mode. */

import { preferences, watchPreferences } from "../services/preferences";

const TABS = [
  { path: "pages/home/home", text: "首页", icon: "home" },
  { path: "pages/cases/cases", text: "办件", icon: "cases" },
  { path: "pages/messages/messages", text: "消息", icon: "messages" },
  { path: "pages/me/me", text: "我的", icon: "me" },
];
const leaving = new WeakMap<object, () => void>();

Component({
  data: { tabs: TABS, selected: "", elder: false, scale: 1 },
  lifetimes: {
    attached() {
      this.setData({ ...preferences(), selected: getCurrentPages().pop()?.route ?? "" });
      leaving.set(
        this,
        watchPreferences((now) => this.setData(now)),
      );
    },
    detached() {
      leaving.get(this)?.();
    },
  },
  methods: {
    go({ currentTarget }: WechatMiniprogram.TouchEvent) {
      void wx.switchTab({ url: `/${currentTarget.dataset["path"] as string}` });
    },
  },
});

/** The tab bar: our own, so that it grows with elder mode. On 消息 stands how many are unread. */

import { preferences, watchPreferences } from "../services/preferences";
import { unread, watchUnread } from "../services/unread";

const TABS = [
  { path: "pages/home/home", text: "首页", icon: "home" },
  { path: "pages/cases/cases", text: "办件", icon: "cases" },
  { path: "pages/messages/messages", text: "消息", icon: "messages", counts: true },
  { path: "pages/me/me", text: "我的", icon: "me" },
];
const leaving = new WeakMap<object, (() => void)[]>();

Component({
  data: { tabs: TABS, selected: "", elder: false, scale: 1, unread: "" },
  lifetimes: {
    attached() {
      this.setData({ ...preferences(), unread: unread(), selected: getCurrentPages().pop()?.route ?? "" });
      leaving.set(this, [watchPreferences((now) => this.setData(now)), watchUnread((words) => this.setData({ unread: words }))]);
    },
    detached() {
      for (const leave of leaving.get(this) ?? []) leave();
    },
  },
  methods: {
    go({ currentTarget }: WechatMiniprogram.TouchEvent) {
      void wx.switchTab({ url: `/${currentTarget.dataset["path"] as string}` });
    },
  },
});

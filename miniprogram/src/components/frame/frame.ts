/**
 * The frame of every page: the sizes of the mode somebody chose, for whom one acts, whether there is a network, how loading goes, and a
 * person to call.
 *
 * `phase` and `failure` are what `services/loading` keeps in the page's data; `retry` is sent when somebody wants to try again.
 */

import { type Acting, acting, actForSelf, watchActing } from "../../services/acting";
import { HOTLINE } from "../../services/config";
import { loading, type Phase } from "../../services/loading";
import { isOnline, onNetwork } from "../../services/network";
import { preferences, watchPreferences } from "../../services/preferences";
import { guideKept } from "../../services/request";
import { callPerson } from "../../services/telephone";
import { countUnread } from "../../services/unread";

const leaving = new WeakMap<object, (() => void)[]>();

Component({
  options: { multipleSlots: false },
  properties: {
    phase: { type: String, value: "ready" as Phase },
    failure: { type: Object, value: loading().failure },
    /** Whether the tab bar lies over the bottom of the page. */
    tab: Boolean,
    /** Whether a bar with the page's button lies over its bottom. */
    bar: Boolean,
    /** What the bar tells right above itself; empty where it tells nothing. */
    told: String,
    /** Whether the page is about the person who holds the phone, whomever they act for. */
    own: Boolean,
    /** Whether somebody may get stuck here: a person to call, small. In elder mode every page has one. */
    stuck: Boolean,
    /** What of this page works without a network, too; empty where nothing does. */
    still: String,
  },
  data: { acting: null as Acting | null, elder: false, scale: 1, online: true, guides: false, hotline: HOTLINE },
  lifetimes: {
    attached() {
      this.setData({ ...preferences(), online: isOnline(), guides: guideKept(), acting: acting() });
      leaving.set(this, [watchActing((now) => this.setData({ acting: now })), watchPreferences((now) => this.setData(now)), onNetwork((online) => this.network(online))]);
    },
    detached() {
      for (const leave of leaving.get(this) ?? []) leave();
    },
  },
  pageLifetimes: {
    /** The mark on the tab bar is as true as the page above it. */
    show() {
      if (this.data.tab) void countUnread();
    },
  },
  methods: {
    /** What could not be opened for want of a network opens by itself once there is one. */
    network(online: boolean) {
      this.setData({ online, guides: guideKept() });
      if (online && this.data.phase === "failed" && this.data.failure.offline) this.retry();
    },
    retry() {
      this.triggerEvent("retry");
    },
    call() {
      void callPerson(HOTLINE);
    },
    /** Whatever is open was opened for the other one: it goes. */
    stop() {
      actForSelf();
      void wx.reLaunch({ url: "/pages/home/home" });
    },
    home() {
      void wx.switchTab({ url: "/pages/home/home" });
    },
    identify() {
      void wx.navigateTo({ url: "/packages/identity/bind/bind" });
    },
  },
});

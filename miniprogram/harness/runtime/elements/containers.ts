/** Components that hold others: view, text, scroll-view, swiper, form, label, navigator. */

import * as router from "../router";
import { define, flag, onTap } from "./define";
import { controlOf, controlsIn, registerOwner } from "./fields";

define("view");
define("text", { properties: { selectable: Boolean, userSelect: Boolean, decode: Boolean, space: String } });
define("cover-view");
define("root-portal", { properties: { enable: Boolean } });
define("swiper-item", { properties: { itemId: String } });

define("scroll-view", {
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: null,
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    enhanced: Boolean,
    showScrollbar: Boolean,
    enableFlex: Boolean,
    lowerThreshold: { type: Number, value: 50 },
  },
  create(self) {
    const host = self.$$;
    host.addEventListener("scroll", () => {
      self.triggerEvent("scroll", { scrollTop: host.scrollTop, scrollLeft: host.scrollLeft, scrollHeight: host.scrollHeight });
      const left = host.scrollHeight - host.scrollTop - host.clientHeight;
      if (left <= self.data.lowerThreshold) self.triggerEvent("scrolltolower", { direction: "bottom" });
    });
    return {
      update() {
        flag(host, "scroll-x", self.data.scrollX);
        flag(host, "scroll-y", self.data.scrollY);
        if (self.data.scrollY || self.data.scrollX) host.tabIndex = 0;
        if (typeof self.data.scrollTop === "number") host.scrollTop = self.data.scrollTop;
      },
    };
  },
});

define("swiper", {
  properties: { indicatorDots: Boolean, autoplay: Boolean, current: Number, circular: Boolean, vertical: Boolean, duration: Number, interval: Number },
  create(self) {
    const host = self.$$;
    let shown = 0;
    host.addEventListener("scroll", () => {
      const current = Math.round(host.scrollLeft / Math.max(1, host.clientWidth));
      if (current === shown) return;
      shown = current;
      self.triggerEvent("change", { current, source: "touch" });
    });
    return { update: () => host.scrollTo({ left: self.data.current * host.clientWidth }) };
  },
});

define("form", {
  properties: { reportSubmit: Boolean },
  create(self) {
    registerOwner(self.$$, { fire: (name, detail) => self.triggerEvent(name, detail) });
    return {};
  },
});

define("label", {
  properties: { for: String },
  create(self) {
    self.$$.addEventListener("click", (event) => {
      if (!(event.target as Element).closest("input, textarea, wx-button")) target()?.activate?.();
    });
    const target = () => {
      const named = self.data.for && document.querySelector(`[id$="${CSS.escape(self.data.for)}"]`);
      return named ? controlOf(named) : controlsIn(self.$$).find((each) => each.activate);
    };
    return {};
  },
});

define("navigator", {
  properties: { url: String, openType: { type: String, value: "navigate" }, delta: { type: Number, value: 1 }, target: String },
  create(self) {
    const ways: Record<string, () => void> = {
      navigate: () => router.navigateTo(self.data.url),
      redirect: () => router.redirectTo(self.data.url),
      switchTab: () => router.switchTab(self.data.url),
      reLaunch: () => router.reLaunch(self.data.url),
      navigateBack: () => router.navigateBack(self.data.delta),
    };
    onTap(self, () => false, () => {
      const go = ways[self.data.openType];
      if (!go) throw new Error(`navigator: open-type "${self.data.openType}" is not known to the harness`);
      go();
    });
    self.$$.setAttribute("role", "link");
    self.$$.tabIndex = 0;
    return {};
  },
});

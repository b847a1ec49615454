/** image, canvas, icon, progress, rich-text. */

import { control, make } from "../dom";
import { fileUrl } from "../wx/files";
import { define } from "./define";

const FITS: Record<string, string> = { scaleToFill: "fill", aspectFit: "contain", aspectFill: "cover", widthFix: "contain", heightFix: "contain" };
/** What rich-text may hold; anything else is an error, as WeChat would leave it out. */
const RICH = new Set("p div span b strong i em br ul ol li h1 h2 h3 h4 table tr td th tbody thead img".split(" "));

define("image", {
  properties: { src: String, mode: { type: String, value: "scaleToFill" }, lazyLoad: Boolean, webp: Boolean, showMenuByLongpress: Boolean, alt: String },
  holds: false,
  create(self) {
    const native = control("img", { alt: "" });
    self.$$.append(native);
    let shown = "";
    native.addEventListener("load", () => self.triggerEvent("load", { width: native.naturalWidth, height: native.naturalHeight }));
    native.addEventListener("error", () => self.triggerEvent("error", { errMsg: `GET ${self.data.src} failed` }));
    return {
      update() {
        if (self.data.src && shown !== self.data.src) native.src = fileUrl((shown = self.data.src));
        native.alt = String((self.data as Record<string, unknown>)["ariaLabel"] ?? "");
        native.style.objectFit = FITS[self.data.mode] ?? "fill";
        self.$$.classList.toggle("wx-width-fix", self.data.mode === "widthFix");
      },
    };
  },
});

define("canvas", {
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  holds: false,
  create(self) {
    const native = make("canvas");
    self.$$.append(native);
    return {
      update() {
        if (self.data.type && self.data.type !== "2d") throw new Error(`canvas: type "${self.data.type}" is not known to the harness`);
      },
    };
  },
});

define("icon", { properties: { type: String, size: null, color: String }, holds: false });

define("progress", {
  properties: { percent: Number, showInfo: Boolean, strokeWidth: null, activeColor: String, backgroundColor: String, active: Boolean },
  holds: false,
  create(self) {
    const bar = make("div", { className: "wx-progress-bar" });
    self.$$.append(bar);
    self.$$.setAttribute("role", "progressbar");
    return {
      update() {
        bar.style.width = `${self.data.percent}%`;
        self.$$.setAttribute("aria-valuenow", String(self.data.percent));
      },
    };
  },
});

define("rich-text", {
  properties: { nodes: null, space: String },
  holds: false,
  create: (self) => ({
    update() {
      if (typeof self.data.nodes !== "string") throw new Error("rich-text: the harness knows nodes as text only");
      const parsed = new DOMParser().parseFromString(self.data.nodes, "text/html").body;
      const strange = [...parsed.querySelectorAll("*")].find((each) => !RICH.has(each.localName));
      if (strange) throw new Error(`rich-text: <${strange.localName}> is not shown by WeChat`);
      self.$$.replaceChildren(...parsed.childNodes);
    },
  }),
});

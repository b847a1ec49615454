/** button, with the things WeChat does when one is pressed. */

import { device } from "../device";
import { top } from "../router";
import { agreed, forPrivate } from "../wx/privacy";
import { define, flag, type Instance, onTap } from "./define";
import { controlsIn, ownerOf, valuesIn } from "./fields";

const PROPERTIES = {
  type: { type: String, value: "default" },
  size: { type: String, value: "default" },
  disabled: Boolean,
  loading: Boolean,
  plain: Boolean,
  formType: String,
  openType: String,
  appParameter: String,
  lang: String,
  sessionFrom: String,
} as const;
type Button = Instance<typeof PROPERTIES>;

/** What each part of `open-type` does; several may be joined by "|". */
const OPENERS: Record<string, (self: Button) => void | Promise<void>> = {
  async getPhoneNumber(self) {
    const given = await asked("getPhoneNumber", { fail: "user deny" });
    self.triggerEvent("getphonenumber", given);
  },
  async chooseAvatar(self) {
    self.triggerEvent("chooseavatar", await asked("chooseAvatar", { fail: "cancel" }));
  },
  agreePrivacyAuthorization(self) {
    device.calls.push({ name: "agreePrivacyAuthorization", options: {} });
    agreed();
    self.triggerEvent("agreeprivacyauthorization", { errMsg: "agreePrivacyAuthorization:ok" });
  },
  share(self) {
    const page = top().instance;
    device.calls.push({ name: "share", options: page.onShareAppMessage?.({ from: "button", target: { dataset: self.dataset } }) ?? { path: page.route } });
  },
  contact: () => void device.calls.push({ name: "contact", options: {} }),
  feedback: () => void device.calls.push({ name: "feedback", options: {} }),
  openSetting: () => void device.calls.push({ name: "openSetting", options: {} }),
};

async function asked(name: string, unset: Record<string, unknown>): Promise<object> {
  try {
    return { errMsg: `${name}:ok`, ...(await forPrivate(name, () => device.ask(name, {}, unset))) };
  } catch (problem) {
    return { errMsg: `${name}:fail ${(problem as Error).message}` };
  }
}

function submit(self: Button): void {
  const form = ownerOf(self.$$, "form");
  if (!form) return;
  if (self.data.formType === "submit") form.fire("submit", { value: valuesIn(form.element) });
  if (self.data.formType === "reset") {
    for (const each of controlsIn(form.element)) each.reset?.();
    form.fire("reset", {});
  }
}

define("button", {
  properties: PROPERTIES,
  create(self: Button) {
    self.$$.setAttribute("role", "button");
    self.$$.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") self.$$.click();
    });
    onTap(self, () => self.data.disabled || self.data.loading, () => {
      submit(self);
      for (const part of self.data.openType.split("|").filter(Boolean)) {
        const opener = OPENERS[part];
        if (!opener) throw new Error(`button: open-type "${part}" is not known to the harness`);
        void opener(self);
      }
    });
    return {
      update() {
        self.$$.setAttribute("type", self.data.type);
        self.$$.setAttribute("size", self.data.size);
        flag(self.$$, "disabled", self.data.disabled);
        flag(self.$$, "loading", self.data.loading);
        self.$$.setAttribute("aria-disabled", String(self.data.disabled));
        self.$$.tabIndex = self.data.disabled ? -1 : 0;
      },
    };
  },
});

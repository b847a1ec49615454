/** Asks for the privacy agreement when WeChat or a page says that something personal comes next; never before. */

import { answerPrivacy, onPrivacyAsked, PRIVACY_BUTTON } from "../../services/privacy";

const leaving = new WeakMap<object, () => void>();

Component({
  properties: { elder: Boolean },
  data: { asked: false, contract: "《隐私保护指引》" },
  lifetimes: {
    detached() {
      leaving.get(this)?.();
    },
    attached() {
      leaving.set(
        this,
        onPrivacyAsked((contract) => this.setData({ asked: true, ...(contract && { contract }) })),
      );
    },
  },
  methods: {
    read() {
      void wx.openPrivacyContract({});
    },
    agree() {
      this.setData({ asked: false });
      answerPrivacy({ event: "agree", buttonId: PRIVACY_BUTTON });
    },
    disagree() {
      this.setData({ asked: false });
      answerPrivacy({ event: "disagree" });
    },
  },
});

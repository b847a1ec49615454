/** What a self-service kiosk asks of the phone that scanned the code on its screen, in words. */

import type { components } from "../../typings/api";
import { sayTime } from "./dates";

type Asked = components["schemas"]["ScannedAskView"];

export interface KioskPage {
  title: string;
  where: string;
  /** What comes of saying yes, and when not to. */
  says: string[];
  yes: string;
  until: string;
}

const NOT_THERE = "您不在这台机器前面，或者是别人发给您的码，请不要确认。";

const WORDS: Record<Asked["kind"], (asked: Asked) => Pick<KioskPage, "title" | "says" | "yes">> = {
  enter: () => ({ title: "用手机进入自助终端", says: ["确认以后，您面前的自助终端会打开您自己的事。", NOT_THERE], yes: "是我，打开" }),
  prove: () => ({ title: "确认是您本人", says: ["确认以后，您面前的自助终端可以看、可以打印您的证明。", NOT_THERE], yes: "是我本人，确认" }),
  carry: ({ item_name }) => ({ title: `接着填「${item_name}」`, says: ["在自助终端上开始的申请，在手机上接着填。两边看到的是同一份。"], yes: "在手机上接着填" }),
  staff: () => ({ title: "等工作人员核对", says: ["这一步由大厅的工作人员来办。"], yes: "" }),
};

export function kioskPage(asked: Asked): KioskPage {
  return { ...WORDS[asked.kind](asked), where: `${asked.hall_name} · ${asked.kiosk_name}`, until: `${sayTime(asked.until)} 前有效` };
}

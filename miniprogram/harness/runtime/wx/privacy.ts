/** WeChat's privacy agreement: functions that touch personal data wait until it was agreed to. */

import { device } from "../device";
import type { Answer } from "../device";

type Resolve = (answer: { event: "agree" | "disagree" | "exposureAuthorization"; buttonId?: string }) => void;
type Listener = (resolve: Resolve, event: { referrer: string }) => void;

let listener: Listener | undefined;
let waiting: (() => void)[] = [];

export function onNeedPrivacyAuthorization(given: Listener): void {
  listener = given;
}

export function privacySetting(): Answer {
  return { needAuthorization: !device.agreed, privacyContractName: "《一次小程序隐私保护指引》" };
}

/** The person pressed the button of the agreement. */
export function agreed(): void {
  device.agreed = true;
  for (const go of waiting) go();
  waiting = [];
}

/** Runs `work` once the agreement is there; fails as WeChat does where the person disagrees. */
export async function forPrivate<T>(name: string, work: () => T): Promise<T> {
  if (!device.agreed) await askFor(name);
  return work();
}

function askFor(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!listener) return reject(new Error("privacy permission is not authorized"));
    waiting.push(resolve);
    listener(
      ({ event }) => {
        if (event === "agree") agreed();
        if (event === "disagree") reject(new Error("privacy permission is not authorized"));
      },
      { referrer: name },
    );
  });
}

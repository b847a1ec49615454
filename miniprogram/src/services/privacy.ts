/**
 * WeChat's rule: nothing personal before the person has agreed to the privacy guide.
 *
 * WeChat itself blocks its own private functions; pages that let people type personal data ask with `requirePrivacy()` first.
 */

type Answer = { event: "agree"; buttonId: string } | { event: "disagree" };
type Asked = (contract: string) => void;

/** The id of the agreeing button, as WeChat wants to know it. */
export const PRIVACY_BUTTON = "agree-privacy";

const sheets: Asked[] = [];
let answer: ((given: Answer) => void) | undefined;

/** Called once, when the mini-program starts. */
export function watchPrivacy(): void {
  wx.onNeedPrivacyAuthorization((resolve) => {
    answer = resolve as unknown as (given: Answer) => void;
    void wx.getPrivacySetting({ success: ({ privacyContractName }) => sheets[sheets.length - 1]?.(privacyContractName) });
  });
}

/** The sheet of the page on top is the one that asks. */
export function onPrivacyAsked(sheet: Asked): () => void {
  sheets.push(sheet);
  return () => void sheets.splice(sheets.indexOf(sheet), 1);
}

export function answerPrivacy(given: Answer): void {
  answer?.(given);
  answer = undefined;
}

/** Whether the person agrees, now or before. */
export async function requirePrivacy(): Promise<boolean> {
  try {
    await wx.requirePrivacyAuthorize({});
    return true;
  } catch {
    return false;
  }
}

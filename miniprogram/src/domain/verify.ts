/** Whether a certificate somebody was given is real and holds, in words. */

import type { components } from "../../typings/api";
import type { Tone } from "./cases";
import { sayDate, sayDay, sayMoment } from "./dates";

type Verification = components["schemas"]["models__certificates__VerificationView"];
type LicenceCheck = components["schemas"]["LicenceCheckView"];
type FileVerification = components["schemas"]["FileVerificationView"];

export interface Verdict {
  label: string;
  detail: string;
  tone: Tone;
}

export interface Checked {
  /** Of the file, where a file was checked. */
  file: Verdict | null;
  certificate: (Verdict & { facts: { question: string; answer: string }[] }) | null;
}

const UNKNOWN: Verdict = {
  label: "查不到这份证明",
  detail: "请核对验真码有没有输错（区分大小写）。如果是扫纸上的二维码看到这一页，这份证明可能是伪造的，请不要使用，可拨打12345反映。",
  tone: "refused",
};
const ENDED: Verdict = {
  label: "这个码过期了，或者不是真的",
  detail: "出示证照的码几分钟就失效。请对方在自己的手机上当面重新出示，截图的不能用。",
  tone: "refused",
};
const FILES: Record<string, Tone> = { authentic: "done", sealed: "done" };

/** The code of what was scanned or typed; empty where it is none of ours. Only the code counts: whatever site a picture names, ours is asked. */
export function codeOf(text: string): string {
  const found = /\/verify\/([0-9A-Za-z]{1,40})(?:[?#].*)?$/.exec(text.trim());
  return found?.[1] ?? (/^[0-9A-Za-z]{1,40}$/.exec(text.trim())?.[0] || "");
}

/** The code of a licence somebody shows, or of a copy of one; empty where it is none. */
export function licenceCodeOf(text: string): string {
  return /\/verify\/licences\/([0-9A-Za-z]{16})(?:[?#].*)?$/.exec(text.trim())?.[1] ?? "";
}

const SHOWN: Partial<Record<LicenceCheck["result"], Tone>> = { shown: "done", unchecked: "waiting" };

/** What is told of a licence somebody shows. */
export function checkedLicence(found: LicenceCheck, now: string): Checked {
  const told: [string, string | null | undefined][] = [
    ["只能用于", found.purpose],
    ["证照", found.licence],
    ["持有人", found.holder_name],
    ["证照编号", found.number],
    ["发证机关", found.issuer],
    ["发证日期", found.issued_on && sayDate(found.issued_on)],
    ["证照有效期到", found.licence && (found.valid_until ? sayDate(found.valid_until) : "长期")],
    ["怎么出示的", found.made_at && [found.how, sayMoment(found.made_at, now)].join("，")],
    ["这个码用到", found.until_text],
  ];
  const facts = told.flatMap(([question, answer]) => (answer ? [{ question, answer }] : []));
  return { file: null, certificate: { label: found.label, detail: found.detail, tone: SHOWN[found.result] ?? "refused", facts } };
}

/** What is told of a licence's code that holds no more, or never did. */
export function licenceEnded(): Checked {
  return { file: null, certificate: { ...ENDED, facts: [] } };
}

export function checked(found: Verification, now: string): Checked {
  return { file: null, certificate: found.result === "unknown" ? { ...UNKNOWN, facts: [] } : certificateOf(found, now, "done") };
}

/** What is told of a code nobody was given. */
export function unknown(): Checked {
  return { file: null, certificate: { ...UNKNOWN, facts: [] } };
}

/** Of a file that was changed the certificate is told as it is registered, and never as if the file were it. */
export function checkedFile({ verdict, label, detail, certificate }: FileVerification, now: string): Checked {
  const tone = FILES[verdict] ?? "refused";
  const registered = certificate && (tone === "done" ? certificate : { ...certificate, label: `登记的原件：${certificate.label}` });
  return { file: { label, detail, tone }, certificate: registered ? certificateOf(registered, now, tone) : null };
}

function certificateOf(found: Verification, now: string, best: Tone): Checked["certificate"] {
  const told: [string, string | null | undefined][] = [
    ["证明", found.title],
    ["姓名或名称", found.holder_name],
    ["证件号码", found.holder_number],
    ["证明编号", found.number],
    ["谁出具的", found.issuer],
    ["哪天出具的", found.issued_on && sayDay(found.issued_on, now)],
    ["有效期到", found.valid_until && sayDay(found.valid_until, now)],
  ];
  const facts = told.flatMap(([question, answer]) => (answer ? [{ question, answer }] : []));
  return { label: found.label, detail: found.detail, tone: found.result === "valid" ? best : "refused", facts };
}

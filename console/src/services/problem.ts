/** What went wrong, in words for the person at the desk. */

import { refusalIn } from "../../../miniprogram/src/domain/product";

const ANY_RECORD = "这条记录刚刚被别人更新过"; // backend/errors.py

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: { pointer?: string; detail?: string }[] = [],
    readonly type: string = "",
  ) {
    super(detail);
  }

  /** Somebody else changed it meanwhile, or it cannot be done as it stands now: look again. */
  get stale(): boolean {
    return this.status === 409;
  }

  /** The page shows what has changed since; any other conflict tells what is missing, and nothing has changed. */
  get outdated(): boolean {
    return this.type.endsWith("/stale_version");
  }

  /** Its words are those of any record that somebody else changed, and say nothing of this one. */
  get commonly(): boolean {
    return this.outdated && this.detail.includes(ANY_RECORD);
  }

  get loggedOut(): boolean {
    return this.status === 401;
  }

  /** Whether it must be known first that the person is here: attested, today. */
  get unproven(): boolean {
    return this.type.endsWith("/proof_needed");
  }

  /** Whether what is missing or wrong is this one. */
  asksFor(pointer: string): boolean {
    return this.errors.some((each) => each.pointer === pointer);
  }

  /** What to say: the sentence, and what is wrong with single fields. */
  get words(): string {
    const fields = this.errors.flatMap((each) => each.detail ?? []);
    return fields.length ? [...new Set(fields)].map((each) => (/[。？；]$/.test(each) ? each : `${each}。`)).join("") : this.detail;
  }
}

/** The problem an answer tells of; whatever it holds, there is something to say. */
export function problemOf(status: number, body: unknown): Problem {
  const told = refusalIn(body);
  const detail = told?.detail ?? (status >= 500 ? "系统出了问题，请稍后再试；一直不行请联系系统管理员。" : "没有办成，请刷新页面再试。");
  return new Problem(status, told?.title ?? "没有办成", detail, told?.errors, told?.type);
}

export function unreachable(): Problem {
  return new Problem(0, "连不上系统", "连不上系统，请检查网络后再试。您填的内容还在。");
}

/** An act that met the end of the session. */
export function interrupted(): Problem {
  return new Problem(401, "登录已过期", "刚才登录过期，这一步没有办成。您填的内容还在，请再办一次。");
}

/** What to say about anything that was thrown. */
export function wordsOf(thrown: unknown): string {
  return thrown instanceof Problem ? thrown.words : "页面出了问题，请刷新后再试。";
}

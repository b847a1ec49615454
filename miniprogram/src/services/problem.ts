/** What went wrong, in words people can use: what happened and what to do next. */

import { refusalIn } from "../domain/product";

/** `offline`: nobody was reached. `errors`: what is to be mended, by the field's JSON pointer. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly errors: Record<string, string>;
  /** Seconds until it is worth trying again; 0 where nothing was said. */
  readonly retryAfter: number;

  constructor(told: { status: number; type?: string; title: string; detail: string; errors?: Record<string, string>; retryAfter?: number }) {
    super(told.detail);
    this.status = told.status;
    this.type = told.type ?? "";
    this.title = told.title;
    this.errors = told.errors ?? {};
    this.retryAfter = told.retryAfter ?? 0;
  }

  get offline(): boolean {
    return this.status === 0;
  }

  /** Whether the very same may succeed later: nobody was reached, or the other side was busy or broken. */
  get passes(): boolean {
    return this.offline || this.status === 429 || this.status >= 500;
  }

  /** Whether the server asks for a proof that the living person is there, or for their name and number first. */
  get proofNeeded(): boolean {
    return this.type === "/problems/proof_needed";
  }

  /** Whether the grant under which one acts holds no more. */
  get grantOver(): boolean {
    return this.type === "/problems/grant_over";
  }
}

/** `filled`: whether something of theirs was on its way, and not only asked for. */
export function offlineProblem({ filled }: { filled: boolean }): Problem {
  return new Problem({ status: 0, title: "现在连不上网络", detail: `请检查手机网络，连上以后再试一次。${filled ? "您填写的内容还在。" : ""}` });
}

/** An act that was never sent: the phone itself had no network. */
export function unsentProblem(): Problem {
  return new Problem({ status: 0, title: "没有网络，还没有办", detail: "没有网络，刚才这一步还没有办。您填的内容还在，连上网络以后再点一次。" });
}

/** An act of which nobody knows whether it was done: it left the phone, and no answer came, or one that says nothing. */
export function doubtfulProblem(status = 0): Problem {
  const why = status ? "系统出了点问题" : "网断了";
  return new Problem({ status, title: `${why}，还不知道办成没有`, detail: `${why}，还不知道刚才这一步办成了没有。您填的内容还在，过一会儿再点一次，不会办两遍。急着办的，可以打 12345。` });
}

function busyProblem(status: number): Problem {
  return new Problem({ status, title: "现在暂时打不开", detail: "系统正忙，请过一会儿再试一次。急着办的，可以打 12345。" });
}

/** What an answer that is no success says. */
export function problemOf(status: number, data: unknown, retryAfter: number): Problem {
  const told = refusalIn(data);
  if (told === undefined) return busyProblem(status);
  const errors = Object.fromEntries((told.errors ?? []).map((each) => [each.pointer ?? "", each.detail ?? ""]));
  return new Problem({ status, type: told.type, title: told.title, detail: told.detail, errors, retryAfter });
}

/** Any failure as a Problem: what is none is a mistake of ours, and says so without details. */
export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  console.error(failure);
  return new Problem({ status: -1, title: "这里出了点问题", detail: "不是您的操作有误。请再试一次；还是不行，可以打 12345。" });
}

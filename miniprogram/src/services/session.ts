/** Who is logged in: of that, a token and nothing else is kept on the phone. */

import type { components } from "../../typings/api";
import { actForSelf } from "./acting";
import { Problem } from "./problem";
import { TICKETS } from "./tickets";

export type Citizen = components["schemas"]["CitizenView"];

/** Sends a request as it is; given by `request.ts`, which alone speaks to the network. */
export type Sender = (method: "POST", path: string, body: object) => Promise<unknown>;

const KEY = "token";
let running: Promise<void> | undefined;

export function token(): string {
  return wx.getStorageSync<string>(KEY);
}

/** Forgets the session on this phone, what was kept of its visits, and for whom one acted. */
export function forget(): void {
  actForSelf();
  for (const key of [KEY, TICKETS]) wx.removeStorageSync(key);
}

/** Logs in through WeChat. However many ask at once, it happens once. */
export function login(send: Sender): Promise<void> {
  running ??= begin(send).finally(() => (running = undefined));
  return running;
}

async function begin(send: Sender): Promise<void> {
  const code = await codeOfWechat();
  const answer = (await send("POST", "/api/v1/sessions", { code })) as components["schemas"]["LoginView"];
  wx.setStorageSync(KEY, answer.token);
}

async function codeOfWechat(): Promise<string> {
  try {
    return (await wx.login()).code;
  } catch {
    throw new Problem({ status: -1, title: "微信没有让您登录", detail: "登录过期了，微信没有让您重新登录。您填的内容还在，请再试一次；还是不行，请检查微信的网络。" });
  }
}

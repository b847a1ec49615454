/** Files from the product and to it, through WeChat's own download and upload. */

import type { components } from "../../typings/api";
import { grantFor } from "./acting";
import { server } from "./config";
import { offlineProblem, Problem, problemOf } from "./problem";
import { type Act, renewSession } from "./request";
import { token } from "./session";

type FileVerification = components["schemas"]["FileVerificationView"];
type Material = components["schemas"]["models__materials__MaterialView"];

/** The path of a temporary file. Throws a Problem. */
export async function download(url: string): Promise<string> {
  const first = await downloaded(url);
  if (first.status !== 401) return pathOf(first);
  await renewSession();
  return pathOf(await downloaded(url));
}

interface Downloaded {
  status: number;
  path: string;
}

function downloaded(url: string): Promise<Downloaded> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      header: authorisation("GET", url),
      success: ({ statusCode, tempFilePath }) => resolve({ status: statusCode, path: tempFilePath }),
      fail: () => reject(offlineProblem({ filled: false })),
    });
  });
}

function pathOf({ status, path }: Downloaded): string {
  if (status !== 200) throw problemOf(status, undefined, 0);
  return path;
}

/** Shows a PDF of the product, to be kept or sent on. Throws a Problem. */
export async function openPdf(path: string): Promise<void> {
  await wx.openDocument({ filePath: await download(server() + path), fileType: "pdf", showMenu: true });
}

export interface Sending {
  /** What was kept. Throws a Problem; one of status -2 where it was cancelled. */
  done: Promise<Material>;
  cancel(): void;
}

/**
 * Sends one file for an item. `act`: kept for every retry, so that the file is there once however often it was sent.
 * `replaces`: the material it is a new version of.
 */
export function upload(file: string, to: { item: string; replaces: string; act: Act }, progress: (percent: number) => void): Sending {
  const control: Control = { cancelled: false };
  return {
    done: uploaded(file, to, progress, control),
    cancel() {
      control.cancelled = true;
      control.task?.abort();
    },
  };
}

export const CANCELLED = -2;

function cancelled(): Problem {
  return new Problem({ status: CANCELLED, title: "已取消", detail: "没有上传。" });
}

interface Control {
  cancelled: boolean;
  task?: WechatMiniprogram.UploadTask;
}

interface Answer {
  statusCode: number;
  data: string;
}

async function uploaded(file: string, to: { item: string; replaces: string; act: Act }, progress: (percent: number) => void, control: Control): Promise<Material> {
  let answer = await sent(file, to, progress, control);
  if (answer.statusCode === 401) {
    await renewSession();
    if (control.cancelled) throw cancelled();
    answer = await sent(file, to, progress, control);
  }
  const told = parsed(answer.data);
  if (answer.statusCode >= 400) throw problemOf(answer.statusCode, told, 0);
  return told as Material;
}

function sent(file: string, { item, replaces, act }: { item: string; replaces: string; act: Act }, progress: (percent: number) => void, control: Control): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = `item=${item}${replaces ? `&replaces=${replaces}` : ""}`;
    const url = `${server()}/api/v1/materials?${asked}`;
    control.task = wx.uploadFile({
      url,
      filePath: file,
      name: "file",
      header: { ...authorisation("POST", url), "Idempotency-Key": act.key },
      success: resolve,
      fail: () => reject(control.cancelled ? cancelled() : offlineProblem({ filled: true })),
    });
    control.task.onProgressUpdate(({ progress: percent }) => progress(percent));
  });
}

/** Whether a PDF is as it was issued; nothing of it is kept. Its holder hears who asked, where that is known. Throws a Problem. */
export async function checkPdf(file: string): Promise<FileVerification> {
  const url = `${server()}/api/v1/verifications`;
  const check = (header: Record<string, string>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      wx.uploadFile({ url, filePath: file, name: "file", header, success: resolve, fail: () => reject(offlineProblem({ filled: false })) });
    });
  let answer = await check(authorisation("POST", url));
  if (answer.statusCode === 401) answer = await check({}); // nobody need be logged in for it
  const told = parsed(answer.data);
  if (answer.statusCode !== 200) throw problemOf(answer.statusCode, told, 0);
  return told as FileVerification;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function authorisation(method: string, url: string): Record<string, string> {
  const [known, grant] = [token(), grantFor(method, url.slice(server().length))];
  return { ...(known && { Authorization: `Bearer ${known}` }), ...(grant && { "Acting-Grant": grant }) };
}

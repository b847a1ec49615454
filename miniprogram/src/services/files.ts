/** Files from the product, through WeChat's own download. */

import { offlineProblem, problemOf } from "./problem";
import { token } from "./session";

/** The path of a temporary file. Throws a Problem. */
export function download(url: string): Promise<string> {
  const known = token();
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      header: known ? { Authorization: `Bearer ${known}` } : {},
      success: ({ statusCode, tempFilePath }) => (statusCode === 200 ? resolve(tempFilePath) : reject(problemOf(statusCode, undefined, 0))),
      fail: () => reject(offlineProblem()),
    });
  });
}

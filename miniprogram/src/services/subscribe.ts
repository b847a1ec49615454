/** WeChat's own question whether it may tell somebody something. It is asked from a tap, and only when there is something to tell. */

import { TEMPLATES } from "./config";

/** Whether the person said yes to at least one. */
export async function mayTell(...names: (keyof typeof TEMPLATES)[]): Promise<boolean> {
  const ids = names.map((name) => TEMPLATES[name]);
  try {
    const answer = (await wx.requestSubscribeMessage({ tmplIds: ids })) as unknown as Record<string, string>;
    return ids.some((id) => answer[id] === "accept");
  } catch {
    return false;
  }
}

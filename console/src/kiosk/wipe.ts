/** Nothing of a person stays behind: the session ends at the server, its cookie goes, and the page begins anew with nothing to go back to. */

import { Problem } from "../services/problem";
import { api } from "../services/request";

const AGAIN = 3000; // milliseconds until the server is tried again
const AWAY = "这台终端暂时连不上，请到窗口办理。连上以后会自己恢复。";

/** True once somebody's card was read: then a session that has ended means beginning anew. */
let held = false;
/** While the session is being ended nobody begins anew before its cookie is gone, whatever another answer says meanwhile. */
let ending = false;
let emptied: () => void = () => undefined;

export function holdsPerson(): void {
  held = true;
}

/** What takes everything off the screen. */
export function emptiedBy(empty: () => void): void {
  emptied = empty;
}

/** A fresh page in place of this one: whatever its memory held is gone with it. */
export function startAgain(): void {
  if (held && !ending) location.replace("/kiosk");
}

/** Where nobody can be reached a fresh page could not be had: the screen is emptied at once, and the rest follows when there is a server. */
export async function wipe(): Promise<void> {
  held = ending = true;
  const reached = await endSession().then(() => true, () => false);
  ending = false;
  if (reached) return startAgain();
  emptied();
  const told = document.createElement("p");
  told.className = "away";
  told.role = "alert";
  told.textContent = AWAY;
  document.body.replaceChildren(told);
  setTimeout(() => void wipe(), AGAIN);
}

/** Nobody is here any more. A session that had ended before is none to end; throws `Problem` where the server was not reached. A page that
 * begins does this first: whoever went by the browser's back button or loaded the page anew left their session behind it. */
export async function endSession(): Promise<void> {
  try {
    await api.delete("/api/v1/kiosk/sessions/current");
  } catch (thrown) {
    if (!(thrown instanceof Problem && thrown.status > 0 && thrown.status < 500)) throw thrown;
  }
}

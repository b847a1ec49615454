/** Nothing of a person stays behind: the session ends at the server, its cookie goes, and the page begins anew with nothing to go back to. */

import { api } from "../services/request";

/** True once somebody's card was read: then a session that has ended means beginning anew. */
let held = false;

export function holdsPerson(): void {
  held = true;
}

/** A fresh page in place of this one: whatever its memory held is gone with it. */
export function startAgain(): void {
  if (held) location.replace("/kiosk");
}

export async function wipe(): Promise<void> {
  await api.delete("/api/v1/kiosk/sessions/current").catch(() => undefined); // it ends by itself where nobody can be reached
  held = true;
  startAgain();
}

/** Who holds the phone, as far as we know them. */

import { api } from "./request";
import type { Citizen } from "./session";

export function me(): Promise<Citizen> {
  return api.get("/api/v1/me");
}

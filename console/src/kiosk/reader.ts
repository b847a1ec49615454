/** The vendor's service of this machine's card reader. Another vendor's contract is adapted here and nowhere else. */

import type { components } from "../../typings/api";
import { Problem } from "../services/problem";

export type Reading = components["schemas"]["CardReading"];
export interface DemoCard {
  code: string;
  name: string;
}

const AWAY = new Problem(0, "读卡器没有回应", "读卡器没有回应，请重新放一次证件；一直不行请找工作人员。");

async function asked<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, { ...init, credentials: "omit", cache: "no-store", signal: AbortSignal.timeout(15_000) }).catch(() => undefined);
  if (!response?.ok) throw AWAY;
  return (await response.json()) as T;
}

/** Whose cards the demo reader has; a real one reads what lies on it. The answer is also the sign that the service is there. */
export async function demoCards(url: string): Promise<DemoCard[]> {
  return await asked<DemoCard[]>(`${url}/cards`);
}

/** `card`: which of the demo reader's; of a real one nothing, for it reads what lies there. */
export async function read(url: string, reader: string, nonce: string, card: string): Promise<Reading> {
  const body = JSON.stringify({ card, nonce, reader });
  return await asked<Reading>(`${url}/read`, { method: "POST", body, headers: { "Content-Type": "application/json" } });
}

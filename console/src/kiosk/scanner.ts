/** The vendor's service of this machine's document scanner. Another vendor's contract is adapted here and nowhere else. */

import type { components } from "../../typings/api";
import { Problem } from "../services/problem";

export interface DemoPage {
  code: string;
  name: string;
}

const AWAY = new Problem(0, "扫描仪没有回应", "扫描仪没有回应，请再试一次；一直不行请拍照，或找工作人员。");

async function asked(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: "omit", cache: "no-store", signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  if (!response?.ok) throw AWAY;
  return response;
}

/** Which paper may lie on the demo scanner; a real one scans what lies there. */
export async function demoPages(url: string): Promise<DemoPage[]> {
  return (await (await asked(`${url}/pages`)).json()) as DemoPage[];
}

/** One page as a JPEG. `ticket`: the product's leave to scan it. */
export async function scan(url: string, ticket: components["schemas"]["ScanTicketView"], page: string): Promise<Blob> {
  const body = JSON.stringify({ page, ticket });
  return await (await asked(`${url}/scan`, { method: "POST", body, headers: { "Content-Type": "application/json" } })).blob();
}

/** request, uploadFile and downloadFile over real HTTP; whether there is a network. */

import { failure, type Options, settle } from "./calls";
import { fileAt, keepFile } from "./files";

interface Transfer extends Options {
  url: string;
  header?: Record<string, string>;
  timeout?: number;
}

interface Sent extends Transfer {
  method?: string;
  data?: unknown;
  dataType?: string;
  responseType?: string;
}

interface Upload extends Transfer {
  filePath: string;
  name: string;
  formData?: Record<string, string>;
}

type Progress = (told: { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }) => void;

const METHODS = new Set(["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT"]);
const TIMEOUT = 60_000;

/** The server of the program is the server of this page: whatever host stands in an address, its path is asked here. */
function here(url: string): string {
  const address = new URL(url);
  return location.origin + address.pathname + address.search;
}

/** Begins a transfer that can be aborted; WeChat gives no promise for these. */
function begin(name: string, options: Transfer, work: (signal: AbortSignal) => Promise<object>): { abort(): void } {
  const abort = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort.abort();
  }, options.timeout ?? TIMEOUT);
  const words = () => (timedOut ? "timeout" : abort.signal.aborted ? "abort" : "net::ERR_CONNECTION_FAILED");
  work(abort.signal)
    .finally(() => clearTimeout(timer))
    .then(
      (result) => settle(options, "success", { errMsg: `${name}:ok`, ...result }),
      () => settle(options, "fail", failure(name, new Error(words()))),
    );
  return { abort: () => abort.abort() };
}

function headersOf(answer: Response): Record<string, string> {
  return Object.fromEntries(answer.headers);
}

export function request(options: Sent) {
  const method = (options.method ?? "GET").toUpperCase();
  if (!METHODS.has(method)) throw new Error(`request: wx.request has no ${method}`);
  const task = begin("request", options, async (signal) => {
    const headers = { "content-type": "application/json", ...options.header };
    const { address, body } = placed(options, method);
    const answer = await fetch(address, { method, headers, body, signal, cache: "no-store", credentials: "omit" });
    const data = options.responseType === "arraybuffer" ? await answer.arrayBuffer() : parsed(await answer.text(), options.dataType ?? "json");
    return { data, statusCode: answer.status, header: headersOf(answer), cookies: [] };
  });
  return { ...task, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
}

/** Where the data goes: GET and DELETE have it in the address. */
function placed({ url, data }: Sent, method: string): { address: URL; body: BodyInit | null } {
  const address = new URL(here(url));
  if (data === undefined) return { address, body: null };
  if (method !== "GET" && method !== "DELETE") return { address, body: bodyOf(data) };
  for (const [name, value] of Object.entries(data as Record<string, string>)) address.searchParams.append(name, value);
  return { address, body: null };
}

function bodyOf(data: unknown): BodyInit {
  return typeof data === "string" || data instanceof ArrayBuffer ? data : JSON.stringify(data);
}

function parsed(text: string, dataType: string): unknown {
  if (dataType !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text; // as WeChat: what is no JSON stays text
  }
}

export function uploadFile(options: Upload) {
  const progress: Progress[] = [];
  const task = begin("uploadFile", options, (signal) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value);
    const file = fileAt(options.filePath);
    form.append(options.name, file, file.name);
    return posted(here(options.url), form, options.header ?? {}, signal, progress);
  });
  return { ...task, onProgressUpdate: (listener: Progress) => void progress.push(listener), offProgressUpdate: () => void progress.splice(0) };
}

function posted(url: string, form: FormData, headers: Record<string, string>, signal: AbortSignal, progress: Progress[]): Promise<object> {
  return new Promise((resolve, reject) => {
    const ask = new XMLHttpRequest();
    ask.open("POST", url);
    for (const [name, value] of Object.entries(headers)) ask.setRequestHeader(name, value);
    ask.upload.onprogress = ({ loaded, total }) => {
      for (const listener of progress) listener({ progress: Math.round((loaded * 100) / total), totalBytesSent: loaded, totalBytesExpectedToSend: total });
    };
    ask.onload = () => resolve({ statusCode: ask.status, data: ask.responseText });
    ask.onerror = ask.onabort = () => reject(new Error("failed"));
    signal.addEventListener("abort", () => ask.abort());
    ask.send(form);
  });
}

export function downloadFile(options: Transfer) {
  const task = begin("downloadFile", options, async (signal) => {
    const answer = await fetch(here(options.url), { headers: options.header ?? {}, signal, credentials: "omit" });
    const content = await answer.blob();
    const name = decodeURIComponent(new URL(options.url).pathname.split("/").at(-1) ?? "file");
    return { statusCode: answer.status, tempFilePath: keepFile(new File([content], name, { type: content.type })), header: headersOf(answer) };
  });
  return { ...task, onProgressUpdate: () => undefined, offProgressUpdate: () => undefined };
}

type NetworkListener = (state: { isConnected: boolean; networkType: string }) => void;

export const network = {
  type: () => ({ networkType: navigator.onLine ? "wifi" : "none", hasSystemProxy: false }),
  onChange(listener: NetworkListener): void {
    addEventListener("online", () => listener({ isConnected: true, networkType: "wifi" }));
    addEventListener("offline", () => listener({ isConnected: false, networkType: "none" }));
  },
};

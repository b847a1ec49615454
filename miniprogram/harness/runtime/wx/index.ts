/** The `wx` object. A function that is not here throws with its name: nothing is silently left out. */

import { setTitle } from "../chrome";
import { device } from "../device";
import * as router from "../router";
import { call, type Options, type Work } from "./calls";
import { fileSystem } from "./files";
import { canvasToTempFilePath, chooseMedia, chooseMessageFile, createOffscreenCanvas, getImageInfo, openDocument, plain } from "./media";
import { downloadFile, network, request, uploadFile } from "./network";
import { forPrivate, onNeedPrivacyAuthorization, privacySetting } from "./privacy";
import { hideToast, showActionSheet, showModal, showToast } from "./sheets";
import { storage } from "./storage";
import { system } from "./system";

const url = (options: Options): string => String(options["url"]);

/** Asks the device as it is; a person who was not asked to refuse is willing. */
const ask = (name: string, willing: (options: Options) => object): Work => (options) => device.ask(name, plain(options), { ...willing(options) });

/** To a height, or to the first node of a `selector`; `offsetTop` px further. */
function scrollTo(host: HTMLElement, { scrollTop, selector, offsetTop }: Options): void {
  const node = typeof selector === "string" ? host.querySelector(selector) : null;
  const at = node ? node.getBoundingClientRect().top - host.getBoundingClientRect().top + host.scrollTop : Number(scrollTop ?? host.scrollTop);
  host.scrollTo({ top: at + (node ? Number(offsetTop ?? 0) : 0) });
}

const WORK: Record<string, Work> = {
  navigateTo: (options) => router.navigateTo(url(options)),
  redirectTo: (options) => router.redirectTo(url(options)),
  navigateBack: (options) => router.navigateBack(options["delta"] as number | undefined),
  switchTab: (options) => router.switchTab(url(options)),
  reLaunch: (options) => router.reLaunch(url(options)),
  setNavigationBarTitle: (options) => setTitle(String(options["title"])),
  pageScrollTo: (options) => scrollTo(router.top().host, options),
  stopPullDownRefresh: () => undefined,
  enableAlertBeforeUnload: () => undefined,
  disableAlertBeforeUnload: () => undefined,

  showToast: (options) => showToast(String(options["title"]), Number(options["duration"] ?? 1500)),
  hideToast: () => hideToast(),
  showLoading: (options) => showToast(String(options["title"])),
  hideLoading: () => hideToast(),
  showModal: (options) => showModal(options as Parameters<typeof showModal>[0]),
  showActionSheet: (options) => showActionSheet(options["itemList"] as string[]),

  setStorage: (options) => storage.setStorageSync(String(options["key"]), options["data"]),
  getStorage: (options) => ({ data: storage.getStorageSync(String(options["key"])) }),
  removeStorage: (options) => storage.removeStorageSync(String(options["key"])),

  login: ask("login", () => ({ code: `demo:${device.person}` })),
  checkSession: ask("checkSession", () => ({})),
  getNetworkType: () => network.type(),
  getPrivacySetting: () => privacySetting(),
  requirePrivacyAuthorize: () => forPrivate("requirePrivacyAuthorize", () => ({})),
  openPrivacyContract: ask("openPrivacyContract", () => ({})),

  chooseMedia,
  chooseMessageFile,
  getImageInfo,
  canvasToTempFilePath,
  openDocument,
  compressImage: (options) => ({ tempFilePath: options["src"] }),
  navigateToMiniProgram: ask("navigateToMiniProgram", () => ({})),
  previewImage: ask("previewImage", () => ({})),
  saveImageToPhotosAlbum: (options) => forPrivate("saveImageToPhotosAlbum", () => device.ask("saveImageToPhotosAlbum", plain(options), {})),
  scanCode: ask("scanCode", () => ({ fail: "cancel" })),
  makePhoneCall: ask("makePhoneCall", () => ({})),
  setClipboardData: ask("setClipboardData", () => ({})),
  requestSubscribeMessage: ask("requestSubscribeMessage", (options) => Object.fromEntries((options["tmplIds"] as string[]).map((id) => [id, "accept"]))),
  shareFileMessage: ask("shareFileMessage", () => ({})),
  vibrateShort: ask("vibrateShort", () => ({})),
  openSetting: ask("openSetting", () => ({ authSetting: {} })),
  getScreenBrightness: () => ({ value: device.brightness }),
  setScreenBrightness: (options) => void (device.brightness = Number(options["value"])),
  setKeepScreenOn: ask("setKeepScreenOn", () => ({})),
};

const api: Record<string, unknown> = {
  env: { USER_DATA_PATH: "wxfile://usr" },
  getFileSystemManager: () => fileSystem,
  ...Object.fromEntries(Object.entries(WORK).map(([name, work]) => [name, call(name, work)])),
  ...storage,
  ...system,
  createOffscreenCanvas,
  request,
  uploadFile,
  downloadFile,
  onNeedPrivacyAuthorization,
  onNetworkStatusChange: network.onChange,
  createSelectorQuery: () => (router.top().instance as unknown as { createSelectorQuery(): unknown }).createSelectorQuery(),
};

export const wx = new Proxy(api, {
  get(known, name) {
    if (typeof name === "string" && !(name in known)) throw new Error(`wx.${name} is not known to the harness`);
    return known[name as string];
  },
});

/** What the phone and WeChat say of themselves. */

import { device } from "../device";

const BAR = 44;

export const system = {
  getWindowInfo: () => ({
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - BAR,
    statusBarHeight: 0,
    screenTop: BAR,
    safeArea: { left: 0, right: innerWidth, top: 0, bottom: innerHeight, width: innerWidth, height: innerHeight },
  }),
  getAppBaseInfo: () => ({
    SDKVersion: "3.8.0",
    language: "zh_CN",
    version: "8.0.50",
    theme: "light",
    fontSizeSetting: Math.round(17 * device.fontScale),
    fontSizeScaleFactor: device.fontScale,
  }),
  getDeviceInfo: () => ({ brand: "harness", model: "browser", system: "harness", platform: "devtools" }),
  getAccountInfoSync: () => ({ miniProgram: { appId: "wx-harness", envVersion: "develop", version: "" } }),
  canIUse: () => true,
  nextTick: (work: () => void): void => void Promise.resolve().then(work),
  getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
};

/** What a log-in says of its device, as people call it. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge 浏览器"],
  [/Firefox\//, "Firefox 浏览器"],
  [/QQBrowser\//, "QQ 浏览器"],
  [/Chrome\//, "Chrome 浏览器"],
  [/Safari\//, "Safari 浏览器"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, "Windows 电脑"],
  [/Android/, "安卓手机"],
  [/iPhone/, "苹果手机"],
  [/iPad/, "苹果平板"],
  [/Mac OS X/, "苹果电脑"],
  [/Linux|X11/, "Linux 电脑"],
];

function firstOf(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

/** 「程序（curl）」: no browser, by the name it gives itself, without the digits of its version. */
function programOf(agent: string): string {
  const name = /^[^\s/]{1,24}/.exec(agent)?.[0];
  return name ? `程序（${name}）` : "没有说明的设备";
}

/** 「Windows 电脑 · Edge 浏览器」. */
export function deviceName(agent: string): string {
  const known = [firstOf(SYSTEMS, agent), firstOf(BROWSERS, agent)].filter(Boolean);
  return known.length ? known.join(" · ") : programOf(agent);
}

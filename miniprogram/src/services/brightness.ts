/** A screen bright enough to be scanned, and afterwards as it was. */

let before: number | null = null;

export async function brighten(): Promise<void> {
  before ??= (await wx.getScreenBrightness()).value;
  await wx.setScreenBrightness({ value: 1 });
}

export function dim(): void {
  if (before !== null) void wx.setScreenBrightness({ value: before });
  before = null;
}

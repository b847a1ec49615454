/** How this person wants things shown: the elder mode, remembered on the phone, and WeChat's own font size. */

const KEY = "elder";
type Listener = (preferences: Preferences) => void;

export interface Preferences {
  elder: boolean;
  /** WeChat's font size as a factor, within what a page can bear. */
  scale: number;
}

const LARGEST = 1.6;
const listeners = new Set<Listener>();

export function preferences(): Preferences {
  return { elder: wx.getStorageSync<boolean | "">(KEY) === true, scale: scale() };
}

function scale(): number {
  const { fontSizeScaleFactor = 1 } = wx.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return Math.min(LARGEST, Math.max(1, fontSizeScaleFactor));
}

export function setElder(elder: boolean): void {
  wx.setStorageSync(KEY, elder);
  for (const listener of listeners) listener(preferences());
}

/** Tells of changes until the function it gives back is called. */
export function watchPreferences(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

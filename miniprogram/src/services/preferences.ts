/** How this person wants things shown: the elder mode, remembered on the phone, and WeChat's own font size. */

const KEY = "elder";
type Listener = (preferences: Preferences) => void;

export interface Preferences {
  elder: boolean;
  /** What sizes are multiplied by, so that text is as large as WeChat's own font size asks. */
  scale: number;
}

/** How much larger elder mode is by itself. */
const ELDER = 1.4;
const LARGEST = 2;
const listeners = new Set<Listener>();

export function preferences(): Preferences {
  const elder = wx.getStorageSync<boolean | "">(KEY) === true;
  return { elder, scale: Math.max(1, fontScale() / (elder ? ELDER : 1)) };
}

function fontScale(): number {
  const { fontSizeScaleFactor = 1 } = wx.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return Math.min(LARGEST, fontSizeScaleFactor);
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

/** Storage of the mini-program, apart from what the harness keeps for itself. */

const KEPT = "mini-program:";

export const storage = {
  setStorageSync: (key: string, data: unknown): void => localStorage.setItem(KEPT + key, JSON.stringify({ data })),
  /** "" where nothing is kept, as in WeChat. */
  getStorageSync(key: string): unknown {
    const kept = localStorage.getItem(KEPT + key);
    return kept === null ? "" : (JSON.parse(kept) as { data: unknown }).data;
  },
  removeStorageSync: (key: string): void => localStorage.removeItem(KEPT + key),
  clearStorageSync(): void {
    for (const key of Object.keys(localStorage)) if (key.startsWith(KEPT)) localStorage.removeItem(key);
  },
};

/** Whether there is a network, as the phone says. */

type Listener = (online: boolean) => void;

const listeners = new Set<Listener>();
let online = true;

/** Called once, when the mini-program starts. */
export function watchNetwork(): void {
  wx.onNetworkStatusChange(({ isConnected }) => change(isConnected));
  wx.getNetworkType({ success: ({ networkType }) => change(networkType !== "none") });
}

function change(now: boolean): void {
  if (now === online) return;
  online = now;
  for (const listener of listeners) listener(online);
}

export function isOnline(): boolean {
  return online;
}

export function onNetwork(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

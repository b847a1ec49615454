/** Other windows of this browser, which share its session: they are told that it changed, and ask how it stands. */

const channel = new BroadcastChannel("yici-console");

export function tellOthers(): void {
  channel.postMessage("session");
}

export function onTold(then: () => void): void {
  channel.addEventListener("message", then);
}

/** What a page does when what it shows has changed meanwhile. */

/** What the reader has under their hands: nothing, notes that outlast a fresh page, or a sheet that was filled in for what is shown. */
export type Hands = "empty" | "notes" | "sheet";

export interface Heard {
  /** The newest version that was told of. */
  newest: number;
  /** Whether anybody but the reader, and the product after the reader's own act, has changed it since it was shown. */
  others: boolean;
  /** Whether an act was refused, or a line was broken too long: something newer may be there, and which is not known. */
  unsure: boolean;
}

/**
 * `show`: the newest is shown by itself; `ask`: the reader is told, and shown it when they say so, since what they noted or filled in
 * was meant for what they see. While an act is under way its own answer is awaited.
 */
export function answerTo({ newest, others, unsure }: Heard, shown: number, busy: boolean, hands: Hands): "nothing" | "show" | "ask" {
  if (busy || (newest <= shown && !unsure)) return "nothing";
  if (hands === "sheet" || (hands === "notes" && (others || unsure))) return "ask";
  return "show";
}

/** What is new on the screen of a waiting room. */

interface Called {
  number: string;
  name: string;
  counter: string;
  calls: number;
  voice: string;
}

/** Calls that were not there a moment ago: another number, another counter, or called once more. The first call first. */
export function newCalls<T extends Called>(before: readonly T[], now: readonly T[]): T[] {
  const known = new Set(before.map(named));
  return now.filter((each) => !known.has(named(each))).reverse();
}

function named(each: Called): string {
  return [each.number || each.name, each.counter, each.calls].join("|");
}

/** The shape of WeChat's functions: callbacks, or a promise where none are given. */

interface Callbacks {
  success?(result: object): void;
  fail?(problem: { errMsg: string }): void;
  complete?(result: object): void;
}

export type Options = Record<string, unknown> & Callbacks;
export type Work = (options: Options) => unknown;

/** Runs `work` and tells the callbacks; without any, gives a promise. Failures bear WeChat's errMsg. */
export function call(name: string, work: Work): (options?: Options) => Promise<object> | void {
  return (options = {}) => {
    const run = outcome(name, work, options);
    if (!options.success && !options.fail && !options.complete) return run;
    run.then((result) => settle(options, "success", result), (problem: { errMsg: string }) => settle(options, "fail", problem));
  };
}

async function outcome(name: string, work: Work, options: Options): Promise<object> {
  try {
    return { errMsg: `${name}:ok`, ...((await work(options)) as object | undefined) };
  } catch (problem) {
    throw failure(name, problem);
  }
}

export function failure(name: string, problem: unknown): { errMsg: string } {
  return { errMsg: `${name}:fail ${(problem as Error).message}` };
}

export function settle(options: Callbacks, how: "success" | "fail", result: object): void {
  if (how === "success") options.success?.(result);
  else options.fail?.(result as { errMsg: string });
  options.complete?.(result);
}

/** Where the product is, for each edition of the mini-program. Set `release` and `trial` to the domain registered with WeChat. */

const SERVERS: Record<string, string> = {
  develop: "http://127.0.0.1:8000",
  trial: "https://trial.yici.invalid",
  release: "https://yici.invalid",
};

export function server(): string {
  return SERVERS[wx.getAccountInfoSync().miniProgram.envVersion]!;
}

/** The hotline, and how its number is said. */
export const HOTLINE = "12345";

/** The national network identity's own mini-program; set it to the one registered with the province. */
export const NETWORK_IDENTITY = "wx0000000000000000";

/** Ids WeChat gave to the templates of messages; set them to those of the registered mini-program. */
export const TEMPLATES = { appointment: "appoint_remind", progress: "case_progress", correction: "case_correct" };

/** The mini-program of the bank that collects public money; set it to the one the treasury named. */
export const BANK = "wx0000000000000001";

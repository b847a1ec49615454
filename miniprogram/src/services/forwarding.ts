/** What WeChat's own menu sends to a chat: an invitation while there is one to answer, else the mini-program itself. */

export interface Card {
  title: string;
  path: string;
}

const HOME: Card = { title: "一次：查要带什么、约时间、看办到哪一步", path: "/pages/home/home" };

/** `scene`: the token of what is sent; without one nothing of the page could be opened by whoever gets it. */
export function forwarded(scene: string | undefined, title: string, page: string): Card {
  return scene ? { title, path: `${page}?scene=${scene}` } : HOME;
}

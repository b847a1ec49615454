/** Elder mode goes by many names; whoever searches one of them is led to it. */

const NAMES = ["长辈版", "长辈模式", "亲情版", "关爱版", "关怀版", "关怀模式", "老年版", "老人版", "大字版", "适老版", "字太小", "大字"];

export function meansElderMode(words: string): boolean {
  const said = words.replace(/\s/g, "");
  return said.length >= 2 && NAMES.some((name) => said.includes(name) || name.startsWith(said));
}

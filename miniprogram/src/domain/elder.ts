/** Elder mode goes by many names; whoever searches one of them, or says what they cannot see, is led to it. */

const WHO = ["长辈", "老人", "老年", "老年人", "长者", "亲情", "关爱", "关怀", "敬老", "尊老", "适老", "大字", "大字体"];
const WHAT = ["版", "模式", "版本"];
const SAID = ["适老", "适老化", "字太小", "大字", "字体", "字号", "字大", "放大", "看不清", "看不见字", "老花"];
const NAMES = [...WHO.flatMap((who) => WHAT.map((what) => who + what)), ...SAID];

/** Of an item's own subject, such as 老年人 alone, nothing is meant. */
export function meansElderMode(words: string): boolean {
  const said = words.replace(/\s/g, "");
  return said.length >= 2 && NAMES.some((name) => said.includes(name) || (name.startsWith(said) && !WHO.includes(said)));
}

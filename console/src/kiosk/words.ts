/** Words of the catalogue as they are said to whoever stands at a kiosk. */

const OF_A_PHONE = /用手机|手机上|小程序/;

/** Without what tells what to do with a phone in one's hand: a part of a sentence, with those after it. */
export function saidHere(text: string): string {
  return text.split(/(?<=[。；])/).map(partsHere).join("").replace(/；$/, "。");
}

function partsHere(sentence: string): string {
  const parts = sentence.split("，");
  const at = parts.findIndex((each) => OF_A_PHONE.test(each));
  if (at < 0) return sentence;
  return at ? `${parts.slice(0, at).join("，")}。` : "";
}

/** What the screen asks for, also spoken where the machine can; the text always stands there too. */

export function say(text: string): void {
  if (!("speechSynthesis" in window)) return;
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = "zh-CN";
  speechSynthesis.speak(words);
}

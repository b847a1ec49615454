/** Numbers of documents and slips as they are meant, however they were typed. */

/** Without blanks, full-width characters and marks nobody sees; letters in capitals. */
export function plainNumber(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "").toUpperCase();
}

/** The SHA-256 of a file, in hexadecimal: what is kept of a signature whose paper or picture stays with the counter. */
export async function digestOf(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await content.arrayBuffer()));
  return [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
}

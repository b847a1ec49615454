/** Temporary files: what a camera, a chat or a download put on the phone. */

const files = new Map<string, File>();

/** Keeps a file; the path is how the mini-program names it. */
export function keepFile(file: File): string {
  const path = `wxfile://tmp_${files.size + 1}_${file.name}`;
  files.set(path, file);
  return path;
}

/** Throws as WeChat does where there is no such file. */
export function fileAt(path: string): File {
  const file = files.get(path);
  if (!file) throw new Error(`file not found: ${path}`);
  return file;
}

/** Where the browser finds what the mini-program names. */
export function fileUrl(path: string): string {
  const file = files.get(path);
  return file ? URL.createObjectURL(file) : path;
}

/** A file as tests hand it over: name, type and content in base64. */
export function fileFrom(given: { name: string; type: string; base64: string }): File {
  const bytes = Uint8Array.from(atob(given.base64), (each) => each.charCodeAt(0));
  return new File([bytes], given.name, { type: given.type });
}

/** The part of WeChat's file system that the mini-program uses. */
export const fileSystem = {
  writeFileSync(path: string, data: string): void {
    files.set(path, new File([data], path.split("/").at(-1) ?? path, { type: "text/plain" }));
  },
  unlinkSync(path: string): void {
    fileAt(path);
    files.delete(path);
  },
};

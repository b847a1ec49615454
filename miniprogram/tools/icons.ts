/** Makes src/components/icon/icon.wxss of icons/*.svg: each a mask, so that an icon has the colour of its text. `--check` only compares. */

import fs from "node:fs";
import path from "node:path";

const FOLDER = path.join(__dirname, "../icons");
const FILE = path.join(__dirname, "../src/components/icon/icon.wxss");
const HEAD = `/* Made by tools/icons.ts from icons/*.svg. Do not edit. */
.icon {
  display: inline-block;
  width: 1.5em;
  height: 1.5em;
  vertical-align: -0.38em;
  background: currentcolor;
  -webkit-mask: center / contain no-repeat;
  mask: center / contain no-repeat;
}
`;

export function sheet(): string {
  const names = fs.readdirSync(FOLDER).map((file) => path.basename(file, ".svg")).sort();
  return HEAD + names.map((name) => rule(name, fs.readFileSync(path.join(FOLDER, `${name}.svg`), "utf8").trim())).join("");
}

function rule(name: string, svg: string): string {
  const address = `url("data:image/svg+xml,${svg.replace(/"/g, "'").replace(/[#%<>]/g, (each) => encodeURIComponent(each))}")`;
  return `.icon-${name} {\n  -webkit-mask-image: ${address};\n  mask-image: ${address};\n}\n`;
}

function main(): void {
  if (!process.argv.includes("--check")) return fs.writeFileSync(FILE, sheet());
  if (fs.readFileSync(FILE, "utf8") === sheet()) return;
  console.error("src/components/icon/icon.wxss is not made of icons/*.svg. Run: npx tsx tools/icons.ts");
  process.exitCode = 1;
}

if (process.argv[1] === __filename) main();

/**
 * The types of what may be asked of the product and what it answers, out of its OpenAPI description on standard input.
 *
 * `tsx tools/api-types.ts < openapi.json` writes typings/api.d.ts: what citizens may ask, and src/services/may-act.ts: what of it may be
 * asked for somebody else. With `--console` it writes the types of the staff console. With `--check` it only tells whether the files are fresh.
 */

import fs from "node:fs";
import path from "node:path";

import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";

const FOR_CONSOLE = process.argv.includes("--console");
const FILE = path.join(__dirname, FOR_CONSOLE ? "../../console/typings/api.d.ts" : "../typings/api.d.ts");
const MAY_ACT = path.join(__dirname, "../src/services/may-act.ts");
const HEAD = "// Made by miniprogram/tools/api-types.ts from the product's OpenAPI description. Do not edit.\n\n";

interface Operation {
  parameters?: { name: string; in: string }[];
}
interface Described {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

const OF_CITIZENS = (name: string): boolean => /^\/(api\/v1|verify)\//.test(name) && !name.startsWith("/api/v1/staff");
const OF_THE_CONSOLE = (name: string): boolean => /^\/api\/v1\/(staff|items|themes|halls|events|kiosk|displays|display-events|appointments|cases|certificates|deliveries|web|obligations|grants|materials|points)\b/.test(name);

/** The description of what is `wanted`, without the schemas only the rest meets. */
export function only(all: Described, wanted: (name: string) => boolean): Described {
  const paths = Object.fromEntries(Object.entries(all.paths).filter(([name]) => wanted(name)));
  const needed = new Set<string>(["Problem"]);
  const collect = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (needed.has(name!)) continue;
      needed.add(name!);
      collect(all.components.schemas[name!]);
    }
  };
  collect(paths);
  const schemas = Object.fromEntries(Object.entries(all.components.schemas).filter(([name]) => needed.has(name)));
  return { ...all, paths, components: { ...all.components, schemas } };
}

/** Methods and paths whose declaration takes the header `Acting-Grant`, as a module of the mini-program. */
export function mayAct({ paths }: Described): string {
  const operations = Object.entries(paths).flatMap(([name, verbs]) => Object.entries(verbs).map(([verb, each]) => ({ called: `${verb.toUpperCase()} ${name}`, each })));
  const named = operations.filter(({ each }) => each.parameters?.some((one) => one.in === "header" && one.name === "Acting-Grant")).map(({ called }) => called);
  const lines = named.sort().map((each) => `  ${JSON.stringify(each)},\n`);
  return `${HEAD}/** What may be asked under a grant. */\nexport const MAY_ACT = [\n${lines.join("")}] as const;\n`;
}

async function main(): Promise<void> {
  const all = JSON.parse(fs.readFileSync(0, "utf8")) as Described;
  const described = only(all, FOR_CONSOLE ? OF_THE_CONSOLE : OF_CITIZENS);
  const text = HEAD + astToString(await openapiTS(described as unknown as OpenAPI3, { alphabetize: true, defaultNonNullable: false }));
  const made = [[FILE, text], ...(FOR_CONSOLE ? [] : [[MAY_ACT, mayAct(described)]])] as [string, string][];
  for (const [file, wanted] of made) settle(file, wanted);
}

function settle(file: string, wanted: string): void {
  if (!process.argv.includes("--check")) return fs.writeFileSync(file, wanted);
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === wanted) return;
  console.error(`${path.relative(process.cwd(), file)} is not what the product says of itself. Run: make api-types`);
  process.exitCode = 1;
}

if (process.argv[1] === __filename) void main();

/**
 * The types of what citizens may ask the product and what it answers, out of its OpenAPI description on standard input.
 *
 * `tsx tools/api-types.ts < openapi.json` writes typings/api.d.ts; with `--check` it only tells whether that file is fresh.
 */

import fs from "node:fs";
import path from "node:path";

import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";

const FILE = path.join(__dirname, "../typings/api.d.ts");
const HEAD = "// Made by tools/api-types.ts from the product's OpenAPI description. Do not edit.\n\n";

interface Described {
  paths: Record<string, object>;
  components: { schemas: Record<string, unknown> };
}

/** The description without what staff alone may ask, and without the schemas only they meet. */
export function ofCitizens(all: Described): Described {
  const paths = Object.fromEntries(Object.entries(all.paths).filter(([name]) => /^\/(api\/v1|verify)\//.test(name) && !name.startsWith("/api/v1/staff")));
  const needed = new Set<string>();
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

async function main(): Promise<void> {
  const described = ofCitizens(JSON.parse(fs.readFileSync(0, "utf8")) as Described);
  const text = HEAD + astToString(await openapiTS(described as unknown as OpenAPI3, { alphabetize: true, defaultNonNullable: false }));
  if (!process.argv.includes("--check")) return fs.writeFileSync(FILE, text);
  if (fs.readFileSync(FILE, "utf8") === text) return;
  console.error("typings/api.d.ts is not what the product says of itself. Run: make miniprogram-types");
  process.exitCode = 1;
}

if (process.argv[1] === __filename) void main();

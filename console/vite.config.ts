/** The build of the console: one page under /console/, every file also as .gz, so that the product need not compress while it serves. */

import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin } from "vite";

/** Writes `name.gz` beside what gzip makes smaller. */
function gzipped(): Plugin {
  return {
    name: "gzipped",
    apply: "build",
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/\.(js|mjs|css|html|svg)$/.test(name)) continue;
        const file = path.join(dir!, name);
        fs.writeFileSync(`${file}.gz`, gzipSync(fs.readFileSync(file), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  base: "/console/",
  plugins: [vue(), gzipped()],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false }, // an inline script otherwise, which the page's policy forbids
    assetsInlineLimit: 0,
    rollupOptions: { input: ["index.html", "kiosk.html", "asked.html"] },
    chunkSizeWarningLimit: 2500, // the words of the kiosk's keys, fetched when somebody first writes there
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});

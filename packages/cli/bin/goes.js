#!/usr/bin/env node
import { existsSync } from "node:fs";
import process from "node:process";

const bundle = new URL("../dist/goes.js", import.meta.url);
if (!existsSync(bundle)) {
  console.error("goes is not built yet: run `npm start` in its source tree once");
  process.exit(1);
}
await import(bundle.href);

#!/usr/bin/env node
// CommonJS, because Node starts that sooner.
const process = require("node:process");
const { loadBundle } = require("./bundle.js");

const bundle = loadBundle();
if (bundle === undefined) {
  console.error("goes is not built yet: run `npm start` in its source tree once");
  process.exit(1);
}
bundle.exports.runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

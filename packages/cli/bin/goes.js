#!/usr/bin/env node
// CommonJS, because Node starts that sooner.
const process = require("node:process");
const { setFlagsFromString } = require("node:v8");
const { loadBundle } = require("./bundle.js");

// A compilation is over before most of what V8 would optimize has paid: a function is optimized only when it has run
// much longer than usual. That halves the processor time of a small build and costs a large one little.
setFlagsFromString("--interrupt-budget=1000000");

const bundle = loadBundle();
if (bundle === undefined) {
  console.error("goes is not built yet: run `npm start` in its source tree once");
  process.exit(1);
}
bundle.exports.runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

// Loads the bundle of the command line with V8's code cache beside it, so that nothing has to be compiled from source.
const { existsSync, readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname, join } = require("node:path");
const process = require("node:process");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

const file = join(__dirname, "../dist/goes.cjs");
const cacheFile = join(__dirname, "../dist/goes.cache");

// How much code a function runs (bytes of it) before V8 optimizes it; its own limit is about 130 000. A compilation
// calls very many functions for a short time: with that limit half of its processor time goes into optimizing code,
// measured on a program of 10 lines as well as on one of 6000. Has to be the same whenever the cache is made or used.
const optimizeAfter = 1_000_000;

/**
 * The bundle: its exports, and its script where it was loaded by way of the cache. Undefined where it has not been
 * built. V8 rejects a cache of another version of its own or of another bundle; then the source is compiled as ever.
 */
function loadBundle() {
  setFlagsFromString(`--interrupt-budget=${optimizeAfter}`);
  if (process.env.GOES_DEBUG) {
    // Only modules that Node itself loads have source maps.
    process.setSourceMapsEnabled(true);
    return existsSync(file) ? { exports: require(file), script: undefined } : undefined;
  }
  // The bundle is ASCII; read as that it stays a string of bytes.
  const source = read(file)?.toString("latin1");
  if (source === undefined) return undefined;
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData: read(cacheFile),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return { exports: module.exports, script };
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

module.exports = { cacheFile, loadBundle };

// Installs the packages as a stranger would: from their tarballs, into an empty directory, with npm alone and without a network. Then
// the example of every README runs, in Node and (except for the command line) bundled for a page.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { formatWithOptions } from "node:util";
import { createContext, Script } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { thirdPartyPackages } from "../third-party-licenses.js";

const root = join(import.meta.dirname, "../..");
const names = readdirSync(join(root, "packages"));
const work = mkdtempSync(join(tmpdir(), "goes-strangers-"));
const tarballs = join(work, "tarballs");
const app = join(work, "app");

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  expect(error).toBeUndefined();
  expect(`${status} ${stderr}`).toBe("0 ");
  return stdout;
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Copies of the libraries from outside, as they are installed here: the registry is not used. */
function copyThirdParty(): string[] {
  const found = new Set(
    ["lexer", "parser"].flatMap((name) => thirdPartyPackages(join(root, "packages", name))),
  );
  return [...found].map((directory, index) => {
    const copy = join(app, "third", `${index}-${basename(directory)}`);
    cpSync(directory, copy, { recursive: true });
    // npm would install what such a library is developed with.
    const { devDependencies: _, ...manifest } = JSON.parse(
      readFileSync(join(directory, "package.json"), "utf8"),
    ) as Record<string, unknown>;
    writeFileSync(join(copy, "package.json"), JSON.stringify(manifest));
    return copy;
  });
}

beforeAll(() => {
  mkdirSync(app);
  mkdirSync(tarballs);
  // Other tests run the bundle meanwhile: it stays as it is.
  run(process.execPath, [join(root, "scripts/build-packages.js"), "--keep-bundle", tarballs], root);
  writeFileSync(join(app, "package.json"), '{ "private": true, "type": "module" }\n');
  const files = [...readdirSync(tarballs).map((file) => join(tarballs, file)), ...copyThirdParty()];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  run(npm, ["install", "--offline", "--ignore-scripts", ...quiet, ...files], app);
}, 300_000);

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** The first block of a language in a README. */
function block(name: string, language: string): string {
  const text = readFileSync(join(app, "node_modules/@goes", name, "README.md"), "utf8");
  const found = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(text)?.[1];
  expect(found, `${name} has no ${language} block`).toBeDefined();
  return found!.trimEnd();
}

for (const name of names) {
  test(`${name}: the tarball says what it is and needs no workspace`, () => {
    const directory = join(app, "node_modules/@goes", name);
    const text = readFileSync(join(directory, "package.json"), "utf8");
    expect(text).not.toMatch(/workspace:|"source":|devDependencies/);
    const manifest = JSON.parse(text) as Record<string, unknown>;
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(manifest).toMatchObject({ name: `@goes/${name}`, version, license: "MIT", type: "module" });
    expect(manifest["description"]).toMatch(/\w+/);
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(["LICENSE", "README.md", "dist"]));
    const entries = name === "cli" ? ["goes.cjs", "library.bin"] : ["index.js", "index.js.map", "index.d.ts"];
    expect(readdirSync(join(directory, "dist"))).toEqual(expect.arrayContaining(entries));
    for (const unwanted of ["src", "test", "go", "scripts"]) {
      expect(readdirSync(directory)).not.toContain(unwanted);
    }
  });
}

const libraries = names.filter((name) => name !== "cli");

for (const name of libraries) {
  test(`${name}: the example of the README prints what it says`, () => {
    writeFileSync(join(app, `${name}.js`), block(name, "js"));
    expect(run(process.execPath, [`${name}.js`], app).trimEnd()).toBe(block(name, "text"));
  });

  test(`${name}: the example works in a page`, async () => {
    // Platform `browser` resolves nothing of Node.
    const bundled = await build({
      stdin: { contents: block(name, "js"), resolveDir: app },
      bundle: true,
      platform: "browser",
      format: "esm",
      write: false,
      logLevel: "silent",
    });
    expect(await runAsPage(bundled.outputFiles[0]!.text)).toBe(block(name, "text"));
  });
}

/** Runs a bundle where there is only what a page has; returns what it writes to the console. */
async function runAsPage(code: string): Promise<string> {
  const lines: string[] = [];
  const log = (...values: unknown[]): void => {
    lines.push(formatWithOptions({}, ...values));
  };
  const context = createContext({ console: { log, error: log }, TextDecoder, TextEncoder, crypto });
  await new Script(`(async () => {${code}\n})()`).runInContext(context);
  return lines.join("\n").trimEnd();
}

test("the declarations of all packages type-check, in strict mode and with nothing left out", () => {
  const sources = libraries.map((name) => {
    const file = `${name}.ts`;
    writeFileSync(join(app, file), `export * as used from "@goes/${name}";\n`);
    return file;
  });
  const settings = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      module: "NodeNext",
      target: "ES2023",
      // `DOM` has the types of WebAssembly, for the runtime.
      lib: ["ES2023", "DOM"],
      types: [],
      exactOptionalPropertyTypes: true,
    },
    files: sources,
  };
  writeFileSync(join(app, "tsconfig.json"), JSON.stringify(settings));
  expect(run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", app], app)).toBe("");
});

test("the example of the README of the project compiles what it is given", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const example = /```js\n([^]*?)```/.exec(text)![1]!;
  writeFileSync(join(app, "readme.js"), `${example}console.log(result.wasm instanceof Uint8Array);\n`);
  expect(run(process.execPath, ["readme.js"], app)).toBe("true\n");
});

test("the command compiles and runs a program", () => {
  writeFileSync(join(app, "hello.go"), block("cli", "go"));
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  expect(run(npx, ["--offline", "goes", "run", "hello.go"], app).trimEnd()).toBe(block("cli", "text"));
});

import { expect, test } from "vitest";
import { buildList } from "../src/build-list.ts";
import { parseGoMod, type GoMod } from "../src/go-mod.ts";

function mod(text: string, use: "main" | "dependency" = "dependency"): GoMod {
  const result = parseGoMod(text, "go.mod", use);
  if ("error" in result) throw new Error(result.error);
  return result.mod;
}

/** The versions selected for a main module among modules by `path@version`, each given by its `go` line and what it requires. */
function select(main: string, modules: Record<string, string>) {
  const read: string[] = [];
  const list = buildList(mod(`module main\n\n${main}`, "main"), ({ path, version }) => {
    read.push(`${path}@${version}`);
    return mod(`module ${path}\n\n${modules[`${path}@${version}`] ?? ""}`);
  });
  if ("error" in list) throw new Error(list.error);
  const { main: own, ...versions } = Object.fromEntries(list.versions);
  expect(own).toBe("");
  return { versions, changed: list.changed, read: read.toSorted() };
}

// The example of "Minimal version selection" in the reference of modules.
test("of each module the newest version that is required", () => {
  const found = select("go 1.16\nrequire a.com/a v1.2.0\nrequire b.com/b v1.2.0", {
    "a.com/a@v1.2.0": "require c.com/c v1.3.0",
    "b.com/b@v1.2.0": "require c.com/c v1.4.0",
    "c.com/c@v1.3.0": "require d.com/d v1.2.0",
    "c.com/c@v1.4.0": "require d.com/d v1.2.0",
  });
  expect(found.versions).toEqual({
    "a.com/a": "v1.2.0",
    "b.com/b": "v1.2.0",
    "c.com/c": "v1.4.0",
    "d.com/d": "v1.2.0",
  });
});

test("a version that nobody would choose still counts for what it requires", () => {
  const found = select("go 1.16\nrequire a.com/a v1.0.0\nrequire b.com/b v1.1.0", {
    "a.com/a@v1.0.0": "require b.com/b v1.0.0",
    "b.com/b@v1.0.0": "require c.com/c v1.9.0",
    "b.com/b@v1.1.0": "require c.com/c v1.0.0",
  });
  expect(found.versions["c.com/c"]).toBe("v1.9.0");
});

test("cycles end", () => {
  const found = select("go 1.16\nrequire a.com/a v1.0.0", {
    "a.com/a@v1.0.0": "require b.com/b v1.0.0\nrequire main v1.0.0",
    "b.com/b@v1.0.0": "require a.com/a v1.1.0",
    "a.com/a@v1.1.0": "require b.com/b v1.0.0",
  });
  expect(found.versions).toEqual({ "a.com/a": "v1.1.0", "b.com/b": "v1.0.0" });
});

test("from Go 1.17 on, nothing is read beyond what a dependency of Go 1.17 requires", () => {
  const modules = {
    "a.com/a@v1.0.0": "go 1.17\nrequire b.com/b v1.0.0",
    "b.com/b@v1.0.0": "go 1.17\nrequire c.com/c v1.0.0",
  };
  const pruned = select("go 1.17\nrequire a.com/a v1.0.0", modules);
  expect(pruned.versions).toEqual({ "a.com/a": "v1.0.0", "b.com/b": "v1.0.0" });
  expect(pruned.read).toEqual(["a.com/a@v1.0.0"]);
  const whole = select("go 1.16\nrequire a.com/a v1.0.0", modules);
  expect(whole.versions["c.com/c"]).toBe("v1.0.0");
});

test("what an older dependency requires is followed to the end", () => {
  const found = select("go 1.22\nrequire a.com/a v1.0.0", {
    "a.com/a@v1.0.0": "go 1.16\nrequire b.com/b v1.0.0",
    "b.com/b@v1.0.0": "go 1.16\nrequire c.com/c v1.0.0",
  });
  expect(found.versions["c.com/c"]).toBe("v1.0.0");
});

test("a go.mod file that requires less than is selected is out of date; one that excludes chooses without", () => {
  const modules = { "a.com/a@v1.0.0": "go 1.17\nrequire b.com/b v1.2.0" };
  expect(select("go 1.22\nrequire a.com/a v1.0.0\nrequire b.com/b v1.0.0", modules).changed).toBe(true);
  expect(select("go 1.22\nrequire a.com/a v1.0.0\nrequire b.com/b v1.2.0", modules).changed).toBe(false);
  const excluded = select(
    "go 1.22\nrequire a.com/a v1.0.0\nrequire b.com/b v1.3.0\nexclude b.com/b v1.3.0",
    modules,
  );
  expect(excluded.versions["b.com/b"]).toBe("v1.2.0");
});

import { expect, test } from "vitest";
import { errno } from "../src/errno.ts";
import { MissingImportError, resolveImports, wasiModule } from "../src/imports.ts";
import { moduleOf, name, section, vector } from "./support.ts";

/** A module that imports functions without parameters and results. */
function importing(...imports: readonly (readonly [module: string, name: string])[]): WebAssembly.Module {
  return moduleOf(
    section(1, vector([[0x60, ...vector([]), ...vector([])]])),
    section(2, vector(imports.map(([from, what]) => [...name(from), ...name(what), 0x00, 0x00]))),
  );
}

const done = (): number => 0;

test("functions of WASI come from the host unless the caller gives them", () => {
  const own = (): number => 1;
  const module = importing([wasiModule, "fd_write"], [wasiModule, "random_get"], ["env", "log"]);
  const wasi = { fd_write: done, random_get: done, clock_time_get: done };
  const resolved = resolveImports(module, wasi, { [wasiModule]: { random_get: own }, env: { log: own } });
  expect(resolved).toEqual({ [wasiModule]: { fd_write: done, random_get: own }, env: { log: own } });
});

test("what a host lacks of WASI answers ENOSYS", () => {
  const resolved = resolveImports(importing([wasiModule, "sock_accept"]), {}, {});
  expect((resolved[wasiModule]!["sock_accept"] as () => number)()).toBe(errno.ENOSYS);
});

test("what nobody provides is an error that names all of it", () => {
  const module = importing(["env", "log"], [wasiModule, "fd_teleport"], ["env", "toString"]);
  const missing = ["env.log", `${wasiModule}.fd_teleport`, "env.toString"];
  expect(() => resolveImports(module, {}, { env: {} })).toThrow(MissingImportError);
  try {
    resolveImports(module, {}, { env: {} });
  } catch (error) {
    expect((error as MissingImportError).missing).toEqual(missing);
    expect((error as MissingImportError).message).toBe(
      `the program imports ${missing.join(", ")}, which nobody provides`,
    );
  }
});

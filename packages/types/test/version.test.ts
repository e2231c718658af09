import { expect, test } from "vitest";
import { fileMinor, goMinor } from "../src/version.ts";

test("minor versions", () => {
  expect(goMinor("go1.21.3")).toBe(21);
  expect(goMinor("go1.22rc1")).toBe(22);
  expect(goMinor("1.22")).toBe(undefined);
});

test("a file's own version goes before that of the module, but is no less than 1.21", () => {
  expect(fileMinor(undefined, "go1.17")).toBe(17);
  expect(fileMinor("go1.23", "go1.17")).toBe(23);
  expect(fileMinor("go1.18", "go1.17")).toBe(21);
  expect(fileMinor("go1.18", "go1.22")).toBe(21);
  expect(fileMinor(undefined, undefined)).toBeGreaterThan(26);
});

import { expect, test } from "vitest";
import { allowsVersion, goMinor } from "../src/version.ts";

test("versions are compared by their minor number", () => {
  expect(allowsVersion("go1.9", "go1.18")).toBe(false);
  expect(allowsVersion("go1.21.3", "go1.21")).toBe(true);
  expect(allowsVersion("go1.22rc1", "go1.22")).toBe(true);
  expect(allowsVersion(undefined, "go1.99")).toBe(true);
});

test("what is no version has no number", () => {
  expect(goMinor("go1")).toBe(0);
  expect(goMinor("1.20")).toBeUndefined();
});

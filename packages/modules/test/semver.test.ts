import { expect, test } from "vitest";
import { compareVersions, majorFault, parseVersion } from "../src/semver.ts";

test("versions are ordered as in Semantic Versioning 2.0.0, item 11", () => {
  const ordered = [
    "not a version",
    "v0.0.0-20200101000000-abcdefabcdef",
    "v0.0.1",
    "v1.0.0-alpha",
    "v1.0.0-alpha.1",
    "v1.0.0-alpha.beta",
    "v1.0.0-beta",
    "v1.0.0-beta.2",
    "v1.0.0-beta.11",
    "v1.0.0-rc.1",
    "v1.0.0",
    "v1.2.0",
    "v1.10.0",
    "v2.0.0+incompatible",
  ];
  const shuffled = ordered.toReversed();
  expect(shuffled.toSorted(compareVersions)).toEqual(ordered);
  expect(compareVersions("v2.0.0+incompatible", "v2.0.0")).toBe(0);
});

test("what is no version", () => {
  for (const text of ["1.0.0", "v1", "v1.0", "v01.0.0", "v1.0.0-", "v1.0.0-01", "v1.0.0-a..b", "latest", ""])
    expect(parseVersion(text), text).toBeUndefined();
});

test("the major version is a part of the path from 2 on", () => {
  const fault = (path: string, version: string) => majorFault(path, parseVersion(version)!);
  expect(fault("example.com/x", "v1.0.0")).toBeUndefined();
  expect(fault("example.com/x", "v2.0.0+incompatible")).toBeUndefined();
  expect(fault("example.com/x", "v2.0.0")).toBe("should be v0 or v1, not v2");
  expect(fault("example.com/x/v2", "v1.0.0")).toBe("should be v2, not v1");
  expect(fault("example.com/x/v2", "v2.4.0")).toBeUndefined();
  expect(fault("gopkg.in/yaml.v3", "v2.0.0")).toBe("should be v3, not v2");
  expect(fault("gopkg.in/yaml.v3", "v3.0.1")).toBeUndefined();
});

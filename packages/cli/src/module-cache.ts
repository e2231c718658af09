import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The module cache, which `go` and `goes` share: GOMODCACHE, or `pkg/mod` in the first directory of GOPATH, which is `go` at home. */
export function moduleCache(env: Readonly<Record<string, string | undefined>>): string {
  if (env["GOMODCACHE"]) return env["GOMODCACHE"];
  const path = env["GOPATH"]?.split(delimiter)[0];
  return join(path ? path : join(homedir(), "go"), "pkg", "mod");
}

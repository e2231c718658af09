/** What loading packages needs of a go.mod file. */
export interface GoMod {
  readonly module: string;
  /** The `go` line, as `1.N`; undefined where there is none. */
  readonly go: string | undefined;
}

/** Reads the module path and the language version of a go.mod file; undefined without a module line. */
export function parseGoMod(text: string): GoMod | undefined {
  let module: string | undefined;
  let go: string | undefined;
  for (const raw of text.split("\n")) {
    const line = raw.replace(/\/\/.*$/, "").trim();
    const moduleLine = /^module\s+(?:"([^"]+)"|(\S+))$/.exec(line);
    if (moduleLine) module = moduleLine[1] ?? moduleLine[2];
    const goLine = /^go\s+(\S+)$/.exec(line);
    if (goLine) go = goLine[1];
  }
  return module === undefined ? undefined : { module, go };
}

/** The language version `go1.N` of a `go` line such as `1.22` or `1.22.3`. */
export function languageVersion(go: string | undefined): string | undefined {
  const match = go === undefined ? null : /^(\d+)\.(\d+)/.exec(go);
  return match === null ? undefined : `go${match[1]}.${match[2]}`;
}

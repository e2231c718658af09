import { Scope } from "./scope.ts";

/** A package of the program. */
export class Package {
  readonly path: string;
  /** The name of the package clause. */
  name: string;
  /** A stand-in for a package that could not be imported: anything may be selected from it. */
  broken = false;
  /** Package-level objects. */
  readonly scope: Scope;
  /** Directly imported packages, in order of first import. */
  readonly imports: Package[] = [];
  /** The language version, as `go1.N`, for files that state none. */
  readonly goVersion: string | undefined;

  constructor(path: string, name: string, universe: Scope | undefined, goVersion?: string) {
    this.path = path;
    this.name = name;
    this.scope = new Scope(universe);
    this.goVersion = goVersion;
  }
}

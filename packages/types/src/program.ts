import type { File } from "@goes/ast";
import type { Report } from "@goes/source";
import type { Info, Initializer } from "./info.ts";
import type { Func } from "./object.ts";
import type { Package } from "./package.ts";

/** A package to be checked: its files and how its imports are found. */
export interface PackageInput {
  readonly path: string;
  readonly files: readonly File[];
  /** Language version of the module, as `go1.N`; a `//go:build go1.N` line of a file overrides it. */
  readonly goVersion?: string | undefined;
  /** `all`: check every function body now. `demand`: only when `checkBody` asks (library packages). */
  readonly bodies: "all" | "demand";
  /** Body-less functions are allowed (library packages: intrinsics, host imports, linknames). */
  readonly allowBodyless: boolean;
}

/** How an import path is resolved: a checked package, or undefined where there is none (reported by the checker). */
export type Importer = (path: string) => CheckedPackage | undefined;

/** What checking a package gives. */
export interface CheckedPackage {
  readonly pkg: Package;
  readonly files: readonly File[];
  readonly info: Info;
  /**
   * Checks the body of a function of a `demand` package, unless that has been done; errors go to the report of
   * the package.
   */
  readonly checkBody: (func: Func) => void;
  /**
   * The package-level variables with initialisers in order of execution (spec, "Package initialization"), by the
   * references found in the bodies that have been checked so far.
   */
  readonly initOrder: () => readonly Initializer[];
}

/** Checks one package whose imports have been checked; the signature of `checkPackage`. */
export type CheckPackage = (input: PackageInput, importer: Importer, report: Report) => CheckedPackage;

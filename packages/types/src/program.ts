import type { File } from "@goes/ast";
import type { EmbeddedFile, Pos, Report } from "@goes/source";
import type { Info, Initializer } from "./info.ts";
import type { Package } from "./package.ts";
import type { Sizes } from "./sizes.ts";
import type { Func, Var } from "./object.ts";

/** A package to be checked: its files and how its imports are found. */
export interface PackageInput {
  readonly path: string;
  readonly files: readonly File[];
  /** The files that variables embed, by the positions of their names. */
  readonly embeds?: ReadonlyMap<Pos, readonly EmbeddedFile[]>;
  /** Language version of the module, as `go1.N`; a `//go:build go1.N` line of a file overrides it. */
  readonly goVersion?: string | undefined;
  /** `all`: check every function body now. `demand`: only when `checkBody` is called (library packages). */
  readonly bodies: "all" | "demand";
  /** Body-less functions are allowed (library packages: intrinsics, host imports, linknames). */
  readonly allowBodyless: boolean;
  /** Layout of types, for `unsafe.Sizeof` and its like; {@link goesSizes} unless given. */
  readonly sizes?: Sizes;
}

/** How an import path is resolved: a checked package, or undefined if there is none (reported by the checker). */
export type Importer = (path: string) => CheckedPackage | undefined;

/** The result of checking a package. */
export interface CheckedPackage {
  readonly pkg: Package;
  readonly files: readonly File[];
  readonly info: Info;
  /**
   * Checks the body of a function of a `demand` package, unless that has been done; errors go to the report of
   * the package. Returns false if there were some, now or before.
   */
  readonly checkBody: (func: Func) => boolean;
  /** All package-level variables with initialisers in source order, checked or not. */
  readonly initializers: readonly Initializer[];
  /**
   * Checks the initialiser of a package-level variable of a `demand` package, unless that has been done. Nothing
   * happens for a variable without one.
   */
  readonly checkInitializer: (variable: Var) => void;
  /**
   * The package-level variables with initialisers in order of execution (spec, "Package initialization"), by the
   * references found in the bodies that have been checked so far. Of a `demand` package, only the variables whose
   * initialisers have been checked, for their type or by `checkInitializer`.
   */
  readonly initOrder: () => readonly Initializer[];
}

/** Checks one package whose imports have been checked; the signature of `checkPackage`. */
export type CheckPackage = (input: PackageInput, importer: Importer, report: Report) => CheckedPackage;

/** A file that `//go:embed` puts into a program. */
export interface EmbeddedFile {
  /** Its path below the directory of the package, with `/`. */
  readonly name: string;
  /** What distinguishes it from the files of other packages. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

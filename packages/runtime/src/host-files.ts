/** What is at a path; `device`: one of characters, as a terminal is, `block`: one of blocks. */
export type HostFileKind = "file" | "directory" | "link" | "device" | "block" | "pipe" | "socket";

/** What a host knows of a file. Times are nanoseconds since 1970. */
export interface HostFileStat {
  readonly kind: HostFileKind;
  readonly device: bigint;
  readonly inode: bigint;
  readonly links: bigint;
  readonly size: bigint;
  readonly accessed: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
}

/** How a file is opened. */
export interface HostOpenMode {
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
  readonly create: boolean;
  readonly exclusive: boolean;
  readonly truncate: boolean;
}

/**
 * The files that a program may use. Paths are absolute and use `/`; bytes in names that are not UTF-8 are escaped
 * (host-text.ts). What cannot be done throws an error whose `code` is the POSIX name of the reason (`ENOENT` …), as in Node.
 */
export interface HostFiles {
  /** The handle of an open file, directories included. */
  open(path: string, mode: HostOpenMode): number;
  close(handle: number): void;
  /** Reads at a position, or where the host is (undefined: for what has no positions); 0 at the end. */
  read(handle: number, buffer: Uint8Array, position: number | undefined): number;
  /** Writes at a position, or where the host is; returns how many bytes were written. */
  write(handle: number, bytes: Uint8Array, position: number | undefined): number;
  /** The position of a handle that was open before the program began: for hosts whose standard streams are handles. */
  positionOf?(handle: number): number;
  statHandle(handle: number): HostFileStat;
  stat(path: string, links: "follow" | "keep"): HostFileStat;
  /** The entries of a directory without `.` and `..`. */
  list(path: string): readonly { readonly name: string; readonly kind: HostFileKind }[];
  makeDirectory(path: string): void;
  removeDirectory(path: string): void;
  removeFile(path: string): void;
  rename(from: string, to: string): void;
  link(existing: string, path: string): void;
  symlink(target: string, path: string): void;
  readLink(path: string): string;
  resize(handle: number, size: number): void;
  /** Sets times in nanoseconds since 1970. */
  setTimes(path: string, accessed: bigint, modified: bigint): void;
  sync(handle: number): void;
}

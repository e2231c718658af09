import { errno, errnoOf, WasiError } from "./errno.ts";
import type { HostFileKind, HostFiles, HostFileStat } from "./host-files.ts";
import { bytesOfText, textOfBytes } from "./host-text.ts";
import { streamCount } from "./wasi-streams.ts";

/** The memory of a program as the functions of WASI see it. */
export interface WasiMemory {
  readonly view: () => DataView;
  readonly bytes: (at: number, size: number) => Uint8Array;
  /** The parts of memory that a list of vectors names. */
  readonly vectors: (at: number, count: number) => Iterable<Uint8Array>;
}

/** A file or directory that the program has open. */
interface OpenFile {
  readonly path: string;
  readonly handle: number;
  readonly kind: HostFileKind;
  readonly append: boolean;
  /** Undefined of a standard stream that nobody has moved: the system keeps its position, which others may share. */
  position: number | undefined;
  /** The entries of a directory, once they have been asked for. */
  entries?: readonly DirectoryEntry[];
}

interface DirectoryEntry {
  readonly name: Uint8Array;
  readonly kind: HostFileKind;
}

/** The one directory that is open from the start. */
const rootDescriptor = 3;

/** Numbers of WASI's `filetype`. */
const fileTypes: Readonly<Record<HostFileKind, number>> = {
  // WASI has no number for pipes: on Unix they are all that is left.
  pipe: 0,
  block: 1,
  device: 2,
  directory: 3,
  file: 4,
  socket: 6,
  link: 7,
};

const openFlags = { create: 1, directory: 2, exclusive: 4, truncate: 8 } as const;
const rights = { read: 1n << 1n, write: 1n << 6n, all: (1n << 30n) - 1n } as const;
const followLinks = 1;
const appendFlag = 1;
const timeFlags = { accessed: 1, accessedNow: 2, modified: 4, modifiedNow: 8 } as const;

/** A function of WASI that uses the file system. */
type WasiFunction = (...values: never[]) => number;

/** What {@link createWasiFiles} makes. */
interface WasiFiles {
  readonly functions: Readonly<Record<string, WasiFunction>>;
  /** Whether the program has moved a standard stream, so that it is read and written at positions as other files are. */
  readonly isMoved: (descriptor: number) => boolean;
}

/**
 * The functions of WASI preview 1 that work on files: descriptor 3 is the root directory, further ones are what the program
 * opens. With `streams` the descriptors below it are handles of the host's. Source: the interface description of WASI snapshot preview 1.
 */
export function createWasiFiles(
  files: HostFiles,
  memory: WasiMemory,
  now: () => bigint,
  streams: "files" | undefined,
): WasiFiles {
  const open = new Map<number, OpenFile>([
    [rootDescriptor, { path: "/", handle: -1, kind: "directory", append: false, position: 0 }],
  ]);
  const { view, bytes, vectors } = memory;
  const moved = new Set<number>();

  /** The absolute path of one below a directory that is open. */
  const pathBelow = (descriptor: number, at: number, size: number): string => {
    const directory = fileOf(descriptor);
    if (directory.kind !== "directory") throw new WasiError("ENOTDIR");
    // Copied, since a decoder refuses memory that may be shared.
    const path = textOfBytes(bytes(at, size).slice());
    return path.startsWith("/") ? path : `${directory.path === "/" ? "" : directory.path}/${path}`;
  };
  const fileOf = (descriptor: number): OpenFile => {
    let file = open.get(descriptor);
    if (file === undefined && streams === "files" && descriptor >= 0 && descriptor < streamCount) {
      const { kind } = files.statHandle(descriptor);
      file = { path: "", handle: descriptor, kind, append: false, position: undefined };
      open.set(descriptor, file);
    }
    if (file === undefined) throw new WasiError("EBADF");
    return file;
  };
  const positionOf = (file: OpenFile): number => file.position ?? files.positionOf?.(file.handle) ?? 0;
  const writeStat = (at: number, stat: HostFileStat): void => {
    const out = view();
    const base = at >>> 0;
    out.setBigUint64(base, BigInt.asUintN(64, stat.device), true);
    out.setBigUint64(base + 8, BigInt.asUintN(64, stat.inode), true);
    out.setBigUint64(base + 16, BigInt(fileTypes[stat.kind]), true);
    out.setBigUint64(base + 24, stat.links, true);
    out.setBigUint64(base + 32, stat.size, true);
    out.setBigUint64(base + 40, BigInt.asUintN(64, stat.accessed), true);
    out.setBigUint64(base + 48, BigInt.asUintN(64, stat.modified), true);
    out.setBigUint64(base + 56, BigInt.asUintN(64, stat.changed), true);
  };

  const read = (
    descriptor: number,
    at: number,
    count: number,
    from: number | undefined,
    readAt: number,
  ): void => {
    const file = fileOf(descriptor);
    let total = 0;
    for (const part of vectors(at, count)) {
      if (part.length === 0) continue;
      const start = from ?? (file.kind === "file" ? positionOf(file) : undefined);
      const position = start === undefined ? undefined : start + total;
      const size = files.read(file.handle, part, position);
      total += size;
      if (size < part.length) break;
    }
    if (from === undefined) file.position = positionOf(file) + total;
    view().setUint32(readAt >>> 0, total, true);
  };
  const write = (
    descriptor: number,
    at: number,
    count: number,
    from: number | undefined,
    writtenAt: number,
  ): void => {
    const file = fileOf(descriptor);
    const start = from ?? (file.kind === "file" && !file.append ? positionOf(file) : undefined);
    let total = 0;
    try {
      for (const part of vectors(at, count)) {
        let done = 0;
        while (done < part.length) {
          const size = files.write(
            file.handle,
            part.subarray(done),
            start === undefined ? undefined : start + total,
          );
          done += size;
          total += size;
        }
      }
    } catch (error) {
      // What has been written is returned now, the error when the program goes on with the rest.
      if (total === 0) throw error;
    }
    if (from === undefined && file.kind === "file") {
      file.position = start === undefined ? Number(files.statHandle(file.handle).size) : start + total;
    }
    view().setUint32(writtenAt >>> 0, total, true);
  };
  const seek = (descriptor: number, offset: bigint, whence: number, resultAt: number): void => {
    const file = fileOf(descriptor);
    if (file.kind !== "file" && file.kind !== "directory") throw new WasiError("ESPIPE");
    const start =
      whence === 0 ? 0 : whence === 1 ? positionOf(file) : Number(files.statHandle(file.handle).size);
    const position = start + Number(offset);
    if (position < 0) throw new WasiError("EINVAL");
    if (descriptor >= streamCount || position !== positionOf(file)) {
      file.position = position;
      if (descriptor < streamCount) moved.add(descriptor);
    }
    view().setBigUint64(resultAt >>> 0, BigInt(position), true);
  };

  const pathOpen = (
    directory: number,
    _lookup: number,
    at: number,
    size: number,
    how: number,
    base: bigint,
    _inheriting: bigint,
    flags: number,
    resultAt: number,
  ): void => {
    const path = pathBelow(directory, at, size);
    const wantsWrite = (base & rights.write) !== 0n;
    const mode = {
      read: (base & rights.read) !== 0n || !wantsWrite,
      write: wantsWrite,
      append: (flags & appendFlag) !== 0,
      create: (how & openFlags.create) !== 0,
      exclusive: (how & openFlags.exclusive) !== 0,
      truncate: (how & openFlags.truncate) !== 0,
    };
    const handle = files.open(path, mode);
    const { kind } = files.statHandle(handle);
    if ((how & openFlags.directory) !== 0 && kind !== "directory") {
      files.close(handle);
      throw new WasiError("ENOTDIR");
    }
    let descriptor = rootDescriptor + 1;
    while (open.has(descriptor)) descriptor++;
    open.set(descriptor, { path, handle, kind, append: mode.append, position: 0 });
    view().setUint32(resultAt >>> 0, descriptor, true);
  };

  /** Entries from `cookie` on, the last one cut off where the buffer ends. */
  const readDirectory = (
    descriptor: number,
    at: number,
    size: number,
    cookie: bigint,
    usedAt: number,
  ): void => {
    const file = fileOf(descriptor);
    if (file.kind !== "directory") throw new WasiError("ENOTDIR");
    if (cookie === 0n || file.entries === undefined) {
      file.entries = files.list(file.path).map(({ name, kind }) => ({ name: bytesOfText(name), kind }));
    }
    const target = bytes(at, size);
    let used = 0;
    for (let i = Number(cookie); i < file.entries.length && used < target.length; i++) {
      const { name, kind } = file.entries[i]!;
      const entry = new Uint8Array(24 + name.length);
      const header = new DataView(entry.buffer);
      header.setBigUint64(0, BigInt(i + 1), true);
      header.setUint32(16, name.length, true);
      header.setUint8(20, fileTypes[kind]);
      entry.set(name, 24);
      const part = entry.subarray(0, target.length - used);
      target.set(part, used);
      used += part.length;
    }
    view().setUint32(usedAt >>> 0, used, true);
  };

  const setTimes = (path: string, accessed: bigint, modified: bigint, flags: number): void => {
    const present = files.stat(path, "follow");
    const choose = (set: number, setNow: number, given: bigint, kept: bigint): bigint =>
      (flags & setNow) !== 0 ? now() : (flags & set) !== 0 ? given : kept;
    files.setTimes(
      path,
      choose(timeFlags.accessed, timeFlags.accessedNow, accessed, present.accessed),
      choose(timeFlags.modified, timeFlags.modifiedNow, modified, present.modified),
    );
  };

  /** Turns what is thrown into an error number. */
  const guarded =
    <Args extends readonly unknown[]>(action: (...values: Args) => void) =>
    (...values: Args): number => {
      try {
        action(...values);
        return errno.SUCCESS;
      } catch (error) {
        return errnoOf(error);
      }
    };

  const functions = {
    fd_read: guarded((fd: number, at: number, count: number, readAt: number) =>
      read(fd, at, count, undefined, readAt),
    ),
    fd_pread: guarded((fd: number, at: number, count: number, from: bigint, readAt: number) =>
      read(fd, at, count, Number(from), readAt),
    ),
    fd_write: guarded((fd: number, at: number, count: number, writtenAt: number) =>
      write(fd, at, count, undefined, writtenAt),
    ),
    fd_pwrite: guarded((fd: number, at: number, count: number, from: bigint, writtenAt: number) =>
      write(fd, at, count, Number(from), writtenAt),
    ),
    fd_close: guarded((fd: number) => {
      const { handle } = fileOf(fd);
      open.delete(fd);
      if (handle >= 0) files.close(handle);
    }),
    fd_seek: guarded(seek),
    fd_tell: guarded((fd: number, resultAt: number) => seek(fd, 0n, 1, resultAt)),
    fd_sync: guarded((fd: number) => files.sync(fileOf(fd).handle)),
    fd_datasync: guarded((fd: number) => files.sync(fileOf(fd).handle)),
    fd_fdstat_get: guarded((fd: number, at: number) => {
      const file = fileOf(fd);
      bytes(at, 24).fill(0);
      view().setUint8(at >>> 0, fileTypes[file.kind]);
      view().setUint16((at >>> 0) + 2, file.append ? appendFlag : 0, true);
      view().setBigUint64((at >>> 0) + 8, rights.all, true);
      view().setBigUint64((at >>> 0) + 16, rights.all, true);
    }),
    fd_filestat_get: guarded((fd: number, at: number) => {
      const file = fileOf(fd);
      writeStat(at, file.handle < 0 ? files.stat(file.path, "follow") : files.statHandle(file.handle));
    }),
    fd_filestat_set_size: guarded((fd: number, size: bigint) =>
      files.resize(fileOf(fd).handle, Number(size)),
    ),
    fd_filestat_set_times: guarded((fd: number, accessed: bigint, modified: bigint, flags: number) =>
      setTimes(fileOf(fd).path, accessed, modified, flags),
    ),
    fd_readdir: guarded(readDirectory),
    fd_prestat_get: guarded((fd: number, at: number) => {
      if (fd !== rootDescriptor) throw new WasiError("EBADF");
      view().setUint32(at >>> 0, 0, true);
      view().setUint32((at >>> 0) + 4, 1, true);
    }),
    fd_prestat_dir_name: guarded((fd: number, at: number, size: number) => {
      if (fd !== rootDescriptor) throw new WasiError("EBADF");
      if (size < 1) throw new WasiError("ENAMETOOLONG");
      bytes(at, 1)[0] = 0x2f;
    }),
    path_open: guarded(pathOpen),
    path_filestat_get: guarded((fd: number, lookup: number, at: number, size: number, statAt: number) => {
      const links = (lookup & followLinks) !== 0 ? "follow" : "keep";
      writeStat(statAt, files.stat(pathBelow(fd, at, size), links));
    }),
    path_filestat_set_times: guarded(
      (
        fd: number,
        _lookup: number,
        at: number,
        size: number,
        accessed: bigint,
        modified: bigint,
        flags: number,
      ) => setTimes(pathBelow(fd, at, size), accessed, modified, flags),
    ),
    path_create_directory: guarded((fd: number, at: number, size: number) =>
      files.makeDirectory(pathBelow(fd, at, size)),
    ),
    path_remove_directory: guarded((fd: number, at: number, size: number) =>
      files.removeDirectory(pathBelow(fd, at, size)),
    ),
    path_unlink_file: guarded((fd: number, at: number, size: number) =>
      files.removeFile(pathBelow(fd, at, size)),
    ),
    path_rename: guarded((fd: number, at: number, size: number, toFd: number, toAt: number, toSize: number) =>
      files.rename(pathBelow(fd, at, size), pathBelow(toFd, toAt, toSize)),
    ),
    path_link: guarded(
      (fd: number, _lookup: number, at: number, size: number, toFd: number, toAt: number, toSize: number) =>
        files.link(pathBelow(fd, at, size), pathBelow(toFd, toAt, toSize)),
    ),
    path_symlink: guarded((targetAt: number, targetSize: number, fd: number, at: number, size: number) =>
      files.symlink(textOfBytes(bytes(targetAt, targetSize).slice()), pathBelow(fd, at, size)),
    ),
    path_readlink: guarded(
      (fd: number, at: number, size: number, bufferAt: number, bufferSize: number, usedAt: number) => {
        const text = bytesOfText(files.readLink(pathBelow(fd, at, size))).subarray(0, bufferSize >>> 0);
        bytes(bufferAt, text.length).set(text);
        view().setUint32(usedAt >>> 0, text.length, true);
      },
    ),
  };
  return { functions, isMoved: (descriptor) => moved.has(descriptor) };
}

import { expect, test } from "vitest";
import { errno } from "../src/errno.ts";
import { MemoryFiles } from "./memory-files.ts";
import { testHost, wasiOf, type TestWasi } from "./support.ts";

const rights = { read: 1n << 1n, write: 1n << 6n };
const root = 3;

interface FileWasi extends TestWasi {
  readonly files: MemoryFiles;
  /** `path_open`: the descriptor, or the error as a negative number. */
  readonly open: (path: string, options?: OpenOptions) => number;
  /** `fd_read` or `fd_pread` of so many bytes. */
  readonly read: (descriptor: number, size: number, from?: number) => string;
  /** `fd_write` or `fd_pwrite`; returns the error number. */
  readonly write: (descriptor: number, text: string, from?: number) => number;
  /** A function whose first argument after the descriptor of a directory is a path. */
  readonly onPath: (name: string, path: string, ...rest: readonly (number | bigint)[]) => number;
}

interface OpenOptions {
  readonly directory?: number;
  readonly how?: number;
  readonly base?: bigint;
  readonly flags?: number;
}

function filesOf(contents: Readonly<Record<string, string>>): FileWasi {
  const files = new MemoryFiles(contents);
  const wasi = wasiOf(testHost({ files }));
  const { call, put, view, vectors, text } = wasi;
  return {
    ...wasi,
    files,
    open: (path, { directory = root, how = 0, base = rights.read, flags = 0 } = {}) => {
      const error = call("path_open", directory, 1, 1000, put(1000, path), how, base, 0n, flags, 2000);
      return error === errno.SUCCESS ? view.getUint32(2000, true) : -error;
    },
    read: (descriptor, size, from) => {
      vectors(3000, [4000, size]);
      if (from === undefined) call("fd_read", descriptor, 3000, 1, 3100);
      else call("fd_pread", descriptor, 3000, 1, BigInt(from), 3100);
      return text(4000, view.getUint32(3100, true));
    },
    write: (descriptor, written, from) => {
      vectors(3000, [4000, put(4000, written)]);
      return from === undefined
        ? call("fd_write", descriptor, 3000, 1, 3100)
        : call("fd_pwrite", descriptor, 3000, 1, BigInt(from), 3100);
    },
    onPath: (name, path, ...rest) => call(name, root, 1000, put(1000, path), ...rest),
  };
}

test("the root directory is the one that is open from the start", () => {
  const { call, view, text } = filesOf({});
  expect(call("fd_prestat_get", root, 0)).toBe(errno.SUCCESS);
  expect([view.getUint32(0, true), view.getUint32(4, true)]).toEqual([0, 1]);
  expect(call("fd_prestat_dir_name", root, 0, 1)).toBe(errno.SUCCESS);
  expect(text(0, 1)).toBe("/");
  expect(call("fd_prestat_dir_name", root, 0, 0)).toBe(errno.ENAMETOOLONG);
  expect(call("fd_prestat_get", root + 1, 0)).toBe(errno.EBADF);
});

test("descriptors are the least that are free", () => {
  const { call, open } = filesOf({ "/a": "", "/b": "" });
  expect([open("a"), open("b"), open("a")]).toEqual([4, 5, 6]);
  expect(call("fd_close", 5)).toBe(errno.SUCCESS);
  expect(open("b")).toBe(5);
  expect(call("fd_close", 9)).toBe(errno.EBADF);
});

test("reading and writing go on from where they ended; positions of their own change nothing", () => {
  const { open, read, write, files } = filesOf({ "/a": "hello world" });
  const file = open("a", { base: rights.read | rights.write });
  expect([read(file, 5), read(file, 3, 6), read(file, 2)]).toEqual(["hello", "wor", " w"]);
  expect(write(file, "XY")).toBe(errno.SUCCESS);
  expect(write(file, "J", 0)).toBe(errno.SUCCESS);
  expect(files.text("/a")).toBe("Jello wXYld");
  expect(read(file, 9)).toBe("ld");
  expect(read(file, 9)).toBe("");
});

test("appending writes at the end, wherever the program is", () => {
  const { call, open, read, write, files, view } = filesOf({ "/a": "12345" });
  const file = open("a", { base: rights.read | rights.write, flags: 1 });
  expect(read(file, 2)).toBe("12");
  write(file, "67");
  expect(files.text("/a")).toBe("1234567");
  expect(read(file, 9)).toBe("");
  call("fd_fdstat_get", file, 0);
  expect([view.getUint8(0), view.getUint16(2, true)]).toEqual([4, 1]);
});

test("seeking from the start, from here and from the end", () => {
  const { call, open, read, view } = filesOf({ "/a": "0123456789" });
  const file = open("a");
  const seek = (offset: bigint, whence: number): number => {
    const error = call("fd_seek", file, offset, whence, 64);
    return error === errno.SUCCESS ? Number(view.getBigUint64(64, true)) : -error;
  };
  expect([seek(4n, 0), read(file, 1), seek(2n, 1), read(file, 1)]).toEqual([4, "4", 7, "7"]);
  expect([seek(-3n, 2), read(file, 9)]).toEqual([7, "789"]);
  expect(seek(-11n, 2)).toBe(-errno.EINVAL);
  expect(seek(20n, 0)).toBe(20);
  expect(read(file, 1)).toBe("");
  expect(call("fd_tell", file, 64)).toBe(errno.SUCCESS);
  expect(view.getBigUint64(64, true)).toBe(20n);
});

test("how a file is opened: create, exclusive, truncate, directory", () => {
  const { open, files } = filesOf({ "/a": "text", "/d/": "" });
  const [create, directory, exclusive, truncate] = [1, 2, 4, 8];
  expect(open("new")).toBe(-errno.ENOENT);
  expect(open("new", { how: create, base: rights.write })).toBe(4);
  expect(open("a", { how: create | exclusive })).toBe(-errno.EEXIST);
  expect(open("a", { how: directory })).toBe(-errno.ENOTDIR);
  // What was opened to find that out is closed.
  expect(files.handles.size).toBe(1);
  expect(open("a", { how: truncate, base: rights.write })).toBe(5);
  expect(files.text("/a")).toBe("");
  expect(open("d", { how: directory })).toBe(6);
});

test("paths begin at the directory of the descriptor, unless they begin with a slash", () => {
  const { open, read } = filesOf({ "/d/": "", "/d/a": "below", "/a": "above" });
  const directory = open("d");
  expect(read(open("a", { directory }), 9)).toBe("below");
  expect(read(open("/a", { directory }), 9)).toBe("above");
  expect(open("a", { directory: open("a") })).toBe(-errno.ENOTDIR);
  expect(open("a", { directory: 77 })).toBe(-errno.EBADF);
});

test("a directory is read from any entry on; the last one is cut off where the buffer ends", () => {
  const { call, open, view, text } = filesOf({ "/d/": "", "/d/one": "", "/d/sub/": "", "/d/é": "" });
  const directory = open("d");
  const list = (size: number, cookie: bigint): number => {
    expect(call("fd_readdir", directory, 5000, size, cookie, 64)).toBe(errno.SUCCESS);
    return view.getUint32(64, true);
  };
  expect(list(500, 0n)).toBe(24 + 3 + 24 + 3 + 24 + 2);
  const entry = (at: number) => ({
    next: view.getBigUint64(at, true),
    type: view.getUint8(at + 20),
    name: text(at + 24, view.getUint32(at + 16, true)),
  });
  expect(entry(5000)).toEqual({ next: 1n, type: 4, name: "one" });
  expect(entry(5027)).toEqual({ next: 2n, type: 3, name: "sub" });
  expect(entry(5054)).toEqual({ next: 3n, type: 4, name: "é" });
  expect(list(30, 1n)).toBe(30);
  expect(entry(5000)).toEqual({ next: 2n, type: 3, name: "sub" });
  expect(list(500, 3n)).toBe(0);
  expect(call("fd_readdir", open("d/one"), 5000, 10, 0n, 64)).toBe(errno.ENOTDIR);
});

test("what is known of a file, and of a link itself", () => {
  const { call, open, onPath, view, put, files } = filesOf({ "/a": "four" });
  expect(call("path_symlink", 1500, put(1500, "/a"), root, 1000, put(1000, "l"))).toBe(errno.SUCCESS);
  const stat = (path: string, lookup: number): readonly [number, bigint] => {
    const error = call("path_filestat_get", root, lookup, 1000, put(1000, path), 200);
    expect(error).toBe(errno.SUCCESS);
    return [view.getUint8(216), view.getBigUint64(232, true)];
  };
  expect(stat("a", 1)).toEqual([4, 4n]);
  expect(stat("l", 1)).toEqual([4, 4n]);
  expect(stat("l", 0)[0]).toBe(7);
  expect(onPath("path_readlink", "l", 1600, 99, 64)).toBe(errno.SUCCESS);
  expect(view.getUint32(64, true)).toBe(2);
  expect(onPath("path_readlink", "l", 1600, 1, 64)).toBe(errno.SUCCESS);
  expect(view.getUint32(64, true)).toBe(1);
  expect(onPath("path_readlink", "a", 1600, 1, 64)).toBe(errno.EINVAL);
  const file = open("a");
  expect(call("fd_filestat_get", file, 200)).toBe(errno.SUCCESS);
  const inode = files.nodes.get("/a")!.inode;
  expect([view.getBigUint64(200, true), view.getBigUint64(208, true)]).toEqual([9n, inode]);
  expect([240, 248, 256].map((at) => view.getBigUint64(at, true))).toEqual([1n, 2n, 3n]);
});

test("times are those given, those of now, or stay", () => {
  const { call, open, put, files } = filesOf({ "/a": "" });
  const times = (): readonly bigint[] => {
    const { accessed, modified } = files.nodes.get("/a")!;
    return [accessed, modified];
  };
  const [accessed, accessedNow, modified, modifiedNow] = [1, 2, 4, 8];
  const set = (flags: number): number =>
    call("path_filestat_set_times", root, 1, 1000, put(1000, "a"), 50n, 60n, flags);
  expect(set(modified)).toBe(errno.SUCCESS);
  expect(times()).toEqual([1n, 60n]);
  set(accessed | modifiedNow);
  expect(times()).toEqual([50n, 1000n]);
  expect(call("fd_filestat_set_times", open("a"), 0n, 7n, accessedNow | modified)).toBe(errno.SUCCESS);
  expect(times()).toEqual([1000n, 7n]);
});

test("the tree changes: directories, names, links, sizes", () => {
  const { call, open, onPath, put, files } = filesOf({ "/a": "text" });
  expect(onPath("path_create_directory", "d")).toBe(errno.SUCCESS);
  expect(onPath("path_create_directory", "d")).toBe(errno.EEXIST);
  expect(onPath("path_rename", "a", root, 1500, put(1500, "d/b"))).toBe(errno.SUCCESS);
  expect(onPath("path_remove_directory", "d")).toBe(errno.ENOTEMPTY);
  expect(call("path_link", root, 0, 1000, put(1000, "d/b"), root, 1500, put(1500, "c"))).toBe(errno.SUCCESS);
  const file = open("c", { base: rights.write });
  expect(call("fd_filestat_set_size", file, 2n)).toBe(errno.SUCCESS);
  expect(files.text("/d/b")).toBe("te");
  expect(call("fd_sync", file)).toBe(errno.SUCCESS);
  expect(call("fd_datasync", file)).toBe(errno.SUCCESS);
  expect(files.synced).toHaveLength(2);
  expect(onPath("path_unlink_file", "d/b")).toBe(errno.SUCCESS);
  expect(onPath("path_unlink_file", "d/b")).toBe(errno.ENOENT);
  expect(onPath("path_remove_directory", "d")).toBe(errno.SUCCESS);
  expect([...files.nodes.keys()]).toEqual(["/", "/c"]);
});

test("an error after something was written is told when the program goes on", () => {
  const { call, open, vectors, view, files } = filesOf({ "/a": "" });
  const file = open("a", { base: rights.write });
  let writes = 0;
  const { write } = files;
  files.write = (handle, bytes, position) => {
    if (++writes > 1) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    return write.call(files, handle, bytes, position);
  };
  vectors(0, [100, 3], [200, 3]);
  expect(call("fd_write", file, 0, 2, 64)).toBe(errno.SUCCESS);
  expect(view.getUint32(64, true)).toBe(3);
  expect(call("fd_write", file, 0, 2, 64)).toBe(errno.ENOSPC);
});

test("names that are not UTF-8 are texts with escapes for the host", () => {
  const { call, view, files } = filesOf({ "/\udcff": "odd" });
  view.setUint8(1000, 0xff);
  expect(call("path_open", root, 1, 1000, 1, 0, rights.read, 0n, 0, 2000)).toBe(errno.SUCCESS);
  expect(files.handles.size).toBe(1);
});

test("the standard streams stay streams beside files", () => {
  const { call, view } = filesOf({});
  expect(call("fd_seek", 1, 0n, 0, 64)).toBe(errno.ESPIPE);
  expect(call("fd_fdstat_get", 1, 0)).toBe(errno.SUCCESS);
  expect(view.getUint8(0)).toBe(2);
  expect(call("fd_close", 1)).toBe(errno.SUCCESS);
});

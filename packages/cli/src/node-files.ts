import type { HostFileKind, HostFiles, HostFileStat } from "@goes/runtime";
import * as fs from "node:fs";

/** The files of this machine, for a program that runs on it. */
export const nodeFiles: HostFiles = {
  open: (path, mode) => {
    const { O_RDONLY, O_WRONLY, O_RDWR, O_APPEND, O_CREAT, O_EXCL, O_TRUNC } = fs.constants;
    let flags = mode.write ? (mode.read ? O_RDWR : O_WRONLY) : O_RDONLY;
    if (mode.append) flags |= O_APPEND;
    if (mode.create) flags |= O_CREAT;
    if (mode.exclusive) flags |= O_EXCL;
    if (mode.truncate) flags |= O_TRUNC;
    return fs.openSync(path, flags);
  },
  close: (handle) => fs.closeSync(handle),
  read: (handle, buffer, position) => fs.readSync(handle, buffer, 0, buffer.length, position ?? null),
  write: (handle, bytes, position) => fs.writeSync(handle, bytes, 0, bytes.length, position ?? null),
  statHandle: (handle) => describe(fs.fstatSync(handle, { bigint: true })),
  stat: (path, links) =>
    describe(links === "follow" ? fs.statSync(path, { bigint: true }) : fs.lstatSync(path, { bigint: true })),
  list: (path) =>
    fs.readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  makeDirectory: (path) => void fs.mkdirSync(path),
  removeDirectory: (path) => fs.rmdirSync(path),
  removeFile: (path) => fs.unlinkSync(path),
  rename: (from, to) => fs.renameSync(from, to),
  link: (existing, path) => fs.linkSync(existing, path),
  symlink: (target, path) => fs.symlinkSync(target, path),
  readLink: (path) => fs.readlinkSync(path),
  resize: (handle, size) => fs.ftruncateSync(handle, size),
  setTimes: (path, accessed, modified) => fs.utimesSync(path, Number(accessed) / 1e9, Number(modified) / 1e9),
  sync: (handle) => fs.fsyncSync(handle),
};

function describe(stat: fs.BigIntStats): HostFileStat {
  return {
    kind: kindOf(stat),
    device: stat.dev,
    inode: stat.ino,
    links: stat.nlink,
    size: stat.size,
    accessed: stat.atimeNs,
    modified: stat.mtimeNs,
    changed: stat.ctimeNs,
  };
}

function kindOf(
  item: Pick<fs.Dirent, "isFile" | "isDirectory" | "isSymbolicLink" | "isCharacterDevice">,
): HostFileKind {
  if (item.isFile()) return "file";
  if (item.isDirectory()) return "directory";
  if (item.isSymbolicLink()) return "link";
  return item.isCharacterDevice() ? "device" : "other";
}

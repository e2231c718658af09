import {
  bytesOfText,
  textOfBytes,
  type HostFileKind,
  type HostFiles,
  type HostFileStat,
} from "@goes/runtime";
import { Buffer } from "node:buffer";
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
    return fs.openSync(nodePath(path), flags);
  },
  close: (handle) => fs.closeSync(handle),
  read: (handle, buffer, position) => fs.readSync(handle, buffer, 0, buffer.length, position ?? null),
  write: (handle, bytes, position) => fs.writeSync(handle, bytes, 0, bytes.length, position ?? null),
  positionOf: (handle) => systemPosition(handle) ?? 0,
  statHandle: (handle) => describe(fs.fstatSync(handle, { bigint: true })),
  stat: (path, links) => {
    const stat = links === "follow" ? fs.statSync : fs.lstatSync;
    return describe(stat(nodePath(path), { bigint: true }));
  },
  list: (path) =>
    fs
      .readdirSync(nodePath(path), { withFileTypes: true, encoding: "buffer" })
      .map((entry) => ({ name: textOfBytes(entry.name), kind: kindOf(entry) })),
  makeDirectory: (path) => void fs.mkdirSync(nodePath(path)),
  removeDirectory: (path) => fs.rmdirSync(nodePath(path)),
  removeFile: (path) => fs.unlinkSync(nodePath(path)),
  rename: (from, to) => fs.renameSync(nodePath(from), nodePath(to)),
  link: (existing, path) => fs.linkSync(nodePath(existing), nodePath(path)),
  symlink: (target, path) => fs.symlinkSync(nodePath(target), nodePath(path)),
  readLink: (path) => textOfBytes(fs.readlinkSync(nodePath(path), { encoding: "buffer" })),
  resize: (handle, size) => fs.ftruncateSync(handle, size),
  setTimes: (path, accessed, modified) =>
    fs.utimesSync(nodePath(path), Number(accessed) / 1e9, Number(modified) / 1e9),
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

/** What both a description of a file and an entry of a directory can tell. */
type Kinds = Pick<
  fs.BigIntStats,
  "isFile" | "isDirectory" | "isSymbolicLink" | "isCharacterDevice" | "isBlockDevice" | "isSocket"
>;

function kindOf(item: Kinds): HostFileKind {
  if (item.isFile()) return "file";
  if (item.isDirectory()) return "directory";
  if (item.isSymbolicLink()) return "link";
  if (item.isCharacterDevice()) return "device";
  if (item.isBlockDevice()) return "block";
  return item.isSocket() ? "socket" : "pipe";
}

/** A path as Node takes it. */
function nodePath(path: string): Buffer {
  return Buffer.from(bytesOfText(path));
}

/** The position of the system in an open file; only Linux has it. */
function systemPosition(handle: number): number | undefined {
  try {
    const info = fs.readFileSync(`/proc/self/fdinfo/${handle}`, "latin1");
    const position = /^pos:\s*(\d+)/m.exec(info)?.[1];
    return position === undefined ? undefined : Number(position);
  } catch {
    return undefined;
  }
}

import type { HostFileKind, HostFiles, HostFileStat } from "../src/host-files.ts";
import { failure } from "./support.ts";

interface Node {
  kind: HostFileKind;
  bytes: Uint8Array;
  target: string;
  accessed: bigint;
  modified: bigint;
  readonly inode: bigint;
}

/** Files in memory that hold what a test gives; a path that ends with `/` is a directory. */
export class MemoryFiles implements HostFiles {
  readonly nodes: Map<string, Node> = new Map();
  readonly handles: Map<number, { readonly path: string; readonly append: boolean }> = new Map();
  readonly synced: number[] = [];

  constructor(contents: Readonly<Record<string, string>>) {
    this.#add("/", "directory");
    for (const [path, text] of Object.entries(contents)) {
      if (path.endsWith("/")) this.#add(path.slice(0, -1), "directory");
      else this.#add(path, "file").bytes = new TextEncoder().encode(text);
    }
  }

  text(path: string): string {
    return new TextDecoder().decode(this.#at(path).bytes);
  }

  open(
    path: string,
    mode: { write: boolean; append: boolean; create: boolean; exclusive: boolean; truncate: boolean },
  ): number {
    let node = this.nodes.get(path);
    if (node !== undefined && mode.create && mode.exclusive) throw failure("EEXIST");
    if (node === undefined && !mode.create) throw failure("ENOENT");
    node ??= this.#add(path, "file");
    if (node.kind === "directory" && mode.write) throw failure("EISDIR");
    if (mode.truncate) node.bytes = new Uint8Array(0);
    const handle = 100 + this.handles.size;
    this.handles.set(handle, { path, append: mode.append });
    return handle;
  }

  close(handle: number): void {
    this.handles.delete(handle);
  }

  read(handle: number, buffer: Uint8Array, position: number | undefined): number {
    const part = this.#of(handle).bytes.subarray(position ?? 0, (position ?? 0) + buffer.length);
    buffer.set(part);
    return part.length;
  }

  write(handle: number, bytes: Uint8Array, position: number | undefined): number {
    const node = this.#of(handle);
    const at = this.handles.get(handle)!.append ? node.bytes.length : (position ?? 0);
    const grown = new Uint8Array(Math.max(node.bytes.length, at + bytes.length));
    grown.set(node.bytes);
    grown.set(bytes, at);
    node.bytes = grown;
    return bytes.length;
  }

  statHandle(handle: number): HostFileStat {
    return this.stat(this.handles.get(handle)!.path, "keep");
  }

  stat(path: string, links: "follow" | "keep"): HostFileStat {
    const node = this.#at(path);
    if (node.kind === "link" && links === "follow") return this.stat(node.target, links);
    const { kind, inode, accessed, modified, bytes } = node;
    const size = BigInt(bytes.length);
    return { kind, device: 9n, inode, links: 1n, size, accessed, modified, changed: 3n };
  }

  list(path: string): readonly { readonly name: string; readonly kind: HostFileKind }[] {
    const start = path === "/" ? "/" : `${path}/`;
    return [...this.nodes]
      .filter(([at]) => at !== "/" && at.startsWith(start) && !at.slice(start.length).includes("/"))
      .map(([at, { kind }]) => ({ name: at.slice(start.length), kind }));
  }

  makeDirectory(path: string): void {
    if (this.nodes.has(path)) throw failure("EEXIST");
    this.#add(path, "directory");
  }

  removeDirectory(path: string): void {
    if (this.list(path).length > 0) throw failure("ENOTEMPTY");
    this.nodes.delete(path);
  }

  removeFile(path: string): void {
    this.#at(path);
    this.nodes.delete(path);
  }

  rename(from: string, to: string): void {
    this.nodes.set(to, this.#at(from));
    this.nodes.delete(from);
  }

  link(existing: string, path: string): void {
    this.nodes.set(path, this.#at(existing));
  }

  symlink(target: string, path: string): void {
    this.#add(path, "link").target = target;
  }

  readLink(path: string): string {
    const { kind, target } = this.#at(path);
    if (kind !== "link") throw failure("EINVAL");
    return target;
  }

  resize(handle: number, size: number): void {
    const node = this.#of(handle);
    const resized = new Uint8Array(size);
    resized.set(node.bytes.subarray(0, size));
    node.bytes = resized;
  }

  setTimes(path: string, accessed: bigint, modified: bigint): void {
    Object.assign(this.#at(path), { accessed, modified });
  }

  sync(handle: number): void {
    this.synced.push(handle);
  }

  #add(path: string, kind: HostFileKind): Node {
    const inode = BigInt(this.nodes.size + 1);
    const node = { kind, bytes: new Uint8Array(0), target: "", accessed: 1n, modified: 2n, inode };
    this.nodes.set(path, node);
    return node;
  }

  #at(path: string): Node {
    const node = this.nodes.get(path);
    if (node === undefined) throw failure("ENOENT");
    return node;
  }

  #of(handle: number): Node {
    return this.#at(this.handles.get(handle)!.path);
  }
}

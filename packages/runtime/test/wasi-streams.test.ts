import { expect, test } from "vitest";
import { errno } from "../src/errno.ts";
import { failure, testHost, wasiOf } from "./support.ts";

test("writes the parts in order and tells their sizes together", () => {
  const host = testHost();
  const { call, put, vectors, view } = wasiOf(host);
  vectors(0, [100, put(100, "abc")], [0, 0], [200, put(200, "dé")]);
  expect(call("fd_write", 1, 0, 3, 64)).toBe(errno.SUCCESS);
  expect(view.getUint32(64, true)).toBe(6);
  call("fd_write", 2, 0, 1, 64);
  expect(host.written).toEqual({ 1: "abcdé", 2: "abc" });
});

test("a host that takes less is asked no further", () => {
  const sizes: number[] = [];
  const host = testHost({
    write: (_descriptor, bytes) => {
      sizes.push(bytes.length);
      return 2;
    },
  });
  const { call, vectors, view } = wasiOf(host);
  vectors(0, [100, 3], [200, 3]);
  expect(call("fd_write", 1, 0, 2, 64)).toBe(errno.SUCCESS);
  expect([view.getUint32(64, true), sizes]).toEqual([2, [3]]);
});

test("an error is told unless something was written before it", () => {
  let writes = 0;
  const host = testHost({
    write: () => {
      if (++writes !== 1) throw failure("EPIPE");
    },
  });
  const { call, vectors, view } = wasiOf(host);
  vectors(0, [100, 3], [200, 3]);
  expect(call("fd_write", 1, 0, 2, 64)).toBe(errno.SUCCESS);
  expect(view.getUint32(64, true)).toBe(3);
  expect(call("fd_write", 1, 0, 2, 64)).toBe(errno.EPIPE);
});

test("reads into the parts until the host gives less than asked", () => {
  const input = [..."hello"].map((letter) => letter.charCodeAt(0));
  const host = testHost({
    read: (buffer) => {
      const part = input.splice(0, buffer.length);
      buffer.set(part);
      return part.length;
    },
  });
  const { call, vectors, view, text } = wasiOf(host);
  vectors(0, [100, 3], [200, 3], [300, 3]);
  expect(call("fd_read", 0, 0, 3, 64)).toBe(errno.SUCCESS);
  expect([view.getUint32(64, true), text(100, 3), text(200, 2)]).toEqual([5, "hel", "lo"]);
  expect(call("fd_read", 0, 0, 3, 64)).toBe(errno.SUCCESS);
  expect(view.getUint32(64, true)).toBe(0);
});

test("streams go one way, and not at all once they are closed", () => {
  const { call } = wasiOf(testHost());
  expect(call("fd_read", 1, 0, 0, 64)).toBe(errno.EBADF);
  expect(call("fd_write", 0, 0, 0, 64)).toBe(errno.EBADF);
  expect(call("fd_write", 7, 0, 0, 64)).toBe(errno.EBADF);
  expect(call("fd_close", 1)).toBe(errno.SUCCESS);
  expect(call("fd_close", 1)).toBe(errno.EBADF);
  expect(call("fd_write", 1, 0, 0, 64)).toBe(errno.EBADF);
  expect(call("fd_fdstat_get", 1, 0)).toBe(errno.EBADF);
  expect(call("fd_filestat_get", 9, 0)).toBe(errno.EBADF);
});

test("without files streams are devices of characters, which cannot be moved", () => {
  const { call, view } = wasiOf(testHost());
  expect(call("fd_fdstat_get", 0, 0)).toBe(errno.SUCCESS);
  const [read, write] = [1n << 1n, 1n << 6n];
  expect([view.getUint8(0), view.getBigUint64(8, true) & (read | write)]).toEqual([2, read]);
  call("fd_fdstat_get", 1, 0);
  expect(view.getBigUint64(8, true) & (read | write)).toBe(write);
  expect(call("fd_filestat_get", 1, 0)).toBe(errno.SUCCESS);
  expect([view.getUint8(16), view.getBigUint64(24, true)]).toEqual([2, 1n]);
  expect(call("fd_seek", 1, 0n, 0, 0)).toBe(errno.ESPIPE);
  expect(call("fd_prestat_get", 3, 0)).toBe(errno.EBADF);
});

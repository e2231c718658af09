import { expect, test } from "vitest";
import { errno, errnoOf, WasiError } from "../src/errno.ts";
import { failure } from "./support.ts";

test("numbers are those of WASI preview 1", () => {
  const { SUCCESS, E2BIG, EACCES, EBADF, EEXIST, EINVAL, EIO, ENOENT, ENOSYS, ENOTDIR, EPERM, ENOTCAPABLE } =
    errno;
  expect([SUCCESS, E2BIG, EACCES, EBADF, EEXIST, EINVAL, EIO]).toEqual([0, 1, 2, 8, 20, 28, 29]);
  expect([ENOENT, ENOSYS, ENOTDIR, EPERM, ENOTCAPABLE]).toEqual([44, 52, 54, 63, 76]);
});

test("what a host throws tells the number by its code", () => {
  expect(errnoOf(failure("ENOENT"))).toBe(errno.ENOENT);
  expect(errnoOf(new WasiError("EBADF"))).toBe(errno.EBADF);
  expect(errnoOf(failure("EWOULDBLOCK"))).toBe(errno.EAGAIN);
  expect(errnoOf(failure("EOPNOTSUPP"))).toBe(errno.ENOTSUP);
});

test("all else is an input or output error", () => {
  for (const thrown of [failure("ENOVEL"), new Error("?"), "text", undefined, { code: "ENOENT" }])
    expect(errnoOf(thrown)).toBe(errno.EIO);
});

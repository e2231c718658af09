import { expect, test } from "vitest";
import { errno } from "../src/errno.ts";
import { ProgramExit } from "../src/wasi.ts";
import { testHost, wasiOf } from "./support.ts";

test("arguments and environment: counts, bytes with their ends, addresses of each", () => {
  const { call, view, text } = wasiOf(testHost({ args: ["prog", "é", "\udcff"], env: ["A=1"] }));
  expect(call("args_sizes_get", 0, 4)).toBe(errno.SUCCESS);
  expect([view.getUint32(0, true), view.getUint32(4, true)]).toEqual([3, 10]);
  expect(call("args_get", 16, 100)).toBe(errno.SUCCESS);
  const starts = [0, 1, 2].map((i) => view.getUint32(16 + 4 * i, true));
  expect(starts).toEqual([100, 105, 108]);
  expect(text(100, 8)).toBe("prog\0é\0");
  expect([view.getUint8(108), view.getUint8(109)]).toEqual([0xff, 0]);
  call("environ_sizes_get", 0, 4);
  expect([view.getUint32(0, true), view.getUint32(4, true)]).toEqual([1, 4]);
  call("environ_get", 16, 200);
  expect(text(200, 4)).toBe("A=1\0");
});

test("two clocks, and no others", () => {
  const { call, view } = wasiOf(testHost());
  call("clock_time_get", 0, 0n, 8);
  expect(view.getBigUint64(8, true)).toBe(1000n);
  call("clock_time_get", 1, 0n, 8);
  expect(view.getBigUint64(8, true)).toBe(5n);
  expect(call("clock_time_get", 2, 0n, 8)).toBe(errno.EINVAL);
});

test("random bytes fill the area and no more", () => {
  const { call, view } = wasiOf(testHost());
  expect(call("random_get", 10, 3)).toBe(errno.SUCCESS);
  expect([9, 10, 11, 12, 13].map((at) => view.getUint8(at))).toEqual([0, 7, 7, 7, 0]);
});

test("exit is thrown, with the code as an unsigned number", () => {
  const { call } = wasiOf(testHost());
  for (const [given, code] of [
    [3, 3],
    [-1, 0xffffffff],
  ] as const) {
    try {
      call("proc_exit", given);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProgramExit);
      expect((error as ProgramExit).code).toBe(code);
    }
  }
});

/** Puts a subscription of a clock to an address. */
function subscribe(
  view: DataView,
  at: number,
  user: bigint,
  clock: number,
  timeout: bigint,
  flags = 0,
): void {
  view.setBigUint64(at, user, true);
  view.setUint8(at + 8, 0);
  view.setUint32(at + 16, clock, true);
  view.setBigUint64(at + 24, timeout, true);
  view.setUint16(at + 40, flags, true);
}

test("poll sleeps until the first clock, whose event it tells", () => {
  const host = testHost();
  const { call, view } = wasiOf(host);
  subscribe(view, 0, 11n, 1, 90n);
  subscribe(view, 48, 22n, 1, 40n);
  expect(call("poll_oneoff", 0, 200, 2, 300)).toBe(errno.SUCCESS);
  expect(host.slept).toEqual([40n]);
  expect([view.getBigUint64(200, true), view.getUint8(210), view.getUint32(300, true)]).toEqual([22n, 0, 1]);
});

test("poll of a moment in time waits for what is left until then; not at all if it is over", () => {
  const host = testHost();
  const { call, view } = wasiOf(host);
  subscribe(view, 0, 1n, 0, 1600n, 1);
  call("poll_oneoff", 0, 200, 1, 300);
  subscribe(view, 0, 1n, 1, 3n, 1);
  call("poll_oneoff", 0, 200, 1, 300);
  expect(host.slept).toEqual([600n]);
});

test("poll of a stream is ready at once", () => {
  const host = testHost();
  const { call, view } = wasiOf(host);
  subscribe(view, 0, 1n, 1, 90n);
  view.setBigUint64(48, 2n, true);
  view.setUint8(48 + 8, 1);
  expect(call("poll_oneoff", 0, 200, 2, 300)).toBe(errno.SUCCESS);
  expect(host.slept).toEqual([]);
});

test("memory that grows is looked at anew", () => {
  const { call, memory } = wasiOf(testHost());
  call("clock_time_get", 0, 0n, 8);
  memory.grow(1);
  expect(call("clock_time_get", 1, 0n, 0x10000)).toBe(errno.SUCCESS);
  expect(new DataView(memory.buffer).getBigUint64(0x10000, true)).toBe(5n);
});

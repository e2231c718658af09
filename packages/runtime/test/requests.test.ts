import { expect, test } from "vitest";
import { errno } from "../src/errno.ts";
import { hearRequests } from "../src/requests.ts";
import type { Tracer } from "../src/traceback.ts";

const first = -0x60e5;
const request = {
  traceRunning: first,
  traceWaiting: first - 1,
  callers: first - 2,
  position: first - 3,
  stackRunning: first - 4,
  takeFrames: first - 6,
  giveFrames: first - 7,
} as const;

/** What a program sees that writes to a descriptor; the vector is {argument, size}. */
function ask(tracer: Partial<Tracer>) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const view = new DataView(memory.buffer);
  const told: string[] = [];
  const plain = (descriptor: number): number => 1000 + descriptor;
  const write = hearRequests(
    plain,
    () => memory,
    tracer as Tracer,
    (text) => told.push(text),
  );
  return {
    view,
    told,
    send: (descriptor: number, argument: number, size: number, ...fields: readonly number[]): number => {
      view.setUint32(0, argument, true);
      view.setUint32(4, size, true);
      fields.forEach((field, i) => view.setUint32(argument + 4 * i, field, true));
      return write(descriptor, 0, 1, 8);
    },
    text: (at: number, size: number) =>
      new TextDecoder().decode(new Uint8Array(memory.buffer, at, size).slice()),
  };
}

test("descriptors that ask nothing are written to", () => {
  const { send } = ask({});
  expect([send(1, 100, 0), send(-1, 100, 0), send(first - 8, 100, 0)]).toEqual([1001, 999, 1000 + first - 8]);
});

test("traces are told on the standard error", () => {
  const { send, told } = ask({
    running: ({ innermost, kept }) => `running ${innermost} ${kept}\n`,
    waiting: ({ innermost, kept }) => `waiting ${innermost} ${kept}\n`,
  });
  expect(send(request.traceRunning, 40, 16, 1, 2, 0, 0)).toBe(errno.SUCCESS);
  expect(send(request.traceWaiting, 48, 16, 3, 4, 0, 0)).toBe(errno.SUCCESS);
  expect(told).toEqual(["running 1 2\n", "waiting 3 4\n"]);
});

test("a stack is put into the area of the program, cut off where that ends", () => {
  const { send, view, text, told } = ask({ running: (_callers, all) => (all === true ? "all frames" : "") });
  expect(send(request.stackRunning, 100, 16, 0, 0, 200, 6)).toBe(errno.SUCCESS);
  expect([view.getUint32(8, true), text(200, 6), view.getUint8(206)]).toEqual([6, "all fr", 0]);
  expect(told).toEqual([]);
});

test("program counters, as many as there is room for", () => {
  const { send, view } = ask({ callers: () => [0x80000001, 2, 3] });
  expect(send(request.callers, 100, 16, 0, 0, 200, 2)).toBe(errno.SUCCESS);
  expect([8, 200, 204, 208].map((at) => view.getUint32(at, true))).toEqual([2, 0x80000001, 2, 0]);
});

test("calls are taken, and then given with the number of their function", () => {
  const frames = [
    { index: 3, name: "main.f", offset: 100 },
    { index: 4, name: "main.main", offset: 200 },
  ];
  const { send, view } = ask({ frames: () => frames });
  expect(send(request.takeFrames, 100, 16, 0, 0, 0, 0)).toBe(errno.SUCCESS);
  expect(view.getUint32(8, true)).toBe(2);
  expect(send(request.giveFrames, 200, 20, 2)).toBe(errno.SUCCESS);
  expect([0, 1, 2, 3, 4].map((i) => view.getUint32(200 + 4 * i, true))).toEqual([2, 3, 100, 4, 200]);
});

test("a position: lengths of name and file, line, then both texts", () => {
  const position = { name: "main.f", file: "é.go", line: 7 };
  const { send, view, text } = ask({ positionOf: (pc) => (pc === 5 ? position : undefined) });
  expect(send(request.position, 100, 64, 5)).toBe(errno.SUCCESS);
  expect([104, 108, 112].map((at) => view.getUint32(at, true))).toEqual([6, 5, 7]);
  expect(text(116, 11)).toBe("main.fé.go");
  expect(send(request.position, 100, 64, 6)).toBe(errno.EINVAL);
  expect(send(request.position, 100, 26, 5)).toBe(errno.EINVAL);
});

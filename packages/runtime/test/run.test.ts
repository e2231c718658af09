import { expect, test } from "vitest";
import { driveProgram, MissingImportError, runProgram } from "../src/index.ts";
import { failure, moduleOf, name, programOf, section, testHost, unsigned, vector } from "./support.ts";

// Instructions of WebAssembly.
const call = 0x10;
const constant = 0x41;
const unreachable = 0x00;

test("a program that comes back has ended well", () => {
  const end = runProgram(programOf([]), testHost());
  expect(end.code).toBe(0);
  expect(end.exports["memory"]).toBeInstanceOf(WebAssembly.Memory);
});

test("the code of exit is the end", () => {
  expect(runProgram(programOf([constant, 3, call, 0]), testHost()).code).toBe(3);
});

test("a trap is told on the standard error, with code 2", () => {
  const host = testHost();
  expect(runProgram(programOf([unreachable]), host).code).toBe(2);
  expect(host.written[2]).toMatch(/^fatal error: unreachable\n/);
});

test("a stack that overflows is told as Go tells it", () => {
  const host = testHost();
  expect(runProgram(programOf([call, 1]), host).code).toBe(2);
  const [first, second] = host.written[2].split("\n");
  expect(first).toBe("runtime: goroutine stack exceeds 1000000000-byte limit");
  expect(second).toBe("fatal error: stack overflow");
});

test("a standard error that takes nothing does not stop the end", () => {
  const host = testHost({
    write: () => {
      throw failure("EPIPE");
    },
  });
  expect(runProgram(programOf([unreachable]), host).code).toBe(2);
});

/** A program that exports `name`: a function of the module `env` without parameters and results. */
function forwarding(exported: string): WebAssembly.Module {
  return moduleOf(
    section(1, vector([[0x60, ...vector([]), ...vector([])]])),
    section(2, vector([[...name("env"), ...name("tick"), 0x00, 0x00]])),
    section(5, vector([[0x00, 0x01]])),
    section(
      7,
      vector([
        [...name("memory"), 0x02, 0x00],
        [...name(exported), 0x00, 0x00],
      ]),
    ),
  );
}

test("a library is initialised; functions of the caller see what the program exports", () => {
  const seen: unknown[] = [];
  const imports = (exports: () => WebAssembly.Exports): WebAssembly.Imports => ({
    env: { tick: () => seen.push(exports()["memory"]) },
  });
  const { code, exports } = runProgram(forwarding("_initialize"), testHost(), { imports });
  expect([code, seen]).toEqual([0, [exports["memory"]]]);
});

test("what the program imports and nobody gives is an error before anything runs", () => {
  expect(() => runProgram(forwarding("_start"), testHost())).toThrow(MissingImportError);
});

test("what a function of the caller throws is the caller's", () => {
  const broken = new Error("mine");
  const imports = {
    env: {
      tick: () => {
        throw broken;
      },
    },
  };
  expect(() => runProgram(forwarding("_start"), testHost(), { imports })).toThrow(broken);
});

/** A program whose `goes_step` takes and returns what `env.step` does. */
function stepping(): WebAssembly.Module {
  const [i32, i64] = [0x7f, 0x7e];
  return moduleOf(
    section(1, vector([[0x60, ...vector([[i32]]), ...vector([[i64], [i32]])]])),
    section(2, vector([[...name("env"), ...name("step"), 0x00, 0x00]])),
    section(5, vector([[0x00, 0x01]])),
    section(
      7,
      vector([
        [...name("memory"), 0x02, 0x00],
        [...name("goes_step"), 0x00, ...unsigned(0)],
      ]),
    ),
  );
}

test("a program that waits is driven: the host says when to go on, and whether there is input", async () => {
  const waits: unknown[] = [];
  const steps: number[] = [];
  const answers = [
    [5n, 0],
    [-1n, 1],
  ] as const;
  const host = testHost({
    wait: (nanoseconds, input) => {
      waits.push([nanoseconds, input]);
      return Promise.resolve(input);
    },
  });
  const imports = {
    env: {
      step: (ready: number) => {
        const answer = answers[steps.length];
        steps.push(ready);
        if (answer === undefined) throw new RangeError("over");
        return [...answer];
      },
    },
  };
  await expect(driveProgram(stepping(), host, { imports })).rejects.toThrow("over");
  expect(steps).toEqual([0, 0, 1]);
  expect(waits).toEqual([
    [5n, false],
    [undefined, true],
  ]);
});

test("a program that cannot wait, or whose host cannot, is run", async () => {
  expect((await driveProgram(programOf([constant, 4, call, 0]), testHost())).code).toBe(4);
});

import { createRequire as $createRequire } from "node:module";
const require = $createRequire(import.meta.url);

// packages/runtime/src/wasi.ts
var ProgramExit = class extends Error {
  name = "ProgramExit";
  code;
  constructor(code) {
    super(`exit ${code}`);
    this.code = code;
  }
};
var errno = { success: 0, badf: 8, fault: 21, inval: 28, nosys: 52, notsup: 58, spipe: 70 };
var encoder = new TextEncoder();
function createWasi(host, memory) {
  const view = () => new DataView(memory().buffer);
  const bytes = (at, size) => new Uint8Array(memory().buffer, at >>> 0, size >>> 0);
  const strings = (list) => {
    const encoded = list.map((text) => encoder.encode(`${text}\0`));
    return {
      sizes: (countAt, sizeAt) => {
        view().setUint32(countAt >>> 0, encoded.length, true);
        const size = encoded.reduce((sum, text) => sum + text.length, 0);
        view().setUint32(sizeAt >>> 0, size, true);
        return errno.success;
      },
      get: (pointersAt, textAt) => {
        let at = textAt >>> 0;
        encoded.forEach((text, i) => {
          view().setUint32((pointersAt >>> 0) + 4 * i, at, true);
          bytes(at, text.length).set(text);
          at += text.length;
        });
        return errno.success;
      },
    };
  };
  const args = strings(host.args);
  const environment = strings(host.env);
  const vectors = function* (at, count) {
    for (let i = 0; i < count; i++) {
      const vector = (at >>> 0) + 8 * i;
      yield bytes(view().getUint32(vector, true), view().getUint32(vector + 4, true));
    }
  };
  const imports = {
    args_sizes_get: args.sizes,
    args_get: args.get,
    environ_sizes_get: environment.sizes,
    environ_get: environment.get,
    clock_time_get: (clock, _precision, resultAt) => {
      if (clock !== 0 && clock !== 1) return errno.inval;
      view().setBigUint64(resultAt >>> 0, host.now(clock === 0 ? "realtime" : "monotonic"), true);
      return errno.success;
    },
    random_get: (at, size) => {
      host.random(bytes(at, size));
      return errno.success;
    },
    fd_write: (descriptor, vectorsAt, count, writtenAt) => {
      if (descriptor !== 1 && descriptor !== 2) return errno.badf;
      let written = 0;
      for (const part of vectors(vectorsAt, count)) {
        if (part.length > 0) host.write(descriptor, part);
        written += part.length;
      }
      view().setUint32(writtenAt >>> 0, written, true);
      return errno.success;
    },
    fd_read: (descriptor, vectorsAt, count, readAt) => {
      if (descriptor !== 0) return errno.badf;
      let read = 0;
      for (const part of vectors(vectorsAt, count)) {
        if (part.length === 0) continue;
        const size = host.read(part);
        read += size;
        if (size < part.length) break;
      }
      view().setUint32(readAt >>> 0, read, true);
      return errno.success;
    },
    fd_close: (descriptor) => (descriptor >= 0 && descriptor <= 2 ? errno.success : errno.badf),
    fd_seek: () => errno.spipe,
    fd_fdstat_get: (descriptor, statAt) => {
      if (descriptor < 0 || descriptor > 2) return errno.badf;
      bytes(statAt, 24).fill(0);
      view().setUint8(statAt >>> 0, 2);
      return errno.success;
    },
    fd_prestat_get: () => errno.badf,
    sched_yield: () => errno.success,
    poll_oneoff: (subscriptionsAt, eventsAt, count, readyAt) =>
      poll(subscriptionsAt >>> 0, eventsAt >>> 0, count, readyAt >>> 0),
    proc_exit: (code) => {
      throw new ProgramExit(code >>> 0);
    },
  };
  function poll(subscriptionsAt, eventsAt, count, readyAt) {
    let delay;
    let clockAt = -1;
    for (let i = 0; i < count; i++) {
      const at2 = subscriptionsAt + 48 * i;
      if (view().getUint8(at2 + 8) !== 0) {
        delay = 0n;
        continue;
      }
      const timeout = view().getBigUint64(at2 + 24, true);
      const absolute = (view().getUint16(at2 + 40, true) & 1) !== 0;
      const clock = view().getUint32(at2 + 16, true) === 0 ? "realtime" : "monotonic";
      const left = absolute ? timeout - host.now(clock) : timeout;
      if (delay === void 0 || left < delay) {
        delay = left;
        clockAt = at2;
      }
    }
    if (delay !== void 0 && delay > 0n) host.sleep(delay);
    const at = clockAt < 0 ? subscriptionsAt : clockAt;
    bytes(eventsAt, 32).fill(0);
    view().setBigUint64(eventsAt, view().getBigUint64(at, true), true);
    view().setUint8(eventsAt + 10, view().getUint8(at + 8));
    view().setUint32(readyAt, 1, true);
    return errno.success;
  }
  return imports;
}
function missingImport() {
  return errno.nosys;
}

// packages/runtime/src/run.ts
var encoder2 = new TextEncoder();
function runProgram(module, host) {
  let memory;
  const wasi = createWasi(host, () => memory);
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== "function") continue;
    const group = (imports[from] ??= {});
    group[name] = wasi[name] ?? missingImport;
  }
  const tell = (text) => host.write(2, encoder2.encode(text));
  try {
    const instance = new WebAssembly.Instance(module, imports);
    memory = instance.exports["memory"];
    instance.exports["_start"]();
    return 0;
  } catch (error) {
    if (error instanceof ProgramExit) return error.code;
    if (error instanceof RangeError && /call stack/.test(error.message)) {
      tell("runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n");
      return 2;
    }
    if (error instanceof WebAssembly.RuntimeError) {
      tell(`fatal error: ${error.message}
${error.stack ?? ""}
`);
      return 2;
    }
    throw error;
  }
}

// packages/cli/src/run-worker.ts
import { parentPort } from "node:worker_threads";

// packages/cli/src/node-host.ts
import { randomFillSync } from "node:crypto";
import { readSync, writeSync } from "node:fs";
import process from "node:process";
var pause = new Int32Array(new SharedArrayBuffer(4));
function nodeHost(args, env) {
  return {
    args,
    env,
    read: (buffer) => {
      for (;;) {
        try {
          return readSync(0, buffer, 0, buffer.length, null);
        } catch (error) {
          if (codeOf(error) === "EOF") return 0;
          if (codeOf(error) !== "EAGAIN") return 0;
          Atomics.wait(pause, 0, 0, 2);
        }
      }
    },
    write: (descriptor, bytes) => {
      let at = 0;
      while (at < bytes.length) {
        try {
          at += writeSync(descriptor, bytes, at, bytes.length - at);
        } catch (error) {
          if (codeOf(error) !== "EAGAIN") return;
          Atomics.wait(pause, 0, 0, 1);
        }
      }
    },
    now: (clock) =>
      clock === "monotonic"
        ? process.hrtime.bigint()
        : BigInt(Date.now()) * 1000000n + (process.hrtime.bigint() % 1000000n),
    random: (buffer) => {
      randomFillSync(buffer);
    },
    sleep: (nanoseconds) => {
      Atomics.wait(pause, 0, 0, Number(nanoseconds) / 1e6);
    },
  };
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : void 0;
}

// packages/cli/src/run-worker.ts
parentPort?.once("message", (request) => {
  const module = new WebAssembly.Module(request.wasm);
  parentPort?.postMessage(runProgram(module, nodeHost(request.args, request.env)));
});
//# sourceMappingURL=run-worker.js.map

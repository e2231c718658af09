import { hearRequests } from "./requests.ts";
import { Tracer } from "./traceback.ts";
import { createWasi, missingImport, ProgramExit, type ProgramHost } from "./wasi.ts";

const encoder = new TextEncoder();

/**
 * Runs a compiled program to its end and gives its exit code. What ends it abnormally is told on its standard
 * error as Go tells it.
 */
export function runProgram(module: WebAssembly.Module, host: ProgramHost): number {
  let memory: WebAssembly.Memory | undefined;
  const wasi = createWasi(host, () => memory!);
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== "function") continue;
    const group = (imports[from] ??= {});
    group[name] = wasi[name] ?? missingImport;
  }
  const tell = (text: string): void => {
    if (text !== "") host.write(2, encoder.encode(text));
  };
  const tracer = new Tracer(module, () => memory);
  const streams = imports["wasi_snapshot_preview1"];
  const write = streams?.["fd_write"];
  if (streams !== undefined && write !== undefined)
    streams["fd_write"] = hearRequests(
      write as Parameters<typeof hearRequests>[0],
      () => memory!,
      tracer,
      tell,
    );
  try {
    const instance = new WebAssembly.Instance(module, imports);
    memory = instance.exports["memory"] as WebAssembly.Memory;
    (instance.exports["_start"] as () => void)();
    return 0;
  } catch (error) {
    if (error instanceof ProgramExit) {
      return error.code;
    }
    if (error instanceof RangeError && /call stack/.test(error.message)) {
      tell("runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n");
      return 2;
    }
    if (error instanceof WebAssembly.RuntimeError) {
      tell(`fatal error: ${error.message}\n${error.stack ?? ""}\n`);
      return 2;
    }
    throw error;
  }
}

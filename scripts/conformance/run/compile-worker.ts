// The worker that compiles: the library is read once, each request is one program.
import { parentPort } from "node:worker_threads";
import { readTree } from "../../../packages/cli/src/library.ts";
import { compile } from "../../../packages/driver/src/index.ts";
import { formatDiagnostic, memoryFileSystem } from "../../../packages/source/src/index.ts";
import type { TestProgram } from "./select.ts";

/** What came of compiling a program. */
export type Compiled =
  | { readonly kind: "module"; readonly wasm: Uint8Array }
  | { readonly kind: "unsupported" | "rejected" | "threw" | "invalid module"; readonly text: string };

/** Answers every program that the parent sends with a {@link Compiled}. */
export function serveCompiler(): void {
  const library = memoryFileSystem({
    ...readTree("packages/stdlib/go"),
    ...readTree("packages/runtime/go"),
  });

  const answer = (program: TestProgram): Compiled => {
    try {
      const { files, wasm, diagnostics } = compile({
        target: {
          kind: "files",
          files: program.main.map((path) => ({ path, text: program.files[path]! })),
          directory: program.directory,
        },
        fileSystem: memoryFileSystem(program.files),
        library,
        tags: ["gc", ...program.tags],
        level: 2,
      });
      const first = diagnostics[0];
      if (first !== undefined) {
        const lacking = diagnostics.find((item) => item.code === "Unsupported");
        const text = formatDiagnostic(files, lacking ?? first);
        return { kind: lacking === undefined ? "rejected" : "unsupported", text };
      }
      if (wasm === undefined) return { kind: "threw", text: "neither a module nor a diagnostic" };
      if (!WebAssembly.validate(wasm as Uint8Array<ArrayBuffer>))
        return { kind: "invalid module", text: whyInvalid(wasm) };
      return { kind: "module", wasm };
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { kind: "threw", text: stack };
    }
  };
  parentPort!.on("message", (program: TestProgram) => parentPort!.postMessage(answer(program)));
}

function whyInvalid(wasm: Uint8Array): string {
  try {
    return String(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>));
  } catch (error) {
    return (error as Error).message;
  }
}

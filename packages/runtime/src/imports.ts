import { errno } from "./errno.ts";

/**
 * What the caller provides to a program that imports more than WASI (`//go:wasmimport`), by module and name; a function, where
 * it needs what the program exports, such as its memory. That is there once the program runs.
 */
export type ProgramImports =
  WebAssembly.Imports | ((exports: () => WebAssembly.Exports) => WebAssembly.Imports);

/** The module that the functions of WASI preview 1 are imported from. */
export const wasiModule = "wasi_snapshot_preview1";

/** A program imports what nobody provides. */
export class MissingImportError extends Error {
  override readonly name = "MissingImportError";
  /** What is missing, as `module.name`. */
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`the program imports ${missing.join(", ")}, which nobody provides`);
    this.missing = missing;
  }
}

/** The functions of WASI preview 1 that no program of ours imports by itself, or only if the host has files. */
const otherWasiFunctions: ReadonlySet<string> = new Set(
  (
    "clock_res_get fd_advise fd_allocate fd_close fd_datasync fd_fdstat_get fd_fdstat_set_flags fd_fdstat_set_rights " +
    "fd_filestat_get fd_filestat_set_size fd_filestat_set_times fd_pread fd_prestat_get fd_prestat_dir_name fd_pwrite fd_read " +
    "fd_readdir fd_renumber fd_seek fd_sync fd_tell fd_write path_create_directory path_filestat_get " +
    "path_filestat_set_times path_link path_open path_readlink path_remove_directory path_rename path_symlink " +
    "path_unlink_file proc_raise sock_accept sock_recv sock_send sock_shutdown"
  ).split(" "),
);

/**
 * The imports of a module: those of WASI from `wasi`, all others from the caller, whose own functions of WASI win. What a host
 * lacks of WASI answers ENOSYS; whatever else nobody provides is an error.
 */
export function resolveImports(
  module: WebAssembly.Module,
  wasi: WebAssembly.ModuleImports,
  given: WebAssembly.Imports,
): WebAssembly.Imports {
  const imports: WebAssembly.Imports = {};
  const missing: string[] = [];
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const value = own(given[from], name) ?? (from === wasiModule ? wasiFunction(wasi, name) : undefined);
    if (value === undefined) missing.push(`${from}.${name}`);
    else (imports[from] ??= {})[name] = value;
  }
  if (missing.length > 0) throw new MissingImportError(missing);
  return imports;
}

function wasiFunction(wasi: WebAssembly.ModuleImports, name: string): WebAssembly.ImportValue | undefined {
  return own(wasi, name) ?? (otherWasiFunctions.has(name) ? (): number => errno.ENOSYS : undefined);
}

/** A property that the object itself has: `toString` is no import. */
function own(
  imports: WebAssembly.ModuleImports | undefined,
  name: string,
): WebAssembly.ImportValue | undefined {
  return imports !== undefined && Object.hasOwn(imports, name) ? imports[name] : undefined;
}

// The host side of running programs: WASI preview 1 and a loader. Uses what Node and pages share.
export type { HostFileKind, HostFiles, HostFileStat, HostOpenMode } from "./host-files.ts";
export { bytesOfText, textOfBytes } from "./host-text.ts";
export { MissingImportError, resolveImports, type ProgramImports } from "./imports.ts";
export { driveProgram, runProgram, type ProgramEnd, type RunOptions } from "./run.ts";
export { createWasi, ProgramExit, type ProgramHost } from "./wasi.ts";

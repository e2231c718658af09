// The host side of running programs: WASI preview 1 and a loader. Uses what Node and pages share.
export type { HostFileKind, HostFiles, HostFileStat, HostOpenMode } from "./host-files.ts";
export { driveProgram, runProgram } from "./run.ts";
export { createWasi, missingImport, ProgramExit, type ProgramHost } from "./wasi.ts";

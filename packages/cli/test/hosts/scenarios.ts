// Programs of fixtures/hosts with what they are connected to. What is expected has been written by the real Go (`pnpm hosts
// --write`); the tests run them on our own host and under node:wasi, `pnpm hosts` on wazero.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** Where a module can run. */
export type Host = "goes" | "node:wasi" | "wazero";

/** One run of a program. */
export interface Scenario {
  readonly name: string;
  /** The directory below fixtures/hosts. */
  readonly program: string;
  /** The arguments as a shell takes them: `$'…'` is not for all shells, `$(printf …)` makes any byte. */
  readonly args: string;
  /** What standard input is: nothing, a text through a pipe, a file with a text, a directory. */
  readonly stdin?: { readonly pipe: string } | { readonly file: string } | { readonly path: string };
  /** What standard output is: a pipe that is read, a file, a device, or a pipe that nobody reads after the first line. */
  readonly stdout?: "file" | "head" | { readonly path: string };
  /** A pipe that nobody reads for standard error. */
  readonly stderr?: "head";
  /** Standard error holds traces: what only one implementation has in them is taken out. */
  readonly traces?: boolean;
  /** Where it must be as in Go; everywhere if nothing is said. */
  readonly hosts?: readonly Host[];
}

/** What a run came to. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

const lines = "one\ntwo\nthree\nfour\nfive\n";
const bytes = `"$(printf 'a\\377\\200b')" "$(printf '\\303\\244')" plain`;

/** The hosts that have more for the streams than reading and writing, and tell which error there was: wazero has EIO for all. */
const exact: readonly Host[] = ["goes", "node:wasi"];

/** All that is tried. */
export const scenarios: readonly Scenario[] = [
  { name: "files", program: "files", args: "" },
  { name: "syscalls", program: "syscalls", args: "" },
  // Wazero refuses names that are not UTF-8.
  { name: "names", program: "files", args: "names", hosts: exact },
  { name: "streams that are pipes", program: "streams", args: "kinds", stdin: { pipe: "x" } },
  { name: "streams that are files", program: "streams", args: "kinds", stdin: { file: "x" }, stdout: "file" },
  {
    name: "streams that are devices",
    program: "streams",
    args: "kinds",
    stdin: { path: "/dev/zero" },
    stdout: { path: "/dev/zero" },
  },
  // WASI has no number for pipes; node:wasi calls them sockets.
  { name: "a pipe", program: "streams", args: "pipe", stdin: { pipe: "x" }, hosts: ["goes"] },
  { name: "seek", program: "streams", args: "seek", stdin: { file: lines }, stdout: "file", hosts: exact },
  { name: "no seek", program: "streams", args: "'no seek'", stdin: { pipe: lines }, hosts: exact },
  {
    name: "a full device",
    program: "streams",
    args: "'write errors'",
    stdout: { path: "/dev/full" },
    hosts: exact,
  },
  {
    name: "a directory as input",
    program: "streams",
    args: "'read errors'",
    stdin: { path: "/" },
    hosts: ["goes", "wazero"],
  },
  { name: "nobody reads", program: "streams", args: "'for ever'", stdout: "head" },
  { name: "nobody reads the errors", program: "streams", args: "'errors for ever'", stderr: "head" },
  { name: "nobody reads, with goroutines", program: "streams", args: "'waiting for ever'", stdout: "head" },
  { name: "a line of a file", program: "streams", args: "line", stdin: { file: lines } },
  { name: "a line of a pipe", program: "streams", args: "line", stdin: { pipe: lines } },
  // The arguments of node:wasi are texts.
  {
    name: "bytes",
    program: "streams",
    args: `bytes ${bytes}`,
    hosts: ["goes", "wazero"],
  },
  { name: "closed streams", program: "streams", args: "close" },
  ...[
    "deadlock",
    "deep",
    "resumed",
    "waitingdefer",
    "stackall",
    "funcname",
    "callers",
    "goexit",
    "maps",
    "recovered",
    "iter",
    "unlock",
    "nilfunc",
    "closed",
    "generic",
    "method value",
    "goroutine",
    "nil map in a deferred call",
  ].map((name) => ({ name: `traces: ${name}`, program: "traces", args: `'${name}'`, traces: true })),
];

/** The programs that are built with `-traces=module`. */
export const tracedPrograms: ReadonlySet<string> = new Set(["traces"]);

/**
 * A trace without what differs by nature: arguments, offsets, directories, numbers of goroutines, signals, and the calls of
 * the library.
 */
function commonTrace(text: string): string {
  return text
    .replace(/^\[signal .*\n/gm, "")
    .replace(/^(?!main\.|panic\()[\w/]+\.[^\n]*\)\n\t\S+( \+0x[0-9a-f]+)?\n/gm, "")
    .replace(/ \+0x[0-9a-f]+$/gm, "")
    .replace(/^(main\.[^\n]*|panic)\((?!\*)[^\n]*\)$/gm, "$1(...)")
    .replace(/^\t\S*\/([^/\n]+\.go):(\d+)$/gm, "\t$1:$2")
    .replace(/\bgoroutine \d+\b/g, "goroutine N")
    .replace(/^panic\(.*\)\n\t\S+$/gm, "panic(...)");
}

/** The directory of a program in the repository with this root. */
export function programDirectory(root: string, program: string): string {
  return join(root, "fixtures/hosts", program);
}

/** What is expected of a program: outcomes by the names of scenarios. */
export function readExpected(root: string, program: string): Readonly<Record<string, Outcome>> {
  const path = join(programDirectory(root, program), "expected.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, Outcome>) : {};
}

/** Runs a scenario by a command, whose words become the beginning of the command line. */
export function runScenario(command: readonly string[], scenario: Scenario): Outcome {
  const work = mkdtempSync(join(tmpdir(), "goes-hosts-"));
  const temporary = join(work, "tmp");
  mkdirSync(temporary);
  const input = join(work, "in");
  const output = join(work, "out");
  const status = join(work, "status");
  const { stdin, stdout, stderr } = scenario;
  if (stdin !== undefined && "file" in stdin) writeFileSync(input, stdin.file);
  const inputPath = stdin === undefined || "pipe" in stdin ? undefined : "path" in stdin ? stdin.path : input;
  const outputPath = typeof stdout === "object" ? stdout.path : stdout === "file" ? output : undefined;
  const inputFd = inputPath === undefined ? undefined : openSync(inputPath, "r");
  const outputFd = outputPath === undefined ? undefined : openSync(outputPath, "w+");
  const variable = `export GOES_BYTES="$(printf 'v\\376w')"; `;
  // Node's own pipes are sockets.
  const isPiped = stdin !== undefined && "pipe" in stdin;
  const run = `${isPiped ? `printf %s "$GOES_INPUT" | ` : ""}"$@" ${scenario.args}`;
  const piped =
    stdout === "head"
      ? `{ ${run}; echo $? >"$GOES_STATUS"; } | head -n 1`
      : stderr === "head"
        ? `{ ${run} 2>&1 >/dev/null; echo $? >"$GOES_STATUS"; } | head -n 1`
        : run;
  try {
    const ended = spawnSync("sh", ["-c", variable + piped, "sh", ...command], {
      stdio: [inputFd ?? "pipe", outputFd ?? "pipe", "pipe"],
      input: "",
      env: {
        ...process.env,
        TMPDIR: temporary,
        GOES_STATUS: status,
        GOES_INPUT: isPiped ? stdin.pipe : "",
      },
      encoding: "utf8",
      timeout: 60_000,
    });
    return {
      stdout: stdout === "file" ? readFileSync(output, "utf8") : (ended.stdout ?? ""),
      stderr: scenario.traces === true ? commonTrace(ended.stderr) : ended.stderr,
      code:
        stdout === "head" || stderr === "head" ? Number(readFileSync(status, "utf8")) : (ended.status ?? -1),
    };
  } finally {
    for (const fd of [inputFd, outputFd]) if (fd !== undefined) closeSync(fd);
    rmSync(work, { recursive: true });
  }
}

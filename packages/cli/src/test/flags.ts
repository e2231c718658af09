import { UsageError } from "../flags.ts";

/** What the command line of `goes test` says. */
export interface TestFlags {
  /** Patterns of packages, or files; none: the package of the current directory. */
  readonly packages: readonly string[];
  /** What the test binary is given. */
  readonly binaryArgs: readonly string[];
  /** Flags of the compiler, as `goes build` takes them. */
  readonly compileArgs: readonly string[];
  readonly json: boolean;
  readonly verbose: boolean;
  readonly list: boolean;
  readonly bench: boolean;
  readonly fuzz: boolean;
  readonly failFast: boolean;
  /** Compile only (-c). */
  readonly compileOnly: boolean;
  readonly output: string | undefined;
  /** Milliseconds; undefined: no limit. */
  readonly timeout: number | undefined;
  readonly cover: CoverMode | undefined;
  readonly coverProfile: string | undefined;
}

/** How coverage is counted: whether a statement has run, or how often. */
type CoverMode = "set" | "count" | "atomic";

/** What a flag takes: nothing, a boolean or a value. */
type Kind = "bool" | "value";

/** Flags of the test binary, which knows them with `test.` before their names. */
const binaryFlags: Readonly<Record<string, Kind>> = {
  artifacts: "bool",
  bench: "value",
  benchmem: "bool",
  benchtime: "value",
  blockprofile: "value",
  blockprofilerate: "value",
  count: "value",
  coverprofile: "value",
  cpu: "value",
  cpuprofile: "value",
  failfast: "bool",
  fullpath: "bool",
  fuzz: "value",
  fuzzminimizetime: "value",
  fuzztime: "value",
  list: "value",
  memprofile: "value",
  memprofilerate: "value",
  mutexprofile: "value",
  mutexprofilefraction: "value",
  outputdir: "value",
  parallel: "value",
  run: "value",
  short: "bool",
  shuffle: "value",
  skip: "value",
  timeout: "value",
  trace: "value",
  v: "bool",
};

/** Flags of `goes test` itself. */
const ownFlags: Readonly<Record<string, Kind>> = {
  c: "bool",
  cover: "bool",
  covermode: "value",
  json: "bool",
  o: "value",
  vet: "value",
};

/** Flags of compiling commands that are passed on to the compiler. */
const compileFlags: Readonly<Record<string, Kind>> = {
  O: "value",
  e: "bool",
  gc: "value",
  gcstress: "value",
  m: "bool",
  "no-names": "bool",
  preempt: "value",
  tags: "value",
  "time-stages": "bool",
  traces: "value",
  verify: "bool",
  x: "bool",
};

const trueTexts: ReadonlySet<string> = new Set(["1", "t", "T", "true", "TRUE", "True"]);

const defaultTimeout = "10m0s";

/** Reads the command line. As for `go`, what comes after packages and a flag is for the test binary. */
export function parseTestFlags(args: readonly string[]): TestFlags {
  const packages: string[] = [];
  const own = new Map<string, string>();
  const binary: string[] = [];
  const compileArgs: string[] = [];
  const rest: string[] = [];
  let inPackages = true;
  let ended = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "-args" || arg === "--args") {
      rest.push(...args.slice(i + 1));
      break;
    }
    const match = ended ? null : /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(arg);
    if (match === null) {
      // A name after flags is a package as long as none has been named.
      if (inPackages && !ended) packages.push(arg);
      else rest.push(arg);
      if (packages.length > 0 && !inPackages) ended = true;
      continue;
    }
    if (packages.length > 0) inPackages = false;
    const name = match[1]!;
    if (name === "coverpkg")
      throw new UsageError("goes has no flag -coverpkg; that is one of the go command");
    const plain = name.startsWith("test.") ? name.slice("test.".length) : name;
    const level = /^O(.)$/.exec(name);
    const kind =
      binaryFlags[plain] ?? ownFlags[name] ?? compileFlags[name] ?? (level === null ? undefined : "bool");
    if (kind === undefined) {
      // One that the tests define: what follows is for them, too.
      binary.push(arg);
      inPackages = false;
      continue;
    }
    let value = match[2];
    if (kind === "value" && value === undefined) {
      value = args[++i];
      if (value === undefined) throw new UsageError(`flag needs an argument: -${name}`);
    }
    if (plain in binaryFlags) {
      own.set(plain, value ?? "true");
      if (plain === "coverprofile") continue;
      binary.push(value === undefined ? `-test.${plain}` : `-test.${plain}=${value}`);
    } else if (name in ownFlags) {
      own.set(name, value ?? "true");
    } else {
      compileArgs.push(value === undefined ? `-${name}` : `-${name}=${value}`);
    }
  }
  const file = packages.find((name) => name.endsWith(".go"));
  // FIXME: go test takes the files of a package.
  if (file !== undefined) throw new UsageError(`${file} is a file; name the directory of its package`);
  return settle(packages, own, binary, compileArgs, rest);
}

function settle(
  packages: readonly string[],
  own: ReadonlyMap<string, string>,
  binary: string[],
  compileArgs: readonly string[],
  rest: readonly string[],
): TestFlags {
  const isOn = (name: string): boolean => trueTexts.has(own.get(name) ?? "");
  const json = isOn("json");
  const timeout = own.get("timeout") ?? defaultTimeout;
  const milliseconds = parseDuration(timeout);
  if (milliseconds === undefined) {
    throw new UsageError(`invalid value "${timeout}" for flag -timeout: parse error`);
  }
  const mode = own.get("covermode");
  if (mode !== undefined && mode !== "set" && mode !== "count" && mode !== "atomic") {
    throw new UsageError(
      `invalid value "${mode}" for flag -covermode: valid modes are "set", "count", or "atomic"`,
    );
  }
  const coverProfile = own.get("coverprofile");
  const isCovered = isOn("cover") || mode !== undefined || coverProfile !== undefined;
  return {
    packages,
    binaryArgs: [
      "-test.paniconexit0",
      ...(own.has("timeout") ? [] : [`-test.timeout=${defaultTimeout}`]),
      ...(json ? binary.filter((arg) => arg !== "-test.v" && arg !== "-test.v=true") : binary),
      ...(json ? ["-test.v=test2json"] : []),
      ...rest,
    ],
    compileArgs,
    json,
    verbose: isOn("v") || own.get("v") === "test2json",
    list: (own.get("list") ?? "") !== "",
    bench: (own.get("bench") ?? "") !== "",
    fuzz: (own.get("fuzz") ?? "") !== "",
    failFast: isOn("failfast"),
    compileOnly: isOn("c"),
    output: own.get("o"),
    timeout: milliseconds === 0 ? undefined : milliseconds,
    cover: isCovered ? (mode ?? "set") : undefined,
    coverProfile,
  };
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a duration as Go writes it, such as 1m30s. */
function parseDuration(text: string): number | undefined {
  if (text === "0") return 0;
  if (!/^(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h)(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))*$/.test(text)) {
    return undefined;
  }
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g)) {
    sum += Number(number) * unitMilliseconds[unit!]!;
  }
  return sum;
}

/** An event of `goes test -json`; the fields in the order in which `go` writes them. */
interface TestEvent {
  readonly Action: string;
  readonly Test?: string;
  readonly Elapsed?: number;
  readonly Output?: string;
  readonly Key?: string;
  readonly Value?: string;
}

/** Begins lines of a test binary that are framing and not output of a test. */
const marker = "\u0016";

const updates = ["=== RUN   ", "=== PAUSE ", "=== CONT  ", "=== NAME  ", "=== ATTR  "] as const;
const reports = ["--- PASS: ", "--- FAIL: ", "--- SKIP: ", "--- BENCH: "] as const;

/** Turns the output of a test binary into events, a line of JSON each. */
export class JsonEvents {
  readonly #package: string;
  readonly #write: (line: string) => void;
  readonly #now: () => string;
  #rest = "";
  #test = "";
  /** Results of tests that are written when what belongs to them has been. */
  #open: TestEvent[] = [];
  #result = "";

  constructor(packagePath: string, write: (line: string) => void, now: () => string = timestamp) {
    this.#package = packagePath;
    this.#write = write;
    this.#now = now;
  }

  start(): void {
    this.#event({ Action: "start" });
  }

  /** Takes output, in pieces of any size. */
  add(text: string): void {
    this.#rest += text;
    for (;;) {
      const end = this.#rest.indexOf("\n");
      if (end < 0) break;
      const line = this.#rest.slice(0, end + 1);
      this.#rest = this.#rest.slice(end + 1);
      this.#line(line);
    }
  }

  /** Ends with the result of the package; `seconds` is what it took. */
  end(passed: boolean, seconds: number, extra: { readonly FailedBuild?: string } = {}): void {
    if (this.#rest !== "") this.#line(this.#rest);
    this.#rest = "";
    this.#flush(0);
    const result = this.#result === "skip" ? "skip" : passed ? "pass" : "fail";
    this.#event({ Action: result, Elapsed: Math.round(seconds * 1000) / 1000, ...extra });
  }

  #line(whole: string): void {
    // Output that did not end its line can stand before a marker.
    const at = whole.indexOf(marker);
    if (at > 0) {
      this.#output(whole.slice(0, at));
      return this.#line(whole.slice(at));
    }
    const line = at === 0 ? whole.slice(1) : whole;
    const text = line.trimEnd();
    if (/^(?:PASS|FAIL)$/.test(text) || text.startsWith("FAIL\t")) {
      this.#flush(0);
      this.#test = "";
      return this.#output(line);
    }
    if (text.startsWith("?   \t") && text.endsWith("\t[no test files]")) this.#result = "skip";
    if (text.startsWith("ok  \t") || text.startsWith("?   \t")) {
      this.#flush(0);
      this.#test = "";
      return this.#output(line);
    }
    const update = updates.find((prefix) => line.startsWith(prefix));
    if (update !== undefined && at === 0) return this.#update(update, line);
    const indent = /^(?: {4})*/.exec(line)![0].length / 4;
    const report = reports.find((prefix) => line.startsWith(prefix, 4 * indent));
    if (report !== undefined && at === 0) return this.#report(report, line, indent);
    this.#output(line);
  }

  #update(prefix: (typeof updates)[number], line: string): void {
    this.#flush(0);
    const action = prefix.slice(4).trim().toLowerCase();
    const words = line.slice(prefix.length).trimEnd();
    this.#test = words;
    if (action === "name") return;
    if (action === "attr") {
      const [test = "", key = "", ...rest] = words.split(" ");
      this.#test = test;
      this.#event({ Action: "attr", Test: test, Key: key, Value: rest.join(" ") });
      return this.#output(line);
    }
    if (action === "pause") {
      this.#output(line);
      return this.#event({ Action: action, Test: words });
    }
    this.#event({ Action: action, Test: words });
    this.#output(line);
  }

  #report(prefix: (typeof reports)[number], line: string, indent: number): void {
    this.#flush(indent);
    const match = /^(.*?)(?: \((\d+\.\d+)s\))?\s*$/.exec(line.slice(4 * indent + prefix.length))!;
    const action = prefix.slice(4, -2).toLowerCase();
    const elapsed = match[2] === undefined ? {} : { Elapsed: Number(match[2]) };
    this.#test = match[1]!;
    this.#output(line);
    this.#open.push({ Action: action, Test: match[1]!, ...elapsed });
  }

  /** Writes results that are waiting, down to a depth. */
  #flush(depth: number): void {
    while (this.#open.length > depth) {
      const last = this.#open.pop()!;
      this.#event(last);
      this.#test = "";
    }
  }

  #output(text: string): void {
    this.#event({ Action: "output", ...(this.#test !== "" && { Test: this.#test }), Output: text });
  }

  #event(event: TestEvent & { readonly FailedBuild?: string }): void {
    const { Action, ...rest } = event;
    this.#write(jsonLine({ Time: this.#now(), Action, Package: this.#package, ...rest }));
  }
}

/** The events of a build that has failed. */
export function buildEvents(importPath: string, output: readonly string[]): string[] {
  const events = output.map((line) => ({
    ImportPath: importPath,
    Action: "build-output",
    Output: `${line}\n`,
  }));
  return [...events, { ImportPath: importPath, Action: "build-fail" }].map(jsonLine);
}

/** A line as Go's package json writes it. */
function jsonLine(value: object): string {
  const text = JSON.stringify(value);
  const escapes = /[<>&\u2028\u2029]/g;
  const escape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${text.replaceAll(escapes, escape)}\n`;
}

function timestamp(): string {
  const nanoseconds = String(process.hrtime.bigint() % 1_000_000n).padStart(6, "0");
  return `${new Date().toISOString().slice(0, -1)}${nanoseconds}Z`;
}

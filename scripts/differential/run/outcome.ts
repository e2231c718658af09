/** What a program did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where two outcomes differ, or nothing. Traces of goroutines are not compared, nor are addresses of faults. */
export function difference(expected: Outcome, found: Outcome): string | undefined {
  if (expected.stdout !== found.stdout) return firstLine("stdout", expected.stdout, found.stdout);
  const [a, b] = [comparable(expected.stderr), comparable(found.stderr)];
  if (a !== b) return firstLine("stderr", a, b);
  if (expected.code !== found.code) return `exit code ${found.code}, not ${expected.code}`;
  return undefined;
}

function comparable(stderr: string): string {
  return stderr
    .split("\ngoroutine ")[0]!
    .replaceAll(/^\[signal .*\n?/gm, "")
    .replaceAll(/\b0x[0-9a-f]{5,}/g, "0x…")
    .trimEnd();
}

function firstLine(stream: string, expected: string, found: string): string {
  const [a, b] = [expected.split("\n"), found.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  const line = at < 0 ? a.length : at;
  return `${stream} line ${line + 1}: ${JSON.stringify(b[line] ?? "(end)")}, not ${JSON.stringify(a[line] ?? "(end)")}`;
}

/**
 * What is compared of the output of `go test`: times, figures of benchmarks, traces and what names the target differ from run
 * to run, or from Go to goes.
 */
export function comparableTest(stdout: string, stderr: string, code: number): string {
  const end = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
  const text = `${end(stdout)}${end(stderr)}exit ${code}\n`;
  return (
    withoutTraces(text)
      // A line of a case that begins so is the title of the next.
      .replaceAll(/^===/gm, " ===")
      // Where in package testing something was found.
      .replaceAll(/^( +)(?:testing|t)\.go:\d+: /gm, "$1testing.go: ")
      .replaceAll(/^(?:goos|goarch|cpu): .*\n/gm, "")
      .replaceAll(/(?<![\d.])\d+\.\d+s\b/g, "0.00s")
      .replaceAll(/"Time":"[^"]*",/g, "")
      .replaceAll(/"Elapsed":[\d.e-]+/g, '"Elapsed":0')
      .replaceAll(/^(Benchmark\S*\s+\d+\t).*$/gm, (_, head: string) => head + metrics(_))
      .replaceAll(/ code=0x1 addr=0x0 pc=0x[0-9a-f]+/g, "")
      .replaceAll(/^Usage of [^\n]*:\n(?: .*\n)*/gm, "Usage\n")
  );
}

/** The units of a benchmark's line, with the figures that are the same everywhere. */
function metrics(line: string): string {
  return [...line.matchAll(/\t\s*([\d.]+) (\S+)/g)]
    .map(([, figure, unit]) =>
      /^(?:ns\/op|MB\/s|B\/op|allocs\/op)$/.test(unit!) ? unit! : `${figure} ${unit}`,
    )
    .join(" ");
}

/** Leaves out stacks of goroutines: from `goroutine N [` to the line that does not belong to them. */
function withoutTraces(text: string): string {
  const out: string[] = [];
  let inTrace = false;
  for (const line of text.split("\n")) {
    if (/^goroutine \d+ \[/.test(line)) inTrace = true;
    else if (inTrace && /^(?:FAIL|ok |exit |panic: |---|===|\{)/.test(line)) inTrace = false;
    if (!inTrace) out.push(line);
  }
  return out.join("\n");
}

/** A module, what is done with it, and what the real Go printed then. */
export interface ModuleCase {
  readonly title: string;
  /** The arguments of `go`: `run .`, `build -gcflags=-e .`, `-C dir run .`. */
  readonly command: readonly string[];
  /** What is set in the environment of the command and of the program, as `NAME=value`. */
  readonly environment: readonly string[];
  /** Path → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly want: string;
}

/**
 * Reads a file of cases. A case begins with `=== title`; the next line is its command, with variables in front as for a shell; `-- path --` begins a file and
 * `-- want --` what is expected. A backslash at the end of a file's last line leaves out the newline after it;
 * a space in a path is `%20`.
 */
export function parseCases(text: string): ModuleCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head, ...sections] = part.split(/^-- (?=\S+ --$)/m);
      const [title, command] = head!.split("\n");
      const files: Record<string, string> = {};
      let want = "";
      for (const section of sections) {
        const end = section.indexOf(" --\n");
        const name = section.slice(0, end);
        const body = section.slice(end + 4).replace(/\\\n$/, "");
        if (name === "want") want = body;
        else files[name.replaceAll("%20", " ")] = body;
      }
      const words = command!.trim().split(/\s+/);
      const first = words.findIndex((word) => !/^[A-Z]+=/.test(word));
      return {
        title: title!,
        command: words.slice(first),
        environment: words.slice(0, first),
        files,
        want,
      };
    });
}

/** Writes cases as {@link parseCases} reads them. */
export function printCases(cases: readonly ModuleCase[]): string {
  const section = (name: string, body: string): string =>
    `-- ${name} --\n${body === "" || body.endsWith("\n") ? body : `${body}\\\n`}`;
  return cases
    .map(({ title, command, environment, files, want }) => {
      const listed = Object.entries(files).map(([name, body]) => section(name.replaceAll(" ", "%20"), body));
      return `=== ${title}\n${[...environment, ...command].join(" ")}\n${listed.join("")}${section("want", want)}`;
    })
    .join("");
}

/** What is compared of the two output streams: of a panic only what precedes the trace. */
export function comparable(stdout: string, stderr: string): string {
  const errors = stderr
    .split(/\n\ngoroutine \d/)[0]!
    .replaceAll(/^exit status \d+\n/gm, "")
    .replaceAll(/\bgo1\.26\.\d+/g, "go1.26")
    .replaceAll(/running go 1\.26\.\d+/g, "running go 1.26");
  return stdout + errors + (errors === "" || errors.endsWith("\n") ? "" : "\n");
}

/** A module, what is done with it, and what the real Go printed then. */
export interface ModuleCase {
  readonly title: string;
  /** The arguments of `go`: `run .`, `build -gcflags=-e .`, `-C dir run .`. */
  readonly command: readonly string[];
  /** Path → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly want: string;
}

/**
 * Reads a file of cases. A case begins with `=== title`; the next line is its command; `-- path --` begins a file and
 * `-- want --` what is expected. A backslash at the end of a file's last line leaves out the newline behind it;
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
      return { title: title!, command: command!.trim().split(/\s+/), files, want };
    });
}

/** Writes cases as {@link parseCases} reads them. */
export function printCases(cases: readonly ModuleCase[]): string {
  const section = (name: string, body: string): string =>
    `-- ${name} --\n${body === "" || body.endsWith("\n") ? body : `${body}\\\n`}`;
  return cases
    .map(({ title, command, files, want }) => {
      const listed = Object.entries(files).map(([name, body]) => section(name.replaceAll(" ", "%20"), body));
      return `=== ${title}\n${command.join(" ")}\n${listed.join("")}${section("want", want)}`;
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

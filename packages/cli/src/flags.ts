/** Flags of more than one letter that Go programmers write with one dash. */
const longFlags = new Set([
  "tags",
  "work",
  "mod",
  "run",
  "count",
  "func",
  "dump",
  "verify",
  "names",
  "preempt",
  "buildmode",
  "help",
]);

/** Turns `-tags=x` into `--tags=x`, up to the first argument that is no flag of goes (the program's own follow). */
export function goStyleFlags(args: readonly string[]): string[] {
  const out: string[] = [];
  let positional = 0;
  for (const [i, arg] of args.entries()) {
    // The first positional argument is the verb; from the second on, arguments belong to the verb's target.
    if (!arg.startsWith("-") || arg === "-") positional++;
    if (positional >= 2) return [...out, ...args.slice(i)];
    const match = /^-([a-z]{2,})(=.*)?$/.exec(arg);
    out.push(match !== null && longFlags.has(match[1]!) ? `-${arg}` : arg);
  }
  return out;
}

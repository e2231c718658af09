// The table of README.md: how programs of fixtures/bench compare with native Go and with Go's own wasip1 port. `pnpm bench --readme` takes
// the results of the last whole run of `pnpm bench`, keeps them in scripts/bench/results.json, and writes the table.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * The line before the table. The types of results:
 * @typedef {{ name: string, goesBytes: number, goesMs: number, nativeMs?: number, goWasmMs?: number, goWasmBytes?: number }} Row
 * @typedef {{ node: string, go?: string, runs: number, rows: readonly Row[] }} Results
 */
const begin = "<!-- pnpm bench --readme: begin -->\n";
const end = "<!-- pnpm bench --readme: end -->\n";

/** @param {number | undefined} value */
const milliseconds = (value) => (value === undefined ? "–" : value.toFixed(value < 10 ? 1 : 0));
/** @param {number | undefined} bytes */
const kilobytes = (bytes) => (bytes === undefined ? "–" : `${Math.ceil(bytes / 1000)} kB`);
/** @param {number | undefined} over @param {number | undefined} under */
const ratio = (over, under) => (over === undefined || under === undefined ? "–" : (over / under).toFixed(1));

/**
 * The table in Markdown; without results, a line that says how to get them.
 * @param {Results | undefined} results
 * @returns {string}
 */
export function readmeTable(results) {
  if (results === undefined) return "Not measured yet: `pnpm bench`, then `pnpm bench --readme`.\n";
  const lines = [
    "| program | goes | native Go | Go's port | port ÷ goes | module of goes | of the port |",
    "|---|--:|--:|--:|--:|--:|--:|",
    ...results.rows.map((row) => {
      const times = [row.goesMs, row.nativeMs, row.goWasmMs].map(milliseconds);
      const sizes = [row.goesBytes, row.goWasmBytes].map(kilobytes);
      return `| ${[row.name, ...times, ratio(row.goWasmMs, row.goesMs), ...sizes].join(" | ")} |`;
    }),
    "",
    `Milliseconds, the median of ${results.runs} runs: \`-O2\` under Node ${results.node}, and ${results.go ?? "Go"} as a process and as GOOS=wasip1 under the same Node.`,
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * Why results are not those of a whole run; undefined if they are.
 * @param {Results} results
 * @param {readonly string[]} programs names of all programs
 * @returns {string | undefined}
 */
export function whyIncomplete(results, programs) {
  const measured = new Map(results.rows.map((row) => [row.name, row]));
  const missing = programs.filter((name) => !measured.has(name));
  if (missing.length > 0) return `not measured: ${missing.join(", ")}`;
  return results.rows.some((row) => row.nativeMs === undefined) ? "measured without Go" : undefined;
}

/**
 * The text of a README with a table between the markers.
 * @param {string} readme
 * @param {string} table
 * @returns {string}
 */
export function withTable(readme, table) {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error("README.md has no markers of `pnpm bench --readme`");
  return `${readme.slice(0, from + begin.length)}\n${table}\n${readme.slice(to)}`;
}

/**
 * The results that the README shows.
 * @param {string} root directory of the repository
 * @returns {Results | undefined}
 */
export function committedResults(root) {
  const path = join(root, "scripts/bench/results.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/**
 * Writes the table of README.md from a file of results; returns why it did not.
 * @param {string} root directory of the repository
 * @param {string} file
 * @returns {string | undefined}
 */
export function refreshReadme(root, file) {
  if (!existsSync(file)) return `there is no ${file}: run \`pnpm bench\` first`;
  /** @type {Results} */
  const { node, go, runs, rows } = JSON.parse(readFileSync(file, "utf8"));
  const programs = readdirSync(join(root, "fixtures/bench"))
    .filter((name) => name.endsWith(".go"))
    .map((name) => basename(name, ".go"));
  const results = { node, go, runs, rows };
  const reason = whyIncomplete(results, programs);
  if (reason !== undefined) return `${file} is not of a whole run: ${reason}`;
  writeFileSync(join(root, "scripts/bench/results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  const readme = join(root, "README.md");
  writeFileSync(readme, withTable(readFileSync(readme, "utf8"), readmeTable(results)));
  return undefined;
}

// What a command of scripts/ was called with, checked by its usage: `pnpm NAME [--flag] [--flag=VALUE] [operand…]`.
import process from "node:process";

/**
 * Ends the process unless the arguments are those that the usage names: with the usage text and exit code 0 for `--help`, with
 * the usage text on standard error and exit code 2 for a flag that is not in it, one without its value, or an operand where the usage has
 * none. The package manager's own `--` does not count.
 *
 * @param {string} usage
 * @param {readonly string[]} [given]
 * @returns {string[]} the arguments
 */
export function checkedArguments(usage, given = process.argv.slice(2)) {
  const args = given.filter((arg) => arg !== "--");
  const fault = args.map((arg) => faultOf(usage, arg)).find((found) => found !== undefined);
  if (fault === undefined) return args;
  if (fault === "") {
    process.stdout.write(`usage: ${usage}\n`);
    process.exit(0);
  }
  process.stderr.write(`${fault}\nusage: ${usage}\n`);
  process.exit(2);
}

/**
 * What is wrong with an argument; "": it asks for the usage.
 *
 * @param {string} usage
 * @param {string} arg
 * @returns {string | undefined}
 */
export function faultOf(usage, arg) {
  if (/^--?h(?:elp)?$/.test(arg)) return "";
  if (!arg.startsWith("-") || arg === "-") {
    return /\[(?!-)/.test(usage) ? undefined : `unexpected argument: ${arg}`;
  }
  const [flag] = arg.split("=", 1);
  const found = [...usage.matchAll(/\[(--?[\w-]+)(=?)/g)].find(([, name]) => name === flag);
  if (found === undefined) return `unknown flag: ${flag}`;
  const wantsValue = found[2] === "=";
  if (wantsValue === arg.includes("=")) return undefined;
  return wantsValue ? `flag ${flag} needs a value` : `flag ${flag} has no value`;
}

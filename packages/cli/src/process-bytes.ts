import { bytesOfText, textOfBytes } from "@goes/runtime";
import { readFileSync } from "node:fs";
import process from "node:process";

// Node makes texts of arguments and environment and replaces what is not UTF-8. Linux has the bytes.

const replacement = "\ufffd";

/** Arguments at the end of this process's own, byte for byte if the system has them. */
export function exactArguments(args: readonly string[]): readonly string[] {
  if (!args.some((arg) => arg.includes(replacement))) return args;
  const all = readTexts("/proc/self/cmdline");
  return args.map((arg, i) => exact(arg, all[all.length - args.length + i]));
}

/** The environment as `NAME=value`, with the current directory as PWD. */
export function environment(): readonly string[] {
  const pairs = Object.entries({ ...process.env, PWD: process.cwd() }).map(
    ([name, value]) => `${name}=${value ?? ""}`,
  );
  if (!pairs.some((pair) => pair.includes(replacement))) return pairs;
  const all = readTexts("/proc/self/environ");
  return pairs.map((pair) => all.find((text) => exact(pair, text) === text) ?? pair);
}

/** The text with all its bytes, if it is what Node has made this one of. */
function exact(text: string, candidate: string | undefined): string {
  return candidate !== undefined && asNodeReads(candidate) === text ? candidate : text;
}

function asNodeReads(text: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOfText(text));
}

/** The texts of a file, each ended by a zero byte. */
function readTexts(path: string): readonly string[] {
  try {
    const bytes = readFileSync(path);
    const texts: string[] = [];
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(0, at);
      const stop = end < 0 ? bytes.length : end;
      texts.push(textOfBytes(bytes.subarray(at, stop)));
      at = stop + 1;
    }
    return texts;
  } catch {
    return [];
  }
}

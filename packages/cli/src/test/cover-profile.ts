import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The file of -coverprofile: the profiles that the test binaries write, one after the other. */
export class CoverProfile {
  readonly #path: string;
  readonly #scratch: string;
  #text = "";

  constructor(path: string) {
    this.#path = resolve(path);
    this.#scratch = mkdtempSync(join(tmpdir(), "goes-cover-"));
  }

  /** Where the next test binary is to write its profile. */
  next(): string {
    return join(this.#scratch, "profile");
  }

  /** Takes what it has written. */
  add(): void {
    try {
      const text = readFileSync(this.next(), "utf8");
      rmSync(this.next());
      this.#text += this.#text === "" ? text : text.replace(/^mode: .*\n/, "");
    } catch {
      // It ended before it came to that.
    }
  }

  /** Writes the file. */
  close(): void {
    writeFileSync(this.#path, this.#text);
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}

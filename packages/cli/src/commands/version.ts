import { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };

/** `goes version`. */
export function versionCommand(done: (code: number) => void): Command {
  return new Command("version").description("print the version").action(() => {
    console.log(`goes version ${manifest.version} (Go 1.26) wasip1/wasm`);
    done(0);
  });
}

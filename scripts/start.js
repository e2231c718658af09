// `npm start [-- command arguments]`: sets everything up, then runs goes; without arguments, a demonstration.
import { setup, run, root } from "./setup.js";
import { join } from "node:path";
import process from "node:process";

setup();
const args = process.argv.slice(2);
const demo = ["run", join(root, "fixtures/programs/life/main.go")];
run(process.execPath, [join(root, "packages/cli/bin/goes.js"), ...(args.length > 0 ? args : demo)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});

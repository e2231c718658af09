// What the bundle offers to bin/goes.js.
export { runCli } from "./cli.ts";

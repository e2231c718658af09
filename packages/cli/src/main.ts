// What the bundle offers to bin/goes.js.
import { runCli } from "./cli.ts";
import { serveLargeStack } from "./large-stack.ts";

export { runCli };

serveLargeStack(runCli);

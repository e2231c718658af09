import { indent } from "../generator.ts";
import { Random } from "../random.ts";
import type { Topic } from "../topics.ts";
import { declareParts } from "./parts.ts";
import { waitingPrelude } from "./prelude.ts";
import { declareWork, type WorkContext } from "./work.ts";

const packages = ["fmt", "iter", "runtime", "sort", "strconv", "strings", "sync"];

/**
 * Programs that wait: goroutines, channels, locks in String and Error methods, deferred unlocks, select. What they
 * print does not depend on who runs when.
 */
export const waiting: Topic = {
  name: "waiting",
  weight: 25,
  generate(seed) {
    const random = new Random(seed);
    const context: WorkContext = { random, made: [], counter: 0 };
    const functions = Array.from({ length: 1 + random.int(4) }, () => declareWork(context));
    const parts = declareParts(random);
    const main = [
      `e := newEnv(${random.int(100)}, ${random.int(4)})`,
      ...context.made.flatMap((name) => [
        `e.fuel = ${20 + random.int(60)}`,
        `e.log(${name}(e, ${random.int(100)}, "${random.pick(["s", "long text", ""])}"))`,
      ]),
      "for _, line := range e.lines {",
      "\tprint(line)",
      "}",
      ...parts.map(({ name }) => `${name}()`),
      ...random.pick([
        [`println("end")`],
        [`println("end")`],
        ["panic(&failure{7, e.item})"],
        ["defer e.mu.Unlock()", "e.mu.Lock()", 'panic(fmt.Errorf("wrapped: %w", &failure{8, e.item}))'],
        ["e.mu.Unlock()"],
        ["<-e.never"],
      ]),
    ];
    const text = [
      `// Seed ${seed}.`,
      "package main",
      "",
      "import (",
      ...packages.map((path) => `\t"${path}"`),
      ")",
      "",
      waitingPrelude,
      // Not every program uses these.
      "var _, _, _ = runtime.Gosched, sort.Ints, strings.Split",
      "",
      ...functions.flatMap((lines) => [lines, ""]),
      ...parts.flatMap((part) => [part.text, ""]),
      "func main() {",
      ...indent(main),
      "}",
      "",
    ].join("\n");
    return { seed, text, alone: false };
  },
};

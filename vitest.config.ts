import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    testTimeout: 180_000,
    maxWorkers: 2,
    // Programs of tests run on the stack of the test, whose default size just holds the deepest of them: encoding/json, which
    // takes a value for a cycle at a depth of 1,000. Kilobytes, half of what systems give a thread.
    execArgv: ["--stack-size=3900"],
  },
});

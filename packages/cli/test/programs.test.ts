// The programs of fixtures/programs at -O2. See programs-unoptimized.test.ts; two files, so that they run side by side.
import { testPrograms } from "./test-programs.ts";

testPrograms(2);

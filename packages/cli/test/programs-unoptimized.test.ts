// The programs of fixtures/programs at -O0. See programs.test.ts; two files, so that they run side by side.
import { testPrograms } from "./test-programs.ts";

testPrograms(0);

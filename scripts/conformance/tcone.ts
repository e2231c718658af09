import { FileSet, formatDiagnostic, sortDiagnostics, type Diagnostic } from "../../packages/source/src/index.ts";
import { checkFiles, StandardLibrary } from "./standard-library.ts";
import { findGoRoot } from "./go-tree.ts";
import process from "node:process";
const files = new FileSet();
const library = new StandardLibrary(findGoRoot()!, files, "demand");
const found: Diagnostic[] = [];
checkFiles(process.argv.slice(2), files, library, (item) => found.push(item), "p");
for (const item of sortDiagnostics(files, found)) process.stdout.write(formatDiagnostic(files, item) + "\n");

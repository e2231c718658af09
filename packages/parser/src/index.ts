// Go's grammar: tokens in, syntax tree out. Parsing never fails; what is wrong is reported and marked in the tree.
export { parseFile, parseImports, type FileHead } from "./parse-file.ts";

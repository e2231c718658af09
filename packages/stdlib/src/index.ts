// The Go sources of the standard library and of the runtime, as files of a compilation.
export { library } from "./library.ts";

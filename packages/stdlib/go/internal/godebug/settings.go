package godebug

// settings are those of the program that differ from the defaults of the newest Go, as name=value,name=value. The
// compiler writes this file anew for such programs (packages/modules/src/debug-directives.ts).
const settings = ""

package runtime

// debugDefaults are the settings of GODEBUG, as name=value,name=value, that go.mod and //go:debug ask for and that differ from
// those of the newest Go. The compiler writes this file anew for programs that have some
// (packages/modules/src/debug-directives.ts).
const debugDefaults = ""

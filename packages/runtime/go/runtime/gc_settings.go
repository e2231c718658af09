package runtime

// gcStress is not 0 in programs that were built with -gcstress=N: one allocation in N collects. The compiler writes this
// file anew for them (packages/modules/src/debug-directives.ts).
const gcStress = 0

// gcOff says that memory only grows: -gc=none.
const gcOff = false

// gcTrace says that a line is printed for each cycle: -gctrace, and GODEBUG=gctrace=1 of goes run.
const gcTrace = false

package runtime

// allowsPanicNil says that panic(nil) leaves nil for recover (GODEBUG=panicnil=1, the default below go 1.21). The
// compiler writes this file anew for programs whose settings differ (packages/modules/src/debug-directives.ts).
const allowsPanicNil = false

// asyncTimerChannels says that what a timer has sent stays in its channel when it is stopped or reset
// (GODEBUG=asynctimerchan=1, the default below go 1.23).
const asyncTimerChannels = false

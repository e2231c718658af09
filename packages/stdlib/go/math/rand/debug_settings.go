package rand

// What GODEBUG selects. The compiler writes this file anew for programs whose settings are not those of the newest Go
// (packages/modules/src/debug-directives.ts).
const (
	// seeds says that Seed has an effect: randseednop=0, the default below go 1.24.
	seeds = false
	// startsAtOne says that the functions of the package begin with the seed 1: randautoseed=0.
	startsAtOne = false
)

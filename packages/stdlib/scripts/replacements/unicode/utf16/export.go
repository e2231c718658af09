package utf16

// The names by which the package's test asks for these limits.
const (
	surr1           = highStart
	surr3           = end
	surrSelf        = supplement
	replacementChar = replacement
)

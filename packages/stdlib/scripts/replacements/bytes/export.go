package bytes

// An internal by which Go's tests ask.
func indexBytePortable(s []byte, c byte) int { return IndexByte(s, c) }

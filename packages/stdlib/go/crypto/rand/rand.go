// Package rand has random bytes of the host, which nobody can foretell.
package rand

import "io"

// Reader reads random bytes of the host. Goroutines may share it.
var Reader io.Reader = &hostReader{}

type hostReader struct{ _ byte }

// mostBytes of one call: hosts in pages return no more.
const mostBytes = 65536

func (*hostReader) Read(b []byte) (n int, err error) {
	for rest := b; len(rest) > 0; {
		m := min(len(rest), mostBytes)
		fill(rest[:m])
		rest = rest[m:]
	}
	return len(b), nil
}

// Read fills b with random bytes from Reader. It ends the program if that returns an error.
func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		fatal("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}

// Text returns a random text of capital letters and digits (base32 of RFC 4648) with at least 128 random bits.
func Text() string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	b := make([]byte, 26) // 26 × 5 bits
	Read(b)
	for i, c := range b {
		b[i] = letters[c%32]
	}
	return string(b)
}

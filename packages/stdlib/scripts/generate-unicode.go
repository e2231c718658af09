//go:build ignore

// Writes the tables of go/strconv and go/unicode from those of the Go installation that runs it:
// `go run generate-unicode.go` in this directory. The format is described where the tables are unpacked.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

// pack appends a number: five bits a byte, lowest first, offset ' ', and 32 more if the number goes on.
func pack(b *strings.Builder, n rune) {
	for n >= 32 {
		b.WriteByte(byte(' ' + 32 + n&31))
		n >>= 5
	}
	b.WriteByte(byte(' ' + n))
}

func printable() string {
	var b strings.Builder
	start, state := rune(0), false
	for r := rune(0); r <= unicode.MaxRune+1; r++ {
		if now := r <= unicode.MaxRune && strconv.IsPrint(r); now != state || r == unicode.MaxRune+1 {
			pack(&b, r-start)
			start, state = r, now
		}
	}
	return b.String()
}

func write(path, text string) {
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		panic(err)
	}
}

func main() {
	write("../go/strconv/printable.go", fmt.Sprintf("// Written by scripts/generate-unicode.go.\n\npackage strconv\n\nconst packedPrintable = `%s`\n", printable()))
}

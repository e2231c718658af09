//go:build ignore

// Writes the table of go/math/rand from what the generator of the Go installation that runs it puts out:
// `go run generate-random.go` in this directory. 607 outputs determine the state that a seed gave (the recurrence is
// run backwards), and the state less the known part of the seeding is the table, the same for all seeds.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
)

const (
	length = 607
	tap    = 273
)

func seeded(seed int64) (state [length]uint64) {
	source := rand.NewSource(seed).(rand.Source64)
	var x [2 * length]uint64 // before and after
	for i := range length {
		x[length+i] = source.Uint64()
	}
	for i := length - 1; i >= 0; i-- {
		x[i] = x[length+i] - x[length+i-tap]
		state[(length-tap-1-i+length)%length] = x[i]
	}
	return state
}

func lehmer(seed int64) (state [length]uint64) {
	x := uint64(seed)
	next := func() uint64 {
		x = 48271 * x % (1<<31 - 1)
		return x
	}
	for range 20 {
		next()
	}
	for i := range state {
		state[i] = next() << 40
		state[i] ^= next() << 20
		state[i] ^= next()
	}
	return state
}

func table(seed int64) (t [length]uint64) {
	s, l := seeded(seed), lehmer(seed)
	for i := range t {
		t[i] = s[i] ^ l[i]
	}
	return t
}

func main() {
	t := table(1)
	if t != table(20) || t != table(1<<30) {
		panic("the seeding is not what was expected")
	}
	var b strings.Builder
	for _, word := range t {
		for range 11 {
			b.WriteByte(byte(' ' + word&63))
			word >>= 6
		}
	}
	text := fmt.Sprintf("// Written by scripts/generate-random.go.\n\npackage rand\n\n// 607 words of 11 bytes: six bits a byte, lowest first, offset ' '.\nconst packedState = `%s`\n", b.String())
	if err := os.WriteFile("../go/math/rand/state.go", []byte(text), 0o666); err != nil {
		panic(err)
	}
}

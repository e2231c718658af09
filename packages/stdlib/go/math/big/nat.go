// Package big does arithmetic on numbers of any size: integers, fractions, and floating-point numbers of any precision.
package big

import (
	"math/bits"
	"math/rand"
)

// A nat is a number >= 0: words, the least first, the last one not 0. Zero has no words. Methods set their receiver as far as
// its capacity allows and return the result.
type nat []Word

var (
	natOne = nat{1}
	natTwo = nat{2}
)

func (z nat) norm() nat {
	i := len(z)
	for i > 0 && z[i-1] == 0 {
		i--
	}
	return z[:i]
}

// make returns n words, those of z if it has as many.
func (z nat) make(n int) nat {
	if n <= cap(z) {
		return z[:n]
	}
	if n == 1 {
		return make(nat, 1)
	}
	return make(nat, n, n+4)
}

func (z nat) setWord(x Word) nat {
	if x == 0 {
		return z[:0]
	}
	z = z.make(1)
	z[0] = x
	return z
}

func (z nat) setUint64(x uint64) nat { return z.setWord(Word(x)) }

func (z nat) set(x nat) nat {
	z = z.make(len(x))
	copy(z, x)
	return z
}

// alias reports whether x and y share memory, as slices that were cut from the front of one do.
func alias(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (z nat) add(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	n, m := len(x), len(y)
	if m == 0 {
		return z.set(x)
	}
	z = z.make(n + 1)
	c := addVV(z[:m], x, y)
	z[n] = addVW(z[m:n], x[m:], c)
	return z.norm()
}

// sub sets z = x - y for x >= y.
func (z nat) sub(x, y nat) nat {
	n, m := len(x), len(y)
	switch {
	case n < m:
		panic("underflow")
	case n == 0:
		return z[:0]
	case m == 0:
		return z.set(x)
	}
	z = z.make(n)
	c := subVV(z[:m], x, y)
	if subVW(z[m:], x[m:], c) != 0 {
		panic("underflow")
	}
	return z.norm()
}

// mulAddWW sets z = x*y + r.
func (z nat) mulAddWW(x nat, y, r Word) nat {
	n := len(x)
	if n == 0 || y == 0 {
		return z.setWord(r)
	}
	z = z.make(n + 1)
	z[n] = mulAddVWW(z[:n], x, y, r)
	return z.norm()
}

func (x nat) bitLen() int {
	n := len(x)
	if n == 0 {
		return 0
	}
	return n*_W - int(nlz(x[n-1]))
}

func (x nat) trailingZeroBits() uint {
	for i, word := range x {
		if word != 0 {
			return uint(i)*_W + uint(bits.TrailingZeros64(uint64(word)))
		}
	}
	return 0
}

func (x nat) isPow2() (uint, bool) {
	n := len(x)
	if n == 0 {
		return 0, false
	}
	zeros := x.trailingZeroBits()
	return zeros, int(zeros) == x.bitLen()-1
}

func (z nat) lsh(x nat, s uint) nat {
	if s == 0 {
		if len(x) == 0 || len(z) > 0 && &z[0] == &x[0] {
			return z[:len(x)]
		}
		return z.set(x)
	}
	n := len(x)
	if n == 0 {
		return z[:0]
	}
	words := int(s / _W)
	z = z.make(n + words + 1)
	if s %= _W; s == 0 {
		copy(z[words:], x)
		z[n+words] = 0
	} else {
		z[n+words] = lshVU(z[words:n+words], x, s)
	}
	clear(z[:words])
	return z.norm()
}

func (z nat) rsh(x nat, s uint) nat {
	words := int(s / _W)
	n := len(x) - words
	if n <= 0 || words < 0 {
		return z[:0]
	}
	z = z.make(n)
	rshVU(z, x[words:], s%_W)
	return z.norm()
}

func (x nat) bit(i uint) uint {
	j := i / _W
	if j >= uint(len(x)) {
		return 0
	}
	return uint(x[j]>>(i%_W)) & 1
}

func (z nat) setBit(x nat, i uint, b uint) nat {
	j, m := int(i/_W), Word(1)<<(i%_W)
	n := len(x)
	switch b {
	case 0:
		z = z.set(x)
		if j >= n {
			return z
		}
		z[j] &^= m
		return z.norm()
	case 1:
		if j >= n {
			z = z.make(j + 1)
			clear(z[n:])
		} else {
			z = z.make(n)
		}
		copy(z, x)
		z[j] |= m
		return z
	}
	panic("set bit is not 0 or 1")
}

// sticky returns 1 if one of the lowest i bits is set.
func (x nat) sticky(i uint) uint {
	if len(x) > 0 && x.trailingZeroBits() < i {
		return 1
	}
	return 0
}

func (z nat) and(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(n)
	for i := range z {
		z[i] = x[i] & y[i]
	}
	return z.norm()
}

// trunc sets z to the lowest n bits of x.
func (z nat) trunc(x nat, n uint) nat {
	words := int((n + _W - 1) / _W)
	if len(x) < words {
		return z.set(x)
	}
	z = z.make(words)
	copy(z, x)
	if n%_W != 0 {
		z[words-1] &= 1<<(n%_W) - 1
	}
	return z.norm()
}

func (z nat) andNot(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(len(x))
	for i := range n {
		z[i] = x[i] &^ y[i]
	}
	copy(z[n:], x[n:])
	return z.norm()
}

func (z nat) or(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z.make(len(x))
	for i := range y {
		z[i] = x[i] | y[i]
	}
	copy(z[len(y):], x[len(y):])
	return z.norm()
}

func (z nat) xor(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z.make(len(x))
	for i := range y {
		z[i] = x[i] ^ y[i]
	}
	copy(z[len(y):], x[len(y):])
	return z.norm()
}

// random sets z to a number below limit, whose bit length is n.
func (z nat) random(rnd *rand.Rand, limit nat, n int) nat {
	if alias(z, limit) {
		z = nil
	}
	z = z.make(len(limit))
	mask := Word(_M)
	if n%_W != 0 {
		mask = 1<<(n%_W) - 1
	}
	for {
		for i := range z {
			z[i] = Word(rnd.Uint32())
			z[i] |= Word(rnd.Uint32()) << 32
		}
		z[len(z)-1] &= mask
		if z.norm().cmp(limit) < 0 {
			return z.norm()
		}
	}
}

// bytes writes x to the end of buf, the highest byte first, and returns where it begins; the rest of buf is 0.
func (x nat) bytes(buf []byte) int {
	i := len(buf)
	for _, word := range x {
		for range _S {
			if i > 0 {
				i--
				buf[i] = byte(word)
			} else if byte(word) != 0 {
				panic("math/big: buffer too small to fit value")
			}
			word >>= 8
		}
	}
	clear(buf[:i])
	for i < len(buf) && buf[i] == 0 {
		i++
	}
	return i
}

// setBytes sets z to the number of which buf holds the bytes, the highest first.
func (z nat) setBytes(buf []byte) nat {
	z = z.make((len(buf) + _S - 1) / _S)
	i := len(buf)
	for k := range z {
		var word Word
		if i >= _S {
			b := buf[i-_S : i]
			word = Word(b[7]) | Word(b[6])<<8 | Word(b[5])<<16 | Word(b[4])<<24 |
				Word(b[3])<<32 | Word(b[2])<<40 | Word(b[1])<<48 | Word(b[0])<<56
		} else {
			for _, b := range buf[:i] {
				word = word<<8 | Word(b)
			}
		}
		z[k] = word
		i -= _S
	}
	return z.norm()
}

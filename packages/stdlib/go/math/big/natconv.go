package big

import (
	"math/bits"
	"sync"
)

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// MaxBase is the largest base of texts.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

// Numbers of more words are converted in halves; measured.
const textLeaf = 24

// largestPower returns the largest power of b that is a word, and its exponent.
func largestPower(b Word) (p Word, n int) {
	p, n = b, 1
	for most := _M / b; p <= most; n++ {
		p *= b
	}
	return p, n
}

// utoa returns x >= 0 as a text in a base from 2 to MaxBase.
func (x nat) utoa(base int) []byte { return x.itoa(false, base) }

// itoa is utoa with a minus sign if x is not 0.
func (x nat) itoa(neg bool, base int) []byte {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	if len(x) == 0 {
		return []byte("0")
	}
	// The estimate of the length is not below it.
	buf := make([]byte, 0, 0)
	var text []byte
	if base&(base-1) == 0 {
		text = x.textPow2(uint(bits.TrailingZeros(uint(base))))
	} else {
		p, n := largestPower(Word(base))
		// p has at least so many bits.
		width := (x.bitLen()/(bits.Len64(uint64(p))-1) + 1) * n
		buf = make([]byte, width+1)
		text = buf[1:]
		x.textInto(text, Word(base), p, n)
		zeros := 0
		for text[zeros] == '0' {
			zeros++
		}
		text = buf[zeros+1:]
		if neg {
			buf[zeros] = '-'
			return buf[zeros:]
		}
		return text
	}
	if neg {
		text[0] = '-'
		return text
	}
	return text[1:]
}

// textPow2 returns x in base 2^shift, with one byte before the digits.
func (x nat) textPow2(shift uint) []byte {
	n := (x.bitLen() + int(shift) - 1) / int(shift)
	text := make([]byte, n+1)
	mask := Word(1)<<shift - 1
	word, have := Word(0), uint(0)
	at := 0
	for i := n; i > 0; i-- {
		digit := word & mask
		if have < shift {
			next := Word(0)
			if at < len(x) {
				next = x[at]
				at++
			}
			digit = (word | next<<have) & mask
			word = next >> (shift - have)
			have += _W - shift
		} else {
			word >>= shift
			have -= shift
		}
		text[i] = digits[digit]
	}
	return text
}

// A textPower is a power of a base by which numbers are cut in two.
type textPower struct {
	p      nat
	digits int
}

// tenPowers are those of base 10 that were needed before.
var tenPowers struct {
	sync.Mutex
	table []textPower
}

// keptPower is how many words a power may have to be kept.
const keptPower = 1 << 12

// textPowers returns the squares of p^textLeaf/2, as far as they are shorter than x.
func textPowers(x nat, base, p Word, n int) []textPower {
	var table []textPower
	if base == 10 {
		tenPowers.Lock()
		table = tenPowers.table
		tenPowers.Unlock()
	}
	for i := 0; ; i++ {
		if i < len(table) {
			if 2*len(table[i].p) > len(x)+1 && i > 0 {
				return table[:i]
			}
			continue
		}
		var next textPower
		if i == 0 {
			next.p = nat(nil).powerWhole(nat{p}, nat{textLeaf / 2})
			next.digits = n * (textLeaf / 2)
		} else {
			last := table[i-1]
			if 2*2*len(last.p) > len(x)+1 {
				return table
			}
			next.p = nat(nil).square(last.p)
			next.digits = 2 * last.digits
		}
		table = append(table[:i:i], next)
		if base == 10 && len(next.p) <= keptPower {
			tenPowers.Lock()
			if len(tenPowers.table) == i {
				tenPowers.table = table
			}
			tenPowers.Unlock()
		}
	}
}

// textInto writes x with zeros before it.
func (x nat) textInto(text []byte, base, p Word, n int) {
	q := nat(nil).set(x)
	if len(x) <= textLeaf {
		q.textWords(text, base, p, n)
		return
	}
	q.textHalves(text, base, p, n, textPowers(x, base, p, n))
}

// textHalves cuts q in two by the largest power that is shorter.
func (q nat) textHalves(text []byte, base, p Word, n int, powers []textPower) {
	for len(powers) > 0 && powers[len(powers)-1].digits >= len(text) {
		powers = powers[:len(powers)-1]
	}
	if len(q) <= textLeaf || len(powers) == 0 {
		q.textWords(text, base, p, n)
		return
	}
	power := powers[len(powers)-1]
	if q.cmp(power.p) < 0 {
		cut := len(text) - power.digits
		for i := range cut {
			text[i] = '0'
		}
		q.textHalves(text[cut:], base, p, n, powers[:len(powers)-1])
		return
	}
	high, low := nat(nil).quoRem(nil, q, power.p)
	cut := len(text) - power.digits
	// Above may be more than one power.
	high.textHalves(text[:cut], base, p, n, powers)
	low.textHalves(text[cut:], base, p, n, powers[:len(powers)-1])
}

// textWords divides q by p again and again; q is overwritten.
func (q nat) textWords(text []byte, base, p Word, n int) {
	i := len(text)
	for len(q) > 0 {
		var r Word
		r = divVW(q, q, p)
		q = q.norm()
		for k := 0; k < n && i > 0; k++ {
			i--
			if base == 10 {
				text[i] = '0' + byte(r%10)
				r /= 10
			} else {
				text[i] = digits[r%base]
				r /= base
			}
		}
	}
	for i > 0 {
		i--
		text[i] = '0'
	}
}

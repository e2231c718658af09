package big

import (
	"errors"
	"io"
	"math/bits"
)

var (
	errNoDigits = errors.New("number has no digits")
	errInvalSep = errors.New("'_' must separate successive digits")
)

// Texts of more groups of digits are converted in halves; measured.
const scanLeaf = 48

// scan reads a number without sign as far as it goes. Base 0 takes the base from a prefix and allows underscores; a fraction may be
// allowed. It returns the base, and the number of digits or, if there was a point, the number of digits after it, negated.
func (z nat) scan(r io.ByteScanner, base int, fraction bool) (res nat, b, count int, err error) {
	if base != 0 && base < 2 || !fraction && base > MaxBase ||
		fraction && base != 0 && base != 2 && base != 8 && base != 10 && base != 16 {
		panic("invalid number base")
	}
	// What was before: a point or the beginning, an underscore, or a digit or prefix.
	previous := byte('.')
	wrongSeparator := false
	c, err := r.ReadByte()
	b = base
	prefix := byte(0)
	if base == 0 {
		b = 10
		if err == nil && c == '0' {
			previous = '0'
			count = 1
			c, err = r.ReadByte()
			if err == nil {
				switch c {
				case 'b', 'B':
					b, prefix = 2, 'b'
				case 'o', 'O':
					b, prefix = 8, 'o'
				case 'x', 'X':
					b, prefix = 16, 'x'
				default:
					if !fraction {
						b, prefix = 8, '0'
					}
				}
				if prefix != 0 {
					count = 0
					if prefix != '0' {
						c, err = r.ReadByte()
					}
				}
			}
		}
	}
	groupBase, groupDigits := groupOf(b)
	var groups []Word
	var group Word
	inGroup := 0
	point := -1
	for err == nil {
		if c == '.' && fraction && point < 0 {
			if previous == '_' {
				wrongSeparator = true
			}
			previous = '.'
			point = count
		} else if c == '_' && base == 0 {
			if previous != '0' {
				wrongSeparator = true
			}
			previous = '_'
		} else {
			digit := digitOf(c, b)
			if digit >= Word(b) {
				err = r.UnreadByte()
				break
			}
			previous = '0'
			count++
			group = group*Word(b) + digit
			if inGroup++; inGroup == groupDigits {
				groups = append(groups, group)
				group, inGroup = 0, 0
			}
		}
		c, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && (wrongSeparator || previous == '_') {
		err = errInvalSep
	}
	if count == 0 {
		if prefix == '0' {
			// The prefix was the digit.
			return z[:0], 10, 1, err
		}
		err = errNoDigits
	}
	if b&(b-1) == 0 {
		z = z.fromPow2(groups, group, groupDigits, inGroup, uint(bits.TrailingZeros(uint(b))))
	} else {
		z = z.fromGroups(groups, groupBase)
		if inGroup > 0 {
			power := Word(1)
			for range inGroup {
				power *= Word(b)
			}
			z = z.mulAddWW(z, power, group)
		}
	}
	if point >= 0 {
		count = point - count
	}
	return z, b, count, err
}

// groupOf returns how many digits make a word, and its base; for powers of two the base is not needed.
func groupOf(b int) (Word, int) {
	if b&(b-1) == 0 {
		return 0, _W / bits.TrailingZeros(uint(b))
	}
	return largestPower(Word(b))
}

func digitOf(c byte, b int) Word {
	switch {
	case '0' <= c && c <= '9':
		return Word(c - '0')
	case 'a' <= c && c <= 'z':
		return Word(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		if b <= 36 {
			return Word(c-'A') + 10
		}
		return Word(c-'A') + 36
	}
	return MaxBase + 1
}

// fromPow2 puts groups of digits of shift bits together, the highest first.
func (z nat) fromPow2(groups []Word, last Word, groupDigits, inLast int, shift uint) nat {
	width := uint(groupDigits) * shift
	z = z.make((len(groups)*int(width)+inLast*int(shift)+_W-1)/_W + 1)
	at, word, filled := 0, last, uint(inLast)*shift
	for i := len(groups) - 1; i >= 0; i-- {
		group := groups[i]
		word |= group << filled
		if filled+width >= _W {
			z[at] = word
			at++
			word = group >> (_W - filled)
			filled += width - _W
		} else {
			filled += width
		}
	}
	z[at] = word
	return z[:at+1].norm()
}

// fromGroups sets z to the number whose digits in the given base are the groups, the highest first.
func (z nat) fromGroups(groups []Word, base Word) nat {
	if len(groups) == 0 {
		return z[:0]
	}
	if len(groups) <= scanLeaf {
		z = z.make(len(groups) + 1)[:0]
		for _, group := range groups {
			z = z.mulAddWW(z, base, group)
		}
		return z
	}
	size := scanLeaf / 2
	powers := []nat{nat(nil).powerWhole(nat{base}, nat{Word(size)})}
	for size*2 < len(groups) {
		last := powers[len(powers)-1]
		powers = append(powers, nat(nil).square(last))
		size *= 2
	}
	return z.set(groupHalves(groups, base, powers, size))
}

// groupHalves cuts off the lowest size groups, of which the last of the powers is the base.
func groupHalves(groups []Word, base Word, powers []nat, size int) nat {
	if len(groups) <= scanLeaf || len(powers) == 0 {
		return nat(nil).fromGroups(groups, base)
	}
	last := len(powers) - 1
	if len(groups) <= size {
		return groupHalves(groups, base, powers[:last], size/2)
	}
	cut := len(groups) - size
	high := groupHalves(groups[:cut], base, powers[:last], size/2)
	low := groupHalves(groups[cut:], base, powers[:last], size/2)
	z := nat(nil).product(high, powers[last])
	return z.add(z, low)
}

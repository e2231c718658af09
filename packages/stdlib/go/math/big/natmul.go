package big

import "unsafe"

// Sizes in words, measured.
const (
	mulByLimbs = 8 // from here on, products are made of limbs
	sqrByLimbs = 6
	longPiece  = 256 // so much of a long factor is multiplied at once by one that is too short for halving
)

// product sets z = x * y, in the memory of z if it has room and is not that of a factor which is still needed.
func (z nat) product(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	switch {
	case len(y) == 0:
		return z[:0]
	case len(y) == 1:
		return z.mulAddWW(x, y[0], 0)
	case len(x) == len(y) && &x[0] == &y[0]:
		return z.square(x)
	}
	n := len(x) + len(y)
	if alias(z, x) || alias(z, y) {
		z = nil
	}
	z = z.make(n)
	mulVV(z, x, y)
	return z.norm()
}

// square sets z = x * x.
func (z nat) square(x nat) nat {
	n := len(x)
	if n == 0 {
		return z[:0]
	}
	if alias(z, x) {
		z = nil
	}
	z = z.make(2 * n)
	sqrVV(z, x)
	return z.norm()
}

// mulVV sets z = x * y; z has as many words as both and memory of its own, and y is not longer than x.
func mulVV(z, x, y []Word) {
	switch {
	case len(y) < mulByLimbs:
		mulWords(z, x, y)
	case limbCount(len(y), 28) <= mulLeaf && len(x) > len(y):
		mulPieces(z, x, y, longPiece)
	case len(y) > maxLimbWords:
		if len(x)-len(y) > len(y)/4 {
			mulPieces(z, x, y, len(y))
		} else {
			mulSplit(z, x, y)
		}
	case len(x)-len(y) > len(y)/4:
		mulPieces(z, x, y, len(y))
	default:
		mulBalanced(z, x, y)
	}
}

// mulWords multiplies word by word.
func mulWords(z, x, y []Word) {
	n := len(x)
	if len(y) == 0 {
		clear(z)
		return
	}
	z[n] = mulAddVWW(z[:n], x, y[0], 0)
	for i := 1; i < len(y); i++ {
		z[n+i] = addMulVVW(z[i:n+i], x, y[i])
	}
}

// mulPieces multiplies pieces of the longer factor by the shorter.
func mulPieces(z, x, y []Word, piece int) {
	if len(x) <= piece {
		mulLong(z, x, y)
		return
	}
	m := len(y)
	clear(z[len(x):])
	part := make([]Word, piece+m)
	for at := 0; at < len(x); at += piece {
		n := min(piece, len(x)-at)
		next := part[:n+m]
		if n >= m {
			mulLong(next, x[at:at+n], y)
		} else {
			mulVV(next, y, x[at:at+n])
		}
		if at == 0 {
			copy(z, next)
			continue
		}
		c := addVV(z[at:at+m], z[at:at+m], next[:m])
		copy(z[at+m:], next[m:])
		addVW(z[at+m:at+m+n], z[at+m:at+m+n], c)
	}
}

func mulLong(z, x, y []Word) {
	if limbCount(len(y), 28) > mulLeaf {
		mulBalancedOrSplit(z, x, y)
		return
	}
	b := limbBits(len(y))
	n, m := limbCount(len(x), b), limbCount(len(y), b)
	buf := newBuffer(2*n + 2*m)
	xl, yl, zl := buf.limbs[:n], buf.limbs[n:n+m], buf.limbs[n+m:2*n+2*m]
	toLimbs(xl, x, b)
	toLimbs(yl, y, b)
	mulLimbs(unsafe.Pointer(&zl[0]), unsafe.Pointer(&yl[0]), unsafe.Pointer(&xl[0]), m, n)
	fromLimbs(z, zl, b)
	buf.free()
}

func mulBalancedOrSplit(z, x, y []Word) {
	if len(y) > maxLimbWords {
		mulSplit(z, x, y)
	} else {
		mulBalanced(z, x, y)
	}
}

// mulBalanced multiplies factors of about the same length.
func mulBalanced(z, x, y []Word) {
	b := limbBits(len(y))
	halvings, size := halve(limbCount(len(x), b), mulLeaf)
	n := size << halvings
	buf := newBuffer(8 * n)
	toLimbs(buf.limbs[:n], x, b)
	toLimbs(buf.limbs[n:2*n], y, b)
	xp := unsafe.Pointer(&buf.limbs[0])
	mulHalving(unsafe.Add(xp, 16*n), xp, unsafe.Add(xp, 8*n), unsafe.Add(xp, 32*n), n, halvings)
	fromLimbs(z, buf.limbs[2*n:4*n], b)
	buf.free()
}

// mulSplit multiplies factors that are too long for limbs, by three products of half the length.
func mulSplit(z, x, y []Word) {
	h := (len(x) + 1) / 2
	x0, x1 := nat(x[:h]).norm(), nat(x[h:])
	y0, y1 := nat(y[:h]).norm(), nat(y[h:]).norm()
	low := nat(nil).product(x0, y0)
	high := nat(nil).product(x1, y1)
	mid := nat(nil).product(nat(nil).add(x0, x1), nat(nil).add(y0, y1))
	mid = mid.sub(mid, low)
	mid = mid.sub(mid, high)
	clear(z)
	copy(z, low)
	copy(z[2*h:], high)
	addAt(z, mid, h)
}

// addAt adds x to z from word i on; the sum fits.
func addAt(z, x []Word, i int) {
	if n := len(x); n > 0 {
		c := addVV(z[i:i+n], z[i:i+n], x)
		if c != 0 {
			addVW(z[i+n:], z[i+n:], c)
		}
	}
}

// sqrVV sets z = x * x.
func sqrVV(z, x []Word) {
	n := len(x)
	switch {
	case n < sqrByLimbs:
		mulWords(z, x, x)
		return
	case n > maxLimbWords:
		mulSplit(z, x, x)
		return
	}
	b := limbBits(n)
	halvings, size := halve(limbCount(n, b), sqrLeaf)
	count := size << halvings
	buf := newBuffer(7 * count)
	toLimbs(buf.limbs[:count], x, b)
	xp := unsafe.Pointer(&buf.limbs[0])
	sqrHalving(unsafe.Add(xp, 8*count), xp, unsafe.Add(xp, 24*count), count, halvings)
	fromLimbs(z, buf.limbs[count:3*count], b)
	buf.free()
}

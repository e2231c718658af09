package big

import "unsafe"

// A montgomery multiplies modulo an odd number m, in limbs (Montgomery 1985: Modular multiplication without trial division). With R = 2^(n*b), it works on x*R
// mod m; results are below R, though perhaps not below m.
type montgomery struct {
	m       nat
	b       uint
	n       int
	modulus []uint64
	inverse uint64 // -1/m modulo 2^b
	tmp     []uint64
}

// maxMontgomery is how many words a modulus may have before products by halves and divisions are faster.
const maxMontgomery = 200

// newMontgomery prepares for m; it returns false if m is too long.
func newMontgomery(m nat) (*montgomery, bool) {
	if len(m) > maxMontgomery {
		return nil, false
	}
	t := &montgomery{m: m, b: 28}
	// A coefficient is the sum of 2n products, and a carry.
	for 2*limbCount(len(m), t.b)+2 > 1<<(64-2*t.b) {
		t.b--
	}
	// Two bits are spare at the top, so that what is reduced stays below R without a last subtraction: with x, y < 2m and R > 4m,
	// (x*y + q*m) / R < 2m.
	t.n = (m.bitLen() + 2 + int(t.b) - 1) / int(t.b)
	t.modulus = make([]uint64, max(t.n, limbCount(len(m), t.b)))
	toLimbs(t.modulus, m, t.b)
	t.modulus = t.modulus[:t.n]
	inverse := t.modulus[0] // right in three bits; each step doubles them
	for range 5 {
		inverse *= 2 - t.modulus[0]*inverse
	}
	t.inverse = -inverse & (1<<t.b - 1)
	t.tmp = make([]uint64, 2*t.n+4)
	return t, true
}

// enter returns x*R mod m in limbs.
func (t *montgomery) enter(x nat) []uint64 {
	shifted := nat(nil).lsh(x, uint(t.n)*t.b)
	_, r := nat(nil).quoRem(nil, shifted, t.m)
	limbs := make([]uint64, max(t.n, limbCount(len(r), t.b)))
	toLimbs(limbs, r, t.b)
	return limbs[:t.n]
}

// leave returns the number for x.
func (t *montgomery) leave(x []uint64) nat {
	clear(t.tmp)
	copy(t.tmp, x)
	result := make([]uint64, t.n)
	t.reduce(result)
	z := make(nat, (t.n*int(t.b)+_W-1)/_W)
	fromLimbs(z, result, t.b)
	z = z.norm()
	for z.cmp(t.m) >= 0 {
		z = z.sub(z, t.m)
	}
	return z
}

func (t *montgomery) mul(z, x, y []uint64) {
	mulLimbs(unsafe.Pointer(&t.tmp[0]), unsafe.Pointer(&x[0]), unsafe.Pointer(&y[0]), t.n, t.n)
	t.reduce(z)
}

func (t *montgomery) sqr(z, x []uint64) {
	sqrLimbs(unsafe.Pointer(&t.tmp[0]), unsafe.Pointer(&x[0]), t.n)
	t.reduce(z)
}

// reduce sets z to tmp / R modulo m: multiples of m make the lower limbs of tmp zero, four at a time.
func (t *montgomery) reduce(z []uint64) {
	mask := uint64(1)<<t.b - 1
	m := unsafe.Pointer(&t.modulus[0])
	c := unsafe.Pointer(&t.tmp[0])
	left := t.n
	carry := uint64(0)
	for ; left >= 4 && t.n >= 4; left -= 4 {
		mv, cv := (*[4]uint64)(m), (*[7]uint64)(c)
		m0, m1, m2, m3 := mv[0], mv[1], mv[2], mv[3]
		v := cv[0] + carry
		q0 := v * t.inverse & mask
		v = cv[1] + q0*m1 + (v+q0*m0)>>t.b
		q1 := v * t.inverse & mask
		v = cv[2] + q0*m2 + q1*m1 + (v+q1*m0)>>t.b
		q2 := v * t.inverse & mask
		v = cv[3] + q0*m3 + q1*m2 + q2*m1 + (v+q2*m0)>>t.b
		q3 := v * t.inverse & mask
		carry = (v + q3*m0) >> t.b
		// The limbs of m from the fourth on, and what the first ones make there.
		cv[4] += q1*m3 + q2*m2 + q3*m1
		cv[5] += q2*m3 + q3*m2
		cv[6] += q3 * m3
		c = unsafe.Add(c, 32)
		if t.n > 4 {
			mulRows(c, unsafe.Add(m, 32), t.n-4, q0, q1, q2, q3)
		}
	}
	for ; left > 0; left-- {
		v := *limbAt(c, 0) + carry
		q := v * t.inverse & mask
		carry = (v + q**limbAt(m, 0)) >> t.b
		c = unsafe.Add(c, 8)
		mulRow(c, unsafe.Add(m, 8), t.n-1, q)
	}
	for i := range t.n {
		carry += *limbAt(c, i)
		z[i] = carry & mask
		carry >>= t.b
	}
}

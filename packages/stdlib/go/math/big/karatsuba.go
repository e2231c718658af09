package big

import "unsafe"

// From so many limbs on, products are made of three of half the size (Karatsuba, Ofman 1962). There are no carries between limbs.
const (
	mulLeaf = 32
	sqrLeaf = 44
)

// leaves returns how often n limbs are halved, and how many there are then, the number rounded up.
func leaves(n, leaf int) (halvings uint, size int) {
	for (n+1<<halvings-1)>>halvings > leaf {
		halvings++
	}
	return halvings, (n + 1<<halvings - 1) >> halvings
}

// mulHalving sets the 2n limbs at z to the product of the n limbs at x and at y, n = size << halvings. tmp has room for 4n limbs.
func mulHalving(z, x, y, tmp unsafe.Pointer, n int, halvings uint) {
	if halvings == 0 {
		mulLimbs(z, x, y, n, n)
		return
	}
	h := n / 2
	half := h * 8
	mulHalving(z, x, y, tmp, h, halvings-1)
	mulHalving(unsafe.Add(z, 2*half), unsafe.Add(x, half), unsafe.Add(y, half), tmp, h, halvings-1)
	differences(tmp, x, unsafe.Add(x, half), h)
	differences(unsafe.Add(tmp, half), unsafe.Add(y, half), y, h)
	product := unsafe.Add(tmp, 2*half)
	mulHalving(product, tmp, unsafe.Add(tmp, half), unsafe.Add(tmp, 4*half), h, halvings-1)
	z1, z2, z3, p1 := unsafe.Add(z, half), unsafe.Add(z, 2*half), unsafe.Add(z, 3*half), unsafe.Add(product, half)
	for ; h > 0; h-- {
		b, c := *limbAt(z1, 0), *limbAt(z2, 0)
		*limbAt(z1, 0) = *limbAt(product, 0) + *limbAt(z, 0) + b + c
		*limbAt(z2, 0) = *limbAt(p1, 0) + b + c + *limbAt(z3, 0)
		z, z1, z2, z3 = unsafe.Add(z, 8), unsafe.Add(z1, 8), unsafe.Add(z2, 8), unsafe.Add(z3, 8)
		product, p1 = unsafe.Add(product, 8), unsafe.Add(p1, 8)
	}
}

// sqrHalving is mulHalving of equal factors.
func sqrHalving(z, x, tmp unsafe.Pointer, n int, halvings uint) {
	if halvings == 0 {
		sqrLimbs(z, x, n)
		return
	}
	h := n / 2
	half := h * 8
	sqrHalving(z, x, tmp, h, halvings-1)
	sqrHalving(unsafe.Add(z, 2*half), unsafe.Add(x, half), tmp, h, halvings-1)
	differences(tmp, x, unsafe.Add(x, half), h)
	product := unsafe.Add(tmp, 2*half)
	sqrHalving(product, tmp, unsafe.Add(tmp, 4*half), h, halvings-1)
	z1, z2, z3, p1 := unsafe.Add(z, half), unsafe.Add(z, 2*half), unsafe.Add(z, 3*half), unsafe.Add(product, half)
	for ; h > 0; h-- {
		b, c := *limbAt(z1, 0), *limbAt(z2, 0)
		*limbAt(z1, 0) = *limbAt(z, 0) + b + c - *limbAt(product, 0)
		*limbAt(z2, 0) = b + c + *limbAt(z3, 0) - *limbAt(p1, 0)
		z, z1, z2, z3 = unsafe.Add(z, 8), unsafe.Add(z1, 8), unsafe.Add(z2, 8), unsafe.Add(z3, 8)
		product, p1 = unsafe.Add(product, 8), unsafe.Add(p1, 8)
	}
}

// differences sets the n limbs at z to x - y.
func differences(z, x, y unsafe.Pointer, n int) {
	for ; n > 0; n-- {
		*limbAt(z, 0) = *limbAt(x, 0) - *limbAt(y, 0)
		x, y, z = unsafe.Add(x, 8), unsafe.Add(y, 8), unsafe.Add(z, 8)
	}
}

package big

import "unsafe"

// From so many limbs on, products are made of three of half the size (Karatsuba, Ofman 1962). There are no carries between limbs.
const (
	mulLeaf = 24
	sqrLeaf = 32
)

// halve returns how often n limbs are halved, and how many there are then, rounded up to a multiple of four.
func halve(n, leaf int) (halvings uint, size int) {
	for (n+1<<halvings-1)>>halvings > leaf {
		halvings++
	}
	return halvings, ((n+1<<halvings-1)>>halvings + 3) &^ 3
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
		b, c := (*uint64)(z1), (*uint64)(z2)
		sum := *b + *c
		*b = *(*uint64)(product) + *(*uint64)(z) + sum
		*c = *(*uint64)(p1) + *(*uint64)(z3) + sum
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
		b, c := (*uint64)(z1), (*uint64)(z2)
		sum := *b + *c
		*b = *(*uint64)(z) - *(*uint64)(product) + sum
		*c = *(*uint64)(z3) - *(*uint64)(p1) + sum
		z, z1, z2, z3 = unsafe.Add(z, 8), unsafe.Add(z1, 8), unsafe.Add(z2, 8), unsafe.Add(z3, 8)
		product, p1 = unsafe.Add(product, 8), unsafe.Add(p1, 8)
	}
}

// differences sets the n limbs at z to x - y.
func differences(z, x, y unsafe.Pointer, n int) {
	for ; n >= 2; n -= 2 {
		a, b, d := (*[2]uint64)(x), (*[2]uint64)(y), (*[2]uint64)(z)
		d[0], d[1] = a[0]-b[0], a[1]-b[1]
		x, y, z = unsafe.Add(x, 16), unsafe.Add(y, 16), unsafe.Add(z, 16)
	}
	if n > 0 {
		*(*uint64)(z) = *(*uint64)(x) - *(*uint64)(y)
	}
}

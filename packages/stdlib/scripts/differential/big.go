// Random operations of math/big on numbers of up to 20,000 bits. Each line has the operation and a hash of all that it returned.
package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"math/big"
	"math/rand"
	"os"
)

var r = rand.New(rand.NewSource(20260111))

// number returns a number of up to so many bits, short ones more often, with long runs of equal bits now and then.
func number(bits int) *big.Int {
	n := r.Intn(bits) + 1
	for r.Intn(3) == 0 {
		n = n/4 + 1
	}
	x := new(big.Int)
	switch r.Intn(4) {
	case 0:
		for x.BitLen() < n {
			run := uint(r.Intn(200) + 1)
			x.Lsh(x, run)
			if r.Intn(2) == 0 {
				x.Or(x, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), run), big.NewInt(1)))
			} else if x.Sign() == 0 {
				x.SetInt64(1)
			}
		}
	default:
		x.Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(n)))
	}
	if r.Intn(3) == 0 {
		x.Neg(x)
	}
	return x
}

func positive(bits int) *big.Int {
	x := number(bits)
	x.Abs(x)
	return x.Add(x, big.NewInt(1))
}

func floating() *big.Float {
	f := new(big.Float).SetPrec(uint(r.Intn(2000) + 1)).SetMode(big.RoundingMode(r.Intn(6)))
	f.SetInt(number(3000))
	return f.SetMantExp(f, r.Intn(400)-200)
}

func show(values ...any) uint64 {
	h := fnv.New64a()
	for _, value := range values {
		if f, ok := value.(*big.Float); ok && f != nil {
			fmt.Fprint(h, f.Text('p', 0), f.Acc(), f.Prec(), f.Mode(), ";")
			continue
		}
		fmt.Fprint(h, value, ";")
	}
	return h.Sum64()
}

var operations = []struct {
	name string
	run  func() uint64
}{
	{"add", func() uint64 {
		x, y := number(20000), number(20000)
		return show(new(big.Int).Add(x, y), new(big.Int).Sub(x, y), x.Cmp(y), x.CmpAbs(y))
	}},
	{"mul", func() uint64 { x, y := number(20000), number(20000); return show(new(big.Int).Mul(x, y)) }},
	{"sqr", func() uint64 { x := number(20000); return show(new(big.Int).Mul(x, x)) }},
	{"divide", func() uint64 {
		x, y := number(20000), number(20000)
		if y.Sign() == 0 {
			y.SetInt64(7)
		}
		q, m := new(big.Int).QuoRem(x, y, new(big.Int))
		d, e := new(big.Int).DivMod(x, y, new(big.Int))
		return show(q, m, d, e)
	}},
	{"long-division", func() uint64 {
		y := positive(8000)
		x := new(big.Int).Mul(y, number(12000))
		x.Add(x, number(y.BitLen()))
		q, m := new(big.Int).QuoRem(x, y, new(big.Int))
		return show(q, m)
	}},
	{"bits", func() uint64 {
		x, y, n := number(20000), number(20000), uint(r.Intn(1000))
		var a big.Int
		return show(new(big.Int).And(x, y), new(big.Int).Or(x, y), new(big.Int).Xor(x, y), new(big.Int).AndNot(x, y),
			new(big.Int).Not(x), new(big.Int).Lsh(x, n), new(big.Int).Rsh(x, n), x.Bit(int(n)), a.SetBit(x, int(n), n&1),
			x.BitLen(), x.TrailingZeroBits())
	}},
	{"gcd", func() uint64 {
		x, y, f := number(4000), number(4000), positive(300)
		x.Mul(x, f)
		y.Mul(y, f)
		var a, b, g big.Int
		g.GCD(&a, &b, x, y)
		return show(&g, &a, &b)
	}},
	{"exp", func() uint64 { return show(new(big.Int).Exp(number(1500), positive(300), positive(1500))) }},
	{"power", func() uint64 { return show(new(big.Int).Exp(number(100), big.NewInt(r.Int63n(150)), nil)) }},
	{"inverse", func() uint64 { return show(new(big.Int).ModInverse(number(3000), positive(3000))) }},
	{"sqrt", func() uint64 { return show(new(big.Int).Sqrt(positive(20000))) }},
	{"jacobi", func() uint64 {
		y := positive(500)
		y.SetBit(y, 0, 1)
		return show(big.Jacobi(number(500), y))
	}},
	{"prime", func() uint64 { x := positive(200); x.SetBit(x, 0, 1); return show(x, x.ProbablyPrime(2)) }},
	{"text", func() uint64 {
		x, base := number(20000), r.Intn(61)+2
		text := x.Text(base)
		y, ok := new(big.Int).SetString(text, base)
		return show(text, y.Cmp(x), ok, x.String(), fmt.Sprintf("%#x %+d %o", x, x, x))
	}},
	{"binomial", func() uint64 {
		n := r.Int63n(500)
		return show(new(big.Int).Binomial(n, r.Int63n(n+1)), new(big.Int).MulRange(r.Int63n(300)-20, r.Int63n(300)))
	}},
	{"bytes", func() uint64 {
		x := number(20000)
		g, _ := x.GobEncode()
		return show(x.Bytes(), new(big.Int).SetBytes(x.Bytes()), g, new(big.Int).Rand(r, positive(500)))
	}},
	{"int-float", func() uint64 { f, acc := number(2000).Float64(); return show(f, acc) }},
	{"rat", func() uint64 {
		x, y := new(big.Rat).SetFrac(number(2000), positive(2000)), new(big.Rat).SetFrac(number(2000), positive(2000))
		f, exact := x.Float64()
		g, exact32 := x.Float32()
		return show(new(big.Rat).Add(x, y), new(big.Rat).Sub(x, y), new(big.Rat).Mul(x, y), x.Cmp(y), f, exact, g, exact32,
			x.FloatString(r.Intn(100)))
	}},
	{"float", func() uint64 {
		x, y := floating(), floating()
		z := func() *big.Float {
			return new(big.Float).SetPrec(uint(r.Intn(2500) + 1)).SetMode(big.RoundingMode(r.Intn(6)))
		}
		f, acc := x.Float64()
		g, acc2 := x.Float32()
		if y.Sign() == 0 {
			y.SetInt64(3)
		}
		return show(z().Add(x, y), z().Sub(x, y), z().Mul(x, y), z().Quo(x, y), x.Cmp(y), f, acc, g, acc2, z().Set(x))
	}},
	{"float-sqrt", func() uint64 {
		x := floating()
		x.Abs(x)
		z := new(big.Float).SetPrec(uint(r.Intn(2500) + 1)).SetMode(big.RoundingMode(r.Intn(6))).Sqrt(x)
		return show(z.Text('p', 0))
	}},
	{"float-text", func() uint64 {
		x := floating()
		format := "efgbpx"[r.Intn(6)]
		text := x.Text(format, r.Intn(60)-1)
		y, base, err := big.ParseFloat(x.Text('g', -1), 0, x.Prec(), x.Mode())
		return show(text, y, base, err)
	}},
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range 10000 {
		operation := operations[i%len(operations)]
		fmt.Fprintf(out, "%s(%d) %016x\n", operation.name, i, operation.run())
	}
}

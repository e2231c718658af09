// strconv over many values.
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	state := uint64(7)
	next := func() uint64 {
		state = state*6364136223846793005 + 1442695040888963407
		return state ^ state>>29
	}
	formats := "efgEGxXb"
	for i := range 40000 {
		bits := next()
		f := math.Float64frombits(bits)
		if i%3 == 1 {
			f = float64(int64(bits>>(bits%50))) / math.Pow(10, float64(next()%25))
		} else if i%3 == 2 {
			f = math.Float64frombits(bits >> (bits % 64))
		}
		format, prec := formats[next()%8], int(next()%25)-1
		if next()%50 == 0 {
			prec = int(next() % 900)
		}
		fmt.Println(strconv.FormatFloat(f, format, prec, 64), strconv.FormatFloat(f, 'g', -1, 64),
			strconv.FormatFloat(float64(float32(f)), format, prec, 32), strconv.FormatFloat(float64(float32(f)), 'e', -1, 32))
		text := strconv.FormatUint(next()>>(next()%64), 10)
		for range next() % 4 {
			text += strconv.FormatUint(next(), 10)
		}
		point := int(next() % uint64(len(text)))
		text = text[:point] + "." + text[point:] + "e" + strconv.Itoa(int(next()%700)-350)
		g, err := strconv.ParseFloat(text, 64)
		h, err32 := strconv.ParseFloat(text, 32)
		fmt.Println(text, math.Float64bits(g), err, math.Float32bits(float32(h)), err32)
		// The exact middle between two floats, and a little beside it.
		if f > 1e-300 && f < 1e300 {
			exact := strconv.FormatFloat(f, 'e', 800, 64)
			middle, _ := strconv.ParseFloat(exact, 64)
			fmt.Println(middle == f, middle32(exact))
		}
		base := int(next()%35) + 2
		n := int64(next()) >> (next() % 64)
		s := strconv.FormatInt(n, base)
		m, err := strconv.ParseInt(s, base, int(next()%65))
		fmt.Println(s, m, err, strconv.Quote(string(rune(next()%0x120000))+s+string([]byte{byte(next())})))
	}
	for r := rune(-1); r < 0x110100; r++ {
		fmt.Println(strconv.IsPrint(r), strconv.IsGraphic(r))
	}
}

func middle32(text string) uint32 {
	x, _ := strconv.ParseFloat(text, 32)
	return math.Float32bits(float32(x))
}

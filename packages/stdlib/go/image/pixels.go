package image

import (
	"image/color"
	"math/bits"
)

// pixelBytes is the number of bytes of an image. It panics if there are too many.
func pixelBytes(n int, r Rectangle, name string) int {
	size := product(n, r.Dx(), r.Dy())
	if size < 0 {
		panic("image: New" + name + " Rectangle has huge or negative dimensions")
	}
	return size
}

// product is a×b×c, -1 if that is negative or no int.
func product(a, b, c int) int {
	if a < 0 || b < 0 || c < 0 {
		return -1
	}
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	hi2, lo := bits.Mul64(lo, uint64(c))
	if hi|hi2 != 0 || int(lo) < 0 {
		return -1
	}
	return int(lo)
}

// opaque reports whether width bytes of each pixel from a place within it are 0xFF.
func opaque(pix []uint8, stride int, r Rectangle, pixel, at, width int) bool {
	for y := range max(0, r.Dy()) {
		row := pix[y*stride : y*stride+r.Dx()*pixel]
		for i := at; i < len(row); i += pixel {
			if row[i] != 0xFF || row[i+width-1] != 0xFF {
				return false
			}
		}
	}
	return true
}

func put16(s []uint8, a, b, c, d uint16) {
	_ = s[7]
	s[0], s[1], s[2], s[3] = uint8(a>>8), uint8(a), uint8(b>>8), uint8(b)
	s[4], s[5], s[6], s[7] = uint8(c>>8), uint8(c), uint8(d>>8), uint8(d)
}

func get16(s []uint8, i int) uint32 { return uint32(s[i])<<8 | uint32(s[i+1]) }

// rgba64 is a color of which all parts but alpha are the same.
func rgba64(v, a uint16) color.RGBA64 { return color.RGBA64{v, v, v, a} }

// premultiplied is a color whose other parts are multiplied with alpha.
func premultiplied(r, g, b, a uint32) color.RGBA64 {
	return color.RGBA64{uint16(r * a / 0xFFFF), uint16(g * a / 0xFFFF), uint16(b * a / 0xFFFF), uint16(a)}
}

// divided are the parts of c before they were multiplied with alpha.
func divided(c color.RGBA64) (r, g, b uint16) {
	if c.A == 0 || c.A == 0xFFFF {
		return c.R, c.G, c.B
	}
	a := uint32(c.A)
	return uint16(uint32(c.R) * 0xFFFF / a), uint16(uint32(c.G) * 0xFFFF / a), uint16(uint32(c.B) * 0xFFFF / a)
}

// gray is how bright c is (JFIF).
func gray(c color.RGBA64) uint16 {
	return uint16((19595*uint32(c.R) + 38470*uint32(c.G) + 7471*uint32(c.B) + 1<<15) >> 16)
}

// Package color has colors and their models.
package color

// A Color has red, green, blue and alpha from 0 to 0xFFFF, the others multiplied with alpha.
type Color interface {
	RGBA() (r, g, b, a uint32)
}

// A Model converts colors to those it has.
type Model interface {
	Convert(c Color) Color
}

// ModelFunc returns a Model that converts by calling f.
func ModelFunc(f func(Color) Color) Model { return &modelFunc{f} }

type modelFunc struct{ f func(Color) Color }

func (m *modelFunc) Convert(c Color) Color { return m.f(c) }

// Colors.
var (
	Black       = Gray16{0}
	White       = Gray16{0xFFFF}
	Transparent = Alpha16{0}
	Opaque      = Alpha16{0xFFFF}
)

// wide is a part of 8 bits with 16.
func wide(x uint8) uint32 { return uint32(x) * 0x101 }

// An RGBA is a color with parts of 8 bits, multiplied with alpha.
type RGBA struct{ R, G, B, A uint8 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c RGBA) RGBA() (r, g, b, a uint32) {
	return wide(c.R), wide(c.G), wide(c.B), wide(c.A)
}

// RGBAModel converts to RGBA.
var RGBAModel Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(RGBA); ok {
		return c
	}
	r, g, b, a := c.RGBA()
	return RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
})

// An RGBA64 is a color with parts of 16 bits, multiplied with alpha.
type RGBA64 struct{ R, G, B, A uint16 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c RGBA64) RGBA() (r, g, b, a uint32) {
	return uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)
}

// RGBA64Model converts to RGBA64.
var RGBA64Model Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(RGBA64); ok {
		return c
	}
	r, g, b, a := c.RGBA()
	return RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
})

// An NRGBA is a color with parts of 8 bits, not multiplied with alpha.
type NRGBA struct{ R, G, B, A uint8 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c NRGBA) RGBA() (r, g, b, a uint32) {
	a = uint32(c.A)
	return wide(c.R) * a / 0xFF, wide(c.G) * a / 0xFF, wide(c.B) * a / 0xFF, a * 0x101
}

// NRGBAModel converts to NRGBA.
var NRGBAModel Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(NRGBA); ok {
		return c
	}
	r, g, b, a := divided(c)
	return NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
})

// An NRGBA64 is a color with parts of 16 bits, not multiplied with alpha.
type NRGBA64 struct{ R, G, B, A uint16 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c NRGBA64) RGBA() (r, g, b, a uint32) {
	a = uint32(c.A)
	return uint32(c.R) * a / 0xFFFF, uint32(c.G) * a / 0xFFFF, uint32(c.B) * a / 0xFFFF, a
}

// NRGBA64Model converts to NRGBA64.
var NRGBA64Model Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(NRGBA64); ok {
		return c
	}
	r, g, b, a := divided(c)
	return NRGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
})

// divided are the parts of c before they were multiplied with alpha.
func divided(c Color) (r, g, b, a uint32) {
	r, g, b, a = c.RGBA()
	switch a {
	case 0:
		return 0, 0, 0, 0
	case 0xFFFF:
		return r, g, b, a
	}
	return r * 0xFFFF / a, g * 0xFFFF / a, b * 0xFFFF / a, a
}

// An Alpha is a color with alpha of 8 bits.
type Alpha struct{ A uint8 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c Alpha) RGBA() (r, g, b, a uint32) {
	a = wide(c.A)
	return a, a, a, a
}

// AlphaModel converts to Alpha.
var AlphaModel Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(Alpha); ok {
		return c
	}
	_, _, _, a := c.RGBA()
	return Alpha{uint8(a >> 8)}
})

// An Alpha16 is a color with alpha of 16 bits.
type Alpha16 struct{ A uint16 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c Alpha16) RGBA() (r, g, b, a uint32) {
	a = uint32(c.A)
	return a, a, a, a
}

// Alpha16Model converts to Alpha16.
var Alpha16Model Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(Alpha16); ok {
		return c
	}
	_, _, _, a := c.RGBA()
	return Alpha16{uint16(a)}
})

// A Gray is a color with a gray of 8 bits.
type Gray struct{ Y uint8 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c Gray) RGBA() (r, g, b, a uint32) {
	y := wide(c.Y)
	return y, y, y, 0xFFFF
}

// GrayModel converts to Gray.
var GrayModel Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(Gray); ok {
		return c
	}
	return Gray{uint8(luma(c) >> 8)}
})

// A Gray16 is a color with a gray of 16 bits.
type Gray16 struct{ Y uint16 }

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c Gray16) RGBA() (r, g, b, a uint32) {
	y := uint32(c.Y)
	return y, y, y, 0xFFFF
}

// Gray16Model converts to Gray16.
var Gray16Model Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(Gray16); ok {
		return c
	}
	return Gray16{uint16(luma(c))}
})

// luma is how bright c is: 0.299, 0.587 and 0.114 of the parts (JFIF), times 65536.
func luma(c Color) uint32 {
	r, g, b, _ := c.RGBA()
	return (19595*r + 38470*g + 7471*b + 1<<15) >> 16
}

// A Palette has colors that pixels choose from.
type Palette []Color

// Convert returns the nearest color, nil if there is none.
func (p Palette) Convert(c Color) Color {
	if len(p) == 0 {
		return nil
	}
	return p[p.Index(c)]
}

// Index is the index of the nearest color, by the sum of the squares of the differences.
func (p Palette) Index(c Color) int {
	r, g, b, a := c.RGBA()
	best, nearest := 0, ^uint32(0)
	for i, v := range p {
		vr, vg, vb, va := v.RGBA()
		distance := sqDiff(r, vr) + sqDiff(g, vg) + sqDiff(b, vb) + sqDiff(a, va)
		if distance < nearest {
			if distance == 0 {
				return i
			}
			best, nearest = i, distance
		}
	}
	return best
}

// sqDiff is a quarter of the square of a difference, so that the sum of four is no more than 32 bits.
func sqDiff(x, y uint32) uint32 {
	d := x - y
	return d * d >> 2
}

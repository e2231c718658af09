package color

// RGBToYCbCr converts as JFIF says; factors are times 65536.
func RGBToYCbCr(r, g, b uint8) (uint8, uint8, uint8) {
	r1, g1, b1 := int32(r), int32(g), int32(b)
	const half, middle = 1 << 15, 128 << 16
	y := (19595*r1 + 38470*g1 + 7471*b1 + half) >> 16
	cb := (-11056*r1 - 21712*g1 + 32768*b1 + middle + half) >> 16
	cr := (32768*r1 - 27440*g1 - 5328*b1 + middle + half) >> 16
	return uint8(y), uint8(min(cb, 255)), uint8(min(cr, 255))
}

// toRGB converts as JFIF says, to parts from 0 to 2^24 - 1, and less or more where there is no such color.
func toRGB(y, cb, cr uint8) (r, g, b int32) {
	y1, cb1, cr1 := int32(y)*0x10101, int32(cb)-128, int32(cr)-128
	return y1 + 91881*cr1, y1 - 22554*cb1 - 46802*cr1, y1 + 116130*cb1
}

// within makes x a part of 24 bits.
func within(x int32) uint32 { return uint32(min(max(x, 0), 1<<24-1)) }

// YCbCrToRGB converts as JFIF says.
func YCbCrToRGB(y, cb, cr uint8) (uint8, uint8, uint8) {
	r, g, b := toRGB(y, cb, cr)
	return uint8(within(r) >> 16), uint8(within(g) >> 16), uint8(within(b) >> 16)
}

// A YCbCr is a color of luma and two parts of chroma.
type YCbCr struct{ Y, Cb, Cr uint8 }

// RGBA are the parts with 16 bits.
func (c YCbCr) RGBA() (uint32, uint32, uint32, uint32) {
	r, g, b := toRGB(c.Y, c.Cb, c.Cr)
	return within(r) >> 8, within(g) >> 8, within(b) >> 8, 0xFFFF
}

// YCbCrModel converts to YCbCr.
var YCbCrModel Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(YCbCr); ok {
		return c
	}
	r, g, b, _ := c.RGBA()
	y, cb, cr := RGBToYCbCr(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	return YCbCr{y, cb, cr}
})

// A NYCbCrA is a YCbCr with alpha, which the other parts are not multiplied with.
type NYCbCrA struct {
	YCbCr
	A uint8
}

// RGBA are the parts with 16 bits, multiplied with alpha.
func (c NYCbCrA) RGBA() (uint32, uint32, uint32, uint32) {
	r, g, b, _ := c.YCbCr.RGBA()
	a := wide(c.A)
	return r * a / 0xFFFF, g * a / 0xFFFF, b * a / 0xFFFF, a
}

// NYCbCrAModel converts to NYCbCrA.
var NYCbCrAModel Model = ModelFunc(func(c Color) Color {
	switch c := c.(type) {
	case NYCbCrA:
		return c
	case YCbCr:
		return NYCbCrA{c, 0xFF}
	}
	r, g, b, a := divided(c)
	y, cb, cr := RGBToYCbCr(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	return NYCbCrA{YCbCr{y, cb, cr}, uint8(a >> 8)}
})

// RGBToCMYK converts: black is what all parts lack, the others are shares of what is left.
func RGBToCMYK(r, g, b uint8) (uint8, uint8, uint8, uint8) {
	w := uint32(max(r, g, b))
	if w == 0 {
		return 0, 0, 0, 0xFF
	}
	part := func(x uint8) uint8 { return uint8((w - uint32(x)) * 0xFF / w) }
	return part(r), part(g), part(b), uint8(0xFF - w)
}

// CMYKToRGB converts.
func CMYKToRGB(c, m, y, k uint8) (uint8, uint8, uint8) {
	r, g, b, _ := CMYK{c, m, y, k}.RGBA()
	return uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)
}

// A CMYK is a color of cyan, magenta, yellow and black.
type CMYK struct{ C, M, Y, K uint8 }

// RGBA are the parts with 16 bits.
func (c CMYK) RGBA() (uint32, uint32, uint32, uint32) {
	w := 0xFFFF - wide(c.K)
	return (0xFFFF - wide(c.C)) * w / 0xFFFF, (0xFFFF - wide(c.M)) * w / 0xFFFF, (0xFFFF - wide(c.Y)) * w / 0xFFFF, 0xFFFF
}

// CMYKModel converts to CMYK.
var CMYKModel Model = ModelFunc(func(c Color) Color {
	if _, ok := c.(CMYK); ok {
		return c
	}
	r, g, b, _ := c.RGBA()
	cc, mm, yy, kk := RGBToCMYK(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	return CMYK{cc, mm, yy, kk}
})

package image

import "image/color"

// An NRGBA is an image of pixels with red, green, blue and alpha, not multiplied with alpha.
type NRGBA struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewNRGBA returns an image with the given bounds.
func NewNRGBA(r Rectangle) *NRGBA {
	return &NRGBA{Pix: make([]uint8, pixelBytes(4, r, "NRGBA")), Stride: 4 * r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *NRGBA) ColorModel() color.Model { return color.NRGBAModel }

// Bounds is where the image has pixels.
func (p *NRGBA) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *NRGBA) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*4
}

// SubImage is the part within r. It shares the pixels.
func (p *NRGBA) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &NRGBA{}
	}
	return &NRGBA{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *NRGBA) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+4 : i+4]
}

// At is the color of a pixel, without any where there is none.
func (p *NRGBA) At(x, y int) color.Color { return p.NRGBAAt(x, y) }

// NRGBAAt is At as a color.NRGBA.
func (p *NRGBA) NRGBAAt(x, y int) color.NRGBA {
	if !(Point{x, y}.In(p.Rect)) {
		return color.NRGBA{}
	}
	s := p.at(x, y)
	return color.NRGBA{s[0], s[1], s[2], s[3]}
}

// Set sets the color of a pixel if there is one.
func (p *NRGBA) Set(x, y int, c color.Color) {
	if c, ok := c.(color.NRGBA); ok {
		p.SetNRGBA(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetNRGBA is Set with a color.NRGBA.
func (p *NRGBA) SetNRGBA(x, y int, c color.NRGBA) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1], s[2], s[3] = c.R, c.G, c.B, c.A
}

// RGBA64At is At as a color.RGBA64.
func (p *NRGBA) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return premultiplied(uint32(s[0])*0x101, uint32(s[1])*0x101, uint32(s[2])*0x101, uint32(s[3])*0x101)
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *NRGBA) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	r, g, b := divided(c)
	s[0], s[1], s[2], s[3] = uint8(r>>8), uint8(g>>8), uint8(b>>8), uint8(c.A>>8)
}

// Opaque reports whether no pixel is transparent.
func (p *NRGBA) Opaque() bool { return opaque(p.Pix, p.Stride, p.Rect, 4, 3, 1) }

// An NRGBA64 is an image of pixels with red, green, blue and alpha of 16 bits, the high byte first, not multiplied with alpha.
type NRGBA64 struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewNRGBA64 returns an image with the given bounds.
func NewNRGBA64(r Rectangle) *NRGBA64 {
	return &NRGBA64{Pix: make([]uint8, pixelBytes(8, r, "NRGBA64")), Stride: 8 * r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *NRGBA64) ColorModel() color.Model { return color.NRGBA64Model }

// Bounds is where the image has pixels.
func (p *NRGBA64) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *NRGBA64) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*8
}

// SubImage is the part within r. It shares the pixels.
func (p *NRGBA64) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &NRGBA64{}
	}
	return &NRGBA64{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *NRGBA64) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+8 : i+8]
}

// At is the color of a pixel, without any where there is none.
func (p *NRGBA64) At(x, y int) color.Color { return p.NRGBA64At(x, y) }

// NRGBA64At is At as a color.NRGBA64.
func (p *NRGBA64) NRGBA64At(x, y int) color.NRGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.NRGBA64{}
	}
	s := p.at(x, y)
	return color.NRGBA64{uint16(s[0])<<8 | uint16(s[1]), uint16(s[2])<<8 | uint16(s[3]), uint16(s[4])<<8 | uint16(s[5]), uint16(s[6])<<8 | uint16(s[7])}
}

// Set sets the color of a pixel if there is one.
func (p *NRGBA64) Set(x, y int, c color.Color) {
	if c, ok := c.(color.NRGBA64); ok {
		p.SetNRGBA64(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetNRGBA64 is Set with a color.NRGBA64.
func (p *NRGBA64) SetNRGBA64(x, y int, c color.NRGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	put16(s, c.R, c.G, c.B, c.A)
}

// RGBA64At is At as a color.RGBA64.
func (p *NRGBA64) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return premultiplied(get16(s, 0), get16(s, 2), get16(s, 4), get16(s, 6))
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *NRGBA64) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	r, g, b := divided(c)
	put16(s, r, g, b, c.A)
}

// Opaque reports whether no pixel is transparent.
func (p *NRGBA64) Opaque() bool { return opaque(p.Pix, p.Stride, p.Rect, 8, 6, 2) }

package image

import "image/color"

// An RGBA is an image of pixels with red, green, blue and alpha.
type RGBA struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewRGBA returns an image with the given bounds.
func NewRGBA(r Rectangle) *RGBA {
	return &RGBA{Pix: make([]uint8, pixelBytes(4, r, "RGBA")), Stride: 4 * r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *RGBA) ColorModel() color.Model { return color.RGBAModel }

// Bounds is where the image has pixels.
func (p *RGBA) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *RGBA) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*4
}

// SubImage is the part within r. It shares the pixels.
func (p *RGBA) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &RGBA{}
	}
	return &RGBA{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *RGBA) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+4 : i+4]
}

// At is the color of a pixel, without any where there is none.
func (p *RGBA) At(x, y int) color.Color { return p.RGBAAt(x, y) }

// RGBAAt is At as a color.RGBA.
func (p *RGBA) RGBAAt(x, y int) color.RGBA {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA{}
	}
	s := p.at(x, y)
	return color.RGBA{s[0], s[1], s[2], s[3]}
}

// Set sets the color of a pixel if there is one.
func (p *RGBA) Set(x, y int, c color.Color) {
	if c, ok := c.(color.RGBA); ok {
		p.SetRGBA(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetRGBA is Set with a color.RGBA.
func (p *RGBA) SetRGBA(x, y int, c color.RGBA) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1], s[2], s[3] = c.R, c.G, c.B, c.A
}

// RGBA64At is At as a color.RGBA64.
func (p *RGBA) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return color.RGBA64{uint16(s[0]) * 0x101, uint16(s[1]) * 0x101, uint16(s[2]) * 0x101, uint16(s[3]) * 0x101}
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *RGBA) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1], s[2], s[3] = uint8(c.R>>8), uint8(c.G>>8), uint8(c.B>>8), uint8(c.A>>8)
}

// Opaque reports whether no pixel is transparent.
func (p *RGBA) Opaque() bool { return opaque(p.Pix, p.Stride, p.Rect, 4, 3, 1) }

// An RGBA64 is an image of pixels with red, green, blue and alpha of 16 bits, the high byte first.
type RGBA64 struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewRGBA64 returns an image with the given bounds.
func NewRGBA64(r Rectangle) *RGBA64 {
	return &RGBA64{Pix: make([]uint8, pixelBytes(8, r, "RGBA64")), Stride: 8 * r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *RGBA64) ColorModel() color.Model { return color.RGBA64Model }

// Bounds is where the image has pixels.
func (p *RGBA64) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *RGBA64) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*8
}

// SubImage is the part within r. It shares the pixels.
func (p *RGBA64) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &RGBA64{}
	}
	return &RGBA64{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *RGBA64) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+8 : i+8]
}

// At is the color of a pixel, without any where there is none.
func (p *RGBA64) At(x, y int) color.Color { return p.RGBA64At(x, y) }

// RGBA64At is At as a color.RGBA64.
func (p *RGBA64) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return color.RGBA64{uint16(s[0])<<8 | uint16(s[1]), uint16(s[2])<<8 | uint16(s[3]), uint16(s[4])<<8 | uint16(s[5]), uint16(s[6])<<8 | uint16(s[7])}
}

// Set sets the color of a pixel if there is one.
func (p *RGBA64) Set(x, y int, c color.Color) {
	if c, ok := c.(color.RGBA64); ok {
		p.SetRGBA64(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *RGBA64) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	put16(s, c.R, c.G, c.B, c.A)
}

// Opaque reports whether no pixel is transparent.
func (p *RGBA64) Opaque() bool { return opaque(p.Pix, p.Stride, p.Rect, 8, 6, 2) }

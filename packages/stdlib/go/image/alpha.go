package image

import "image/color"

// An Alpha is an image of pixels with alpha.
type Alpha struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewAlpha returns an image with the given bounds.
func NewAlpha(r Rectangle) *Alpha {
	return &Alpha{Pix: make([]uint8, pixelBytes(1, r, "Alpha")), Stride: r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *Alpha) ColorModel() color.Model { return color.AlphaModel }

// Bounds is where the image has pixels.
func (p *Alpha) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *Alpha) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*1
}

// SubImage is the part within r. It shares the pixels.
func (p *Alpha) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &Alpha{}
	}
	return &Alpha{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *Alpha) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+1 : i+1]
}

// At is the color of a pixel, without any where there is none.
func (p *Alpha) At(x, y int) color.Color { return p.AlphaAt(x, y) }

// AlphaAt is At as a color.Alpha.
func (p *Alpha) AlphaAt(x, y int) color.Alpha {
	if !(Point{x, y}.In(p.Rect)) {
		return color.Alpha{}
	}
	s := p.at(x, y)
	return color.Alpha{s[0]}
}

// Set sets the color of a pixel if there is one.
func (p *Alpha) Set(x, y int, c color.Color) {
	if c, ok := c.(color.Alpha); ok {
		p.SetAlpha(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetAlpha is Set with a color.Alpha.
func (p *Alpha) SetAlpha(x, y int, c color.Alpha) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0] = c.A
}

// RGBA64At is At as a color.RGBA64.
func (p *Alpha) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return rgba64(uint16(s[0])*0x101, uint16(s[0])*0x101)
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *Alpha) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0] = uint8(c.A >> 8)
}

// Opaque reports whether no pixel is transparent.
func (p *Alpha) Opaque() bool { return opaque(p.Pix, p.Stride, p.Rect, 1, 0, 1) }

// An Alpha16 is an image of pixels with alpha of 16 bits, the high byte first.
type Alpha16 struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewAlpha16 returns an image with the given bounds.
func NewAlpha16(r Rectangle) *Alpha16 {
	return &Alpha16{Pix: make([]uint8, pixelBytes(2, r, "Alpha16")), Stride: 2 * r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *Alpha16) ColorModel() color.Model { return color.Alpha16Model }

// Bounds is where the image has pixels.
func (p *Alpha16) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *Alpha16) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*2
}

// SubImage is the part within r. It shares the pixels.
func (p *Alpha16) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &Alpha16{}
	}
	return &Alpha16{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *Alpha16) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+2 : i+2]
}

// At is the color of a pixel, without any where there is none.
func (p *Alpha16) At(x, y int) color.Color { return p.Alpha16At(x, y) }

// Alpha16At is At as a color.Alpha16.
func (p *Alpha16) Alpha16At(x, y int) color.Alpha16 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.Alpha16{}
	}
	s := p.at(x, y)
	return color.Alpha16{uint16(s[0])<<8 | uint16(s[1])}
}

// Set sets the color of a pixel if there is one.
func (p *Alpha16) Set(x, y int, c color.Color) {
	if c, ok := c.(color.Alpha16); ok {
		p.SetAlpha16(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetAlpha16 is Set with a color.Alpha16.
func (p *Alpha16) SetAlpha16(x, y int, c color.Alpha16) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1] = uint8(c.A>>8), uint8(c.A)
}

// RGBA64At is At as a color.RGBA64.
func (p *Alpha16) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return rgba64(uint16(s[0])<<8|uint16(s[1]), uint16(s[0])<<8|uint16(s[1]))
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *Alpha16) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1] = uint8(c.A>>8), uint8(c.A)
}

// Opaque reports whether no pixel is transparent.
func (p *Alpha16) Opaque() bool { return opaque(p.Pix, p.Stride, p.Rect, 2, 0, 2) }

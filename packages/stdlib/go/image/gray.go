package image

import "image/color"

// A Gray is an image of pixels with gray.
type Gray struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewGray returns an image with the given bounds.
func NewGray(r Rectangle) *Gray {
	return &Gray{Pix: make([]uint8, pixelBytes(1, r, "Gray")), Stride: r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *Gray) ColorModel() color.Model { return color.GrayModel }

// Bounds is where the image has pixels.
func (p *Gray) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *Gray) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*1
}

// SubImage is the part within r. It shares the pixels.
func (p *Gray) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &Gray{}
	}
	return &Gray{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *Gray) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+1 : i+1]
}

// At is the color of a pixel, without any where there is none.
func (p *Gray) At(x, y int) color.Color { return p.GrayAt(x, y) }

// GrayAt is At as a color.Gray.
func (p *Gray) GrayAt(x, y int) color.Gray {
	if !(Point{x, y}.In(p.Rect)) {
		return color.Gray{}
	}
	s := p.at(x, y)
	return color.Gray{s[0]}
}

// Set sets the color of a pixel if there is one.
func (p *Gray) Set(x, y int, c color.Color) {
	if c, ok := c.(color.Gray); ok {
		p.SetGray(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetGray is Set with a color.Gray.
func (p *Gray) SetGray(x, y int, c color.Gray) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0] = c.Y
}

// RGBA64At is At as a color.RGBA64.
func (p *Gray) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return rgba64(uint16(s[0])*0x101, 0xFFFF)
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *Gray) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0] = uint8(gray(c) >> 8)
}

// Opaque reports whether no pixel is transparent.
func (p *Gray) Opaque() bool { return true }

// A Gray16 is an image of pixels with gray of 16 bits, the high byte first.
type Gray16 struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewGray16 returns an image with the given bounds.
func NewGray16(r Rectangle) *Gray16 {
	return &Gray16{Pix: make([]uint8, pixelBytes(2, r, "Gray16")), Stride: 2 * r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *Gray16) ColorModel() color.Model { return color.Gray16Model }

// Bounds is where the image has pixels.
func (p *Gray16) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *Gray16) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*2
}

// SubImage is the part within r. It shares the pixels.
func (p *Gray16) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &Gray16{}
	}
	return &Gray16{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *Gray16) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+2 : i+2]
}

// At is the color of a pixel, without any where there is none.
func (p *Gray16) At(x, y int) color.Color { return p.Gray16At(x, y) }

// Gray16At is At as a color.Gray16.
func (p *Gray16) Gray16At(x, y int) color.Gray16 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.Gray16{}
	}
	s := p.at(x, y)
	return color.Gray16{uint16(s[0])<<8 | uint16(s[1])}
}

// Set sets the color of a pixel if there is one.
func (p *Gray16) Set(x, y int, c color.Color) {
	if c, ok := c.(color.Gray16); ok {
		p.SetGray16(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetGray16 is Set with a color.Gray16.
func (p *Gray16) SetGray16(x, y int, c color.Gray16) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1] = uint8(c.Y>>8), uint8(c.Y)
}

// RGBA64At is At as a color.RGBA64.
func (p *Gray16) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	return rgba64(uint16(s[0])<<8|uint16(s[1]), 0xFFFF)
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *Gray16) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	v := gray(c)
	s[0], s[1] = uint8(v>>8), uint8(v)
}

// Opaque reports whether no pixel is transparent.
func (p *Gray16) Opaque() bool { return true }

package image

import "image/color"

// A CMYK is an image of pixels with cyan, magenta, yellow and black.
type CMYK struct {
	Pix    []uint8
	Stride int // bytes from a row to the next
	Rect   Rectangle
}

// NewCMYK returns an image with the given bounds.
func NewCMYK(r Rectangle) *CMYK {
	return &CMYK{Pix: make([]uint8, pixelBytes(4, r, "CMYK")), Stride: 4 * r.Dx(), Rect: r}
}

// ColorModel is the color model of the image.
func (p *CMYK) ColorModel() color.Model { return color.CMYKModel }

// Bounds is where the image has pixels.
func (p *CMYK) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *CMYK) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*4
}

// SubImage is the part within r. It shares the pixels.
func (p *CMYK) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &CMYK{}
	}
	return &CMYK{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r}
}

func (p *CMYK) at(x, y int) []uint8 {
	i := p.PixOffset(x, y)
	return p.Pix[i : i+4 : i+4]
}

// At is the color of a pixel, without any where there is none.
func (p *CMYK) At(x, y int) color.Color { return p.CMYKAt(x, y) }

// CMYKAt is At as a color.CMYK.
func (p *CMYK) CMYKAt(x, y int) color.CMYK {
	if !(Point{x, y}.In(p.Rect)) {
		return color.CMYK{}
	}
	s := p.at(x, y)
	return color.CMYK{s[0], s[1], s[2], s[3]}
}

// Set sets the color of a pixel if there is one.
func (p *CMYK) Set(x, y int, c color.Color) {
	if c, ok := c.(color.CMYK); ok {
		p.SetCMYK(x, y, c)
		return
	}
	r, g, b, a := c.RGBA()
	p.SetRGBA64(x, y, color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)})
}

// SetCMYK is Set with a color.CMYK.
func (p *CMYK) SetCMYK(x, y int, c color.CMYK) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1], s[2], s[3] = c.C, c.M, c.Y, c.K
}

// RGBA64At is At as a color.RGBA64.
func (p *CMYK) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}.In(p.Rect)) {
		return color.RGBA64{}
	}
	s := p.at(x, y)
	r, g, b, a := (color.CMYK{s[0], s[1], s[2], s[3]}).RGBA()
	return color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *CMYK) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}.In(p.Rect)) {
		return
	}
	s := p.at(x, y)
	s[0], s[1], s[2], s[3] = color.RGBToCMYK(uint8(c.R>>8), uint8(c.G>>8), uint8(c.B>>8))
}

// Opaque reports whether no pixel is transparent.
func (p *CMYK) Opaque() bool { return true }

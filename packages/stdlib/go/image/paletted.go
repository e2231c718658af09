package image

import "image/color"

// A Paletted is an image of pixels with indices of a palette.
type Paletted struct {
	Pix     []uint8
	Stride  int // bytes from a row to the next
	Rect    Rectangle
	Palette color.Palette
}

// NewPaletted returns an image with the given bounds and palette.
func NewPaletted(r Rectangle, p color.Palette) *Paletted {
	return &Paletted{make([]uint8, pixelBytes(1, r, "Paletted")), r.Dx(), r, p}
}

// ColorModel is the color model of the image.
func (p *Paletted) ColorModel() color.Model { return p.Palette }

// Bounds is where the image has pixels.
func (p *Paletted) Bounds() Rectangle { return p.Rect }

// PixOffset is where in Pix the pixel at (x, y) begins.
func (p *Paletted) PixOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.Stride + (x-p.Rect.Min.X)*1
}

// SubImage is the part within r. It shares the pixels.
func (p *Paletted) SubImage(r Rectangle) Image {
	if r = r.Intersect(p.Rect); r.Empty() {
		return &Paletted{Palette: p.Palette}
	}
	return &Paletted{Pix: p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], Stride: p.Stride, Rect: r, Palette: p.Palette}
}

// At is the color of a pixel; of one that is not there, the first of the palette.
func (p *Paletted) At(x, y int) color.Color {
	if len(p.Palette) == 0 {
		return nil
	}
	return p.Palette[p.ColorIndexAt(x, y)]
}

// RGBA64At is At as a color.RGBA64.
func (p *Paletted) RGBA64At(x, y int) color.RGBA64 {
	if len(p.Palette) == 0 {
		return color.RGBA64{}
	}
	r, g, b, a := p.Palette[p.ColorIndexAt(x, y)].RGBA()
	return color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// Set sets the pixel to the color of the palette that is nearest.
func (p *Paletted) Set(x, y int, c color.Color) {
	if (Point{x, y}.In(p.Rect)) {
		p.Pix[p.PixOffset(x, y)] = uint8(p.Palette.Index(c))
	}
}

// SetRGBA64 is Set with a color.RGBA64.
func (p *Paletted) SetRGBA64(x, y int, c color.RGBA64) { p.Set(x, y, c) }

// ColorIndexAt is the index of a pixel, 0 where there is none.
func (p *Paletted) ColorIndexAt(x, y int) uint8 {
	if !(Point{x, y}.In(p.Rect)) {
		return 0
	}
	return p.Pix[p.PixOffset(x, y)]
}

// SetColorIndex sets the index of a pixel.
func (p *Paletted) SetColorIndex(x, y int, index uint8) {
	if (Point{x, y}.In(p.Rect)) {
		p.Pix[p.PixOffset(x, y)] = index
	}
}

// Opaque reports whether no pixel is transparent.
func (p *Paletted) Opaque() bool {
	var transparent [256]bool
	for i, c := range p.Palette[:min(len(p.Palette), 256)] {
		_, _, _, a := c.RGBA()
		transparent[i] = a != 0xFFFF
	}
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		i := p.PixOffset(p.Rect.Min.X, y)
		for _, c := range p.Pix[i : i+p.Rect.Dx()] {
			if transparent[c] {
				return false
			}
		}
	}
	return true
}

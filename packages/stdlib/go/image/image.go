// Package image has images of pixels, and finds decoders for the formats of files that were imported.
package image

import "image/color"

// A Config is what is known of an image before it is decoded.
type Config struct {
	ColorModel    color.Model
	Width, Height int
}

// An Image is a rectangle of colors.
type Image interface {
	ColorModel() color.Model
	Bounds() Rectangle
	At(x, y int) color.Color
}

// A RGBA64Image returns colors that need no interface.
type RGBA64Image interface {
	RGBA64At(x, y int) color.RGBA64
	Image
}

// A PalettedImage has indices of a palette, which is its ColorModel.
type PalettedImage interface {
	ColorIndexAt(x, y int) uint8
	Image
}

// A Uniform is an image without end of one color. It is also that color, and a model that converts to it.
type Uniform struct{ C color.Color }

// Images of one color.
var (
	Black       = NewUniform(color.Black)
	White       = NewUniform(color.White)
	Transparent = NewUniform(color.Transparent)
	Opaque      = NewUniform(color.Opaque)
)

// NewUniform returns an image of one color.
func NewUniform(c color.Color) *Uniform { return &Uniform{c} }

// RGBA are the parts of the color.
func (c *Uniform) RGBA() (r, g, b, a uint32) { return c.C.RGBA() }

// ColorModel is c.
func (c *Uniform) ColorModel() color.Model { return c }

// Convert returns the color.
func (c *Uniform) Convert(color.Color) color.Color { return c.C }

// Bounds is a rectangle that has all images.
func (c *Uniform) Bounds() Rectangle { return Rectangle{Point{-1e9, -1e9}, Point{1e9, 1e9}} }

// At returns the color.
func (c *Uniform) At(x, y int) color.Color { return c.C }

// RGBA64At is At as a color.RGBA64.
func (c *Uniform) RGBA64At(x, y int) color.RGBA64 {
	r, g, b, a := c.C.RGBA()
	return color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// Opaque reports whether the color is not transparent.
func (c *Uniform) Opaque() bool {
	_, _, _, a := c.C.RGBA()
	return a == 0xFFFF
}

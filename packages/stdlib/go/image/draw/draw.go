// Package draw composes images: Porter and Duff, "Compositing Digital Images", 1984.
package draw

import (
	"image"
	"image/color"
)

const full = 1<<16 - 1

// An Image can be drawn on.
type Image interface {
	image.Image
	Set(x, y int, c color.Color)
}

// A RGBA64Image can be drawn on with colors that need no interface.
type RGBA64Image interface {
	image.RGBA64Image
	Set(x, y int, c color.Color)
	SetRGBA64(x, y int, c color.RGBA64)
}

// A Quantizer appends to p the colors, as many as there is room for, that suit an image.
type Quantizer interface {
	Quantize(p color.Palette, m image.Image) color.Palette
}

// An Op says what is drawn.
type Op int

const (
	Over Op = iota // (source in mask) over what is there
	Src            // source in mask
)

// A Drawer draws src on the rectangle r of dst; sp of src comes to the upper left corner.
type Drawer interface {
	Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point)
}

// Draw makes an Op a Drawer.
func (op Op) Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point) {
	DrawMask(dst, r, src, sp, nil, image.Point{}, op)
}

// Draw is DrawMask without a mask.
func Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point, op Op) {
	DrawMask(dst, r, src, sp, nil, image.Point{}, op)
}

// clip cuts r to what dst, src and mask have, and moves the points with it.
func clip(dst Image, r *image.Rectangle, src image.Image, sp *image.Point, mask image.Image, mp *image.Point) {
	corner := r.Min
	*r = r.Intersect(dst.Bounds())
	*r = r.Intersect(src.Bounds().Add(corner.Sub(*sp)))
	if mask != nil {
		*r = r.Intersect(mask.Bounds().Add(corner.Sub(*mp)))
	}
	moved := r.Min.Sub(corner)
	if moved == (image.Point{}) {
		return
	}
	*sp = sp.Add(moved)
	if mp != nil {
		*mp = mp.Add(moved)
	}
}

// DrawMask draws src on the rectangle r of dst as much as the alpha of mask says; without a mask, wholly. sp of src and mp of mask come to
// the upper left corner.
func DrawMask(dst Image, r image.Rectangle, src image.Image, sp image.Point, mask image.Image, mp image.Point, op Op) {
	clip(dst, &r, src, &sp, mask, &mp)
	if r.Empty() {
		return
	}
	if opaqueSource(src) && mask == nil {
		op = Src
	}
	if op == Src && mask == nil && copied(dst, r, src, sp) {
		return
	}
	width := r.Dx()
	row := make([]color.RGBA64, width)
	var below, masks []color.RGBA64
	if op == Over || mask != nil {
		below = make([]color.RGBA64, width)
	}
	if mask != nil {
		masks = make([]color.RGBA64, width)
	}
	readSource := rowReader(src)
	readBelow := rowReader(dst)
	write := rowWriter(dst)
	var readMask func(row []color.RGBA64, x, y int)
	if mask != nil {
		readMask = rowReader(mask)
	}
	// The images may be one: rows are read before they are overwritten.
	y, end, step := r.Min.Y, r.Max.Y, 1
	if sp.Y < r.Min.Y {
		y, end, step = r.Max.Y-1, r.Min.Y-1, -1
	}
	for ; y != end; y += step {
		readSource(row, sp.X, sp.Y+y-r.Min.Y)
		if mask != nil {
			readMask(masks, mp.X, mp.Y+y-r.Min.Y)
		}
		switch {
		case op == Over:
			readBelow(below, r.Min.X, y)
			over(row, below, masks)
		case mask != nil:
			in(row, masks)
		}
		write(row, r.Min.X, y)
	}
}

// opaqueSource reports whether src is known to be opaque without looking at its pixels.
func opaqueSource(src image.Image) bool {
	switch src := src.(type) {
	case *image.Uniform:
		return src.Opaque()
	case *image.Gray, *image.Gray16, *image.CMYK, *image.YCbCr:
		return true
	}
	return false
}

// over makes row what it is over below; without masks they are full.
func over(row, below, masks []color.RGBA64) {
	below = below[:len(row)]
	for i, s := range row {
		m := uint32(full)
		if masks != nil {
			m = uint32(masks[i].A)
		}
		if m == 0 || s == (color.RGBA64{}) {
			row[i] = below[i]
			continue
		}
		d := below[i]
		if m == full {
			if s.A == full {
				continue
			}
			rest := full - uint32(s.A)
			row[i] = color.RGBA64{
				uint16(uint32(d.R)*rest/full + uint32(s.R)),
				uint16(uint32(d.G)*rest/full + uint32(s.G)),
				uint16(uint32(d.B)*rest/full + uint32(s.B)),
				uint16(uint32(d.A)*rest/full + uint32(s.A)),
			}
			continue
		}
		rest := full - uint32(s.A)*m/full
		row[i] = color.RGBA64{mix(d.R, rest, s.R, m), mix(d.G, rest, s.G, m), mix(d.B, rest, s.B, m), mix(d.A, rest, s.A, m)}
	}
}

func mix(d uint16, rest uint32, s uint16, m uint32) uint16 {
	return uint16((uint32(d)*rest + uint32(s)*m) / full)
}

// in makes row as much as masks say.
func in(row, masks []color.RGBA64) {
	masks = masks[:len(row)]
	for i, s := range row {
		m := uint32(masks[i].A)
		row[i] = color.RGBA64{uint16(uint32(s.R) * m / full), uint16(uint32(s.G) * m / full), uint16(uint32(s.B) * m / full), uint16(uint32(s.A) * m / full)}
	}
}

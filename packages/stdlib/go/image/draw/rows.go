package draw

import (
	"image"
	"image/color"
)

// rowReader returns a function that reads pixels of a row, from (x, y) on. They must be there.
func rowReader(m image.Image) func(row []color.RGBA64, x, y int) {
	switch m := m.(type) {
	case *image.Uniform:
		c := m.RGBA64At(0, 0)
		return func(row []color.RGBA64, x, y int) {
			for i := range row {
				row[i] = c
			}
		}
	case *image.RGBA:
		return func(row []color.RGBA64, x, y int) {
			pix := m.Pix[m.PixOffset(x, y):]
			for i := range row {
				p := pix[4*i : 4*i+4]
				row[i] = color.RGBA64{uint16(p[0]) * 0x101, uint16(p[1]) * 0x101, uint16(p[2]) * 0x101, uint16(p[3]) * 0x101}
			}
		}
	case *image.NRGBA:
		return func(row []color.RGBA64, x, y int) {
			pix := m.Pix[m.PixOffset(x, y):]
			for i := range row {
				p := pix[4*i : 4*i+4]
				a := uint32(p[3]) * 0x101
				row[i] = color.RGBA64{uint16(uint32(p[0]) * a / 0xFF), uint16(uint32(p[1]) * a / 0xFF), uint16(uint32(p[2]) * a / 0xFF), uint16(a)}
			}
		}
	case *image.Gray:
		return func(row []color.RGBA64, x, y int) {
			pix := m.Pix[m.PixOffset(x, y):]
			for i := range row {
				v := uint16(pix[i]) * 0x101
				row[i] = color.RGBA64{v, v, v, full}
			}
		}
	case *image.Alpha:
		return func(row []color.RGBA64, x, y int) {
			pix := m.Pix[m.PixOffset(x, y):]
			for i := range row {
				v := uint16(pix[i]) * 0x101
				row[i] = color.RGBA64{v, v, v, v}
			}
		}
	case *image.Paletted:
		var colors [256]color.RGBA64
		for i, c := range m.Palette[:min(len(m.Palette), 256)] {
			colors[i] = rgba64(c)
		}
		return func(row []color.RGBA64, x, y int) {
			pix := m.Pix[m.PixOffset(x, y):]
			for i := range row {
				row[i] = colors[pix[i]]
			}
		}
	case image.RGBA64Image:
		return func(row []color.RGBA64, x, y int) {
			for i := range row {
				row[i] = m.RGBA64At(x+i, y)
			}
		}
	}
	return func(row []color.RGBA64, x, y int) {
		for i := range row {
			row[i] = rgba64(m.At(x+i, y))
		}
	}
}

func rgba64(c color.Color) color.RGBA64 {
	r, g, b, a := c.RGBA()
	return color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// rowWriter returns a function that writes pixels of a row, from (x, y) on. They must be there.
func rowWriter(m Image) func(row []color.RGBA64, x, y int) {
	switch m := m.(type) {
	case *image.RGBA:
		return func(row []color.RGBA64, x, y int) {
			pix := m.Pix[m.PixOffset(x, y):]
			for i, c := range row {
				p := pix[4*i : 4*i+4]
				p[0], p[1], p[2], p[3] = uint8(c.R>>8), uint8(c.G>>8), uint8(c.B>>8), uint8(c.A>>8)
			}
		}
	case *image.Paletted:
		// Neighbours often have one color.
		var last color.RGBA64
		index, known := uint8(0), false
		return func(row []color.RGBA64, x, y int) {
			pix := m.Pix[m.PixOffset(x, y):]
			for i, c := range row {
				if !known || c != last {
					last, index, known = c, uint8(m.Palette.Index(c)), true
				}
				pix[i] = index
			}
		}
	case RGBA64Image:
		return func(row []color.RGBA64, x, y int) {
			for i, c := range row {
				m.SetRGBA64(x+i, y, c)
			}
		}
	}
	return func(row []color.RGBA64, x, y int) {
		for i, c := range row {
			m.Set(x+i, y, c)
		}
	}
}

// copied copies pixels that are the same in both images, and reports whether it did.
func copied(dst Image, r image.Rectangle, src image.Image, sp image.Point) bool {
	d, ok := dst.(*image.RGBA)
	if !ok {
		return copiedDivided(dst, r, src, sp)
	}
	width := 4 * r.Dx()
	rowOf := func(y int) []uint8 {
		i := d.PixOffset(r.Min.X, y)
		return d.Pix[i : i+width]
	}
	switch s := src.(type) {
	case *image.RGBA:
		y, end, step := r.Min.Y, r.Max.Y, 1
		if sp.Y < r.Min.Y {
			y, end, step = r.Max.Y-1, r.Min.Y-1, -1
		}
		for ; y != end; y += step {
			copy(rowOf(y), s.Pix[s.PixOffset(sp.X, sp.Y+y-r.Min.Y):])
		}
	case *image.Uniform:
		c := s.RGBA64At(0, 0)
		first := rowOf(r.Min.Y)
		for i := 0; i < len(first); i += 4 {
			p := first[i : i+4]
			p[0], p[1], p[2], p[3] = uint8(c.R>>8), uint8(c.G>>8), uint8(c.B>>8), uint8(c.A>>8)
		}
		for y := r.Min.Y + 1; y < r.Max.Y; y++ {
			copy(rowOf(y), first)
		}
	default:
		return false
	}
	return true
}

// copiedDivided is copied for images whose pixels are not multiplied with alpha: those keep their color where they are transparent.
func copiedDivided(dst Image, r image.Rectangle, src image.Image, sp image.Point) bool {
	switch dst.(type) {
	case *image.NRGBA, *image.NRGBA64:
	default:
		return false
	}
	switch src.(type) {
	case *image.NRGBA, *image.NRGBA64:
	default:
		return false
	}
	row := make([]color.Color, r.Dx())
	y, end, step := r.Min.Y, r.Max.Y, 1
	if sp.Y < r.Min.Y {
		y, end, step = r.Max.Y-1, r.Min.Y-1, -1
	}
	for ; y != end; y += step {
		for i := range row {
			row[i] = src.At(sp.X+i, sp.Y+y-r.Min.Y)
		}
		for i, c := range row {
			dst.Set(r.Min.X+i, y, c)
		}
	}
	return true
}

package draw

import (
	"image"
	"image/color"
)

// FloydSteinberg draws with the colors of a palette, and adds what each pixel lacks to its neighbours (Floyd and Steinberg 1976).
var FloydSteinberg Drawer = floydSteinberg{}

type floydSteinberg struct{}

// parts are red, green, blue and alpha, or what they lack.
type parts [4]int32

func (floydSteinberg) Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point) {
	clip(dst, &r, src, &sp, nil, nil)
	if r.Empty() {
		return
	}
	var palette []parts
	set := func(x, y int, c color.RGBA64) color.RGBA64 {
		dst.Set(x, y, c)
		return rgba64(dst.At(x, y))
	}
	if p, ok := dst.(*image.Paletted); ok {
		for _, c := range p.Palette {
			c := rgba64(c)
			palette = append(palette, parts{int32(c.R), int32(c.G), int32(c.B), int32(c.A)})
		}
		set = func(x, y int, c color.RGBA64) color.RGBA64 {
			k := nearest(palette, c)
			p.Pix[p.PixOffset(x, y)] = uint8(k)
			v := palette[k]
			return color.RGBA64{uint16(v[0]), uint16(v[1]), uint16(v[2]), uint16(v[3])}
		}
	}
	width := r.Dx()
	row := make([]color.RGBA64, width)
	// 16 times what pixels lack, with one more at each side.
	current, next := make([]parts, width+2), make([]parts, width+2)
	read := rowReader(src)
	for y := range r.Dy() {
		read(row, sp.X, sp.Y+y)
		for x, s := range row {
			wanted := parts{int32(s.R), int32(s.G), int32(s.B), int32(s.A)}
			for i := range wanted {
				wanted[i] = min(max(wanted[i]+current[x+1][i]/16, 0), full)
			}
			got := set(r.Min.X+x, r.Min.Y+y, color.RGBA64{uint16(wanted[0]), uint16(wanted[1]), uint16(wanted[2]), uint16(wanted[3])})
			for i, g := range [4]uint16{got.R, got.G, got.B, got.A} {
				lack := wanted[i] - int32(g)
				next[x][i] += 3 * lack
				next[x+1][i] += 5 * lack
				next[x+2][i] += lack
				current[x+2][i] += 7 * lack
			}
		}
		current, next = next, current
		clear(next)
	}
}

// nearest is Palette.Index.
func nearest(palette []parts, c color.RGBA64) int {
	best, least := 0, ^uint32(0)
	for i, p := range palette {
		distance := sqDiff(int32(c.R), p[0]) + sqDiff(int32(c.G), p[1]) + sqDiff(int32(c.B), p[2]) + sqDiff(int32(c.A), p[3])
		if distance < least {
			if distance == 0 {
				return i
			}
			best, least = i, distance
		}
	}
	return best
}

// sqDiff is a quarter of the square of a difference.
func sqDiff(x, y int32) uint32 {
	d := uint32(x - y)
	return d * d >> 2
}

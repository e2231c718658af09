package png

import (
	"image"
	"io"
)

// passes are where the pixels of an interlaced image are: the first and the distance, across and down.
var passes = [7]struct{ x, dx, y, dy int }{
	{0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4}, {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2},
}

// pixels reads all pixels.
func (d *decoder) pixels(r io.Reader) (image.Image, error) {
	t := d.newTarget(image.Rect(0, 0, d.width, d.height))
	if !d.interlaced {
		return t.m, d.pass(r, t, 0, 1, 0, 1)
	}
	for _, p := range passes {
		if err := d.pass(r, t, p.x, p.dx, p.y, p.dy); err != nil {
			return nil, err
		}
	}
	return t.m, nil
}

// pass reads the rows of the pixels from (x, y) on at the distances dx and dy.
func (d *decoder) pass(r io.Reader, t *target, x, dx, y, dy int) error {
	width := (d.width - x + dx - 1) / dx
	if width <= 0 {
		return nil
	}
	bits := d.depth * samples[d.colors]
	pixel := (bits + 7) / 8
	// A row begins with its filter.
	row, above := make([]byte, 1+(bits*width+7)/8), make([]byte, 1+(bits*width+7)/8)
	for ; y < d.height; y += dy {
		if _, err := io.ReadFull(r, row); err != nil {
			if err == io.EOF || err == io.ErrUnexpectedEOF {
				return FormatError("not enough pixel data")
			}
			return err
		}
		if !unfilter(row[0], row[1:], above[1:], pixel) {
			return FormatError("bad filter type")
		}
		t.row(row[1:], x, dx, y, width)
		row, above = above, row
	}
	return nil
}

// A target is the image that is decoded into: pix are its bytes, size those of a pixel.
type target struct {
	d      *decoder
	m      image.Image
	pix    []byte
	stride int
	size   int
}

// newTarget makes the image that has the colors of the data.
func (d *decoder) newTarget(r image.Rectangle) *target {
	deep := d.depth == 16
	alpha := d.transparent != nil || d.colors == typeGrayAlpha || d.colors == typeColorA
	switch {
	case d.colors == typePalette:
		m := image.NewPaletted(r, d.palette)
		return &target{d, m, m.Pix, m.Stride, 1}
	case alpha && deep:
		m := image.NewNRGBA64(r)
		return &target{d, m, m.Pix, m.Stride, 8}
	case alpha:
		m := image.NewNRGBA(r)
		return &target{d, m, m.Pix, m.Stride, 4}
	case d.colors == typeColor && deep:
		m := image.NewRGBA64(r)
		return &target{d, m, m.Pix, m.Stride, 8}
	case d.colors == typeColor:
		m := image.NewRGBA(r)
		return &target{d, m, m.Pix, m.Stride, 4}
	case deep:
		m := image.NewGray16(r)
		return &target{d, m, m.Pix, m.Stride, 2}
	}
	m := image.NewGray(r)
	return &target{d, m, m.Pix, m.Stride, 1}
}

// row stores a row of pixels.
func (t *target) row(row []byte, x, dx, y, width int) {
	d := t.d
	pix := t.pix[y*t.stride:]
	at, step := x*t.size, dx*t.size
	sample := max(1, d.depth/8) // bytes
	whole := samples[d.colors] * sample
	switch {
	case d.depth < 8:
		t.small(pix, row, at, step, width)
	case d.colors == typePalette:
		greatest := 0
		for i := range width {
			pix[at] = row[i]
			greatest = max(greatest, int(row[i]))
			at += step
		}
		t.extend(greatest)
	case whole == t.size && dx == 1:
		copy(pix[:width*t.size], row)
	case whole == t.size:
		for i := range width {
			copy(pix[at:at+whole], row[i*whole:])
			at += step
		}
	default:
		for i := range width {
			p, s := pix[at:at+t.size], row[i*whole:(i+1)*whole]
			parts := 3 * sample
			switch d.colors {
			case typeColor:
				copy(p, s)
			default:
				for k := range parts {
					p[k] = s[k%sample]
				}
			}
			alpha := byte(0xFF)
			if d.colors == typeGrayAlpha {
				copy(p[parts:], s[sample:])
			} else {
				if t.isTransparent(s, sample) {
					alpha = 0
				}
				for k := parts; k < len(p); k++ {
					p[k] = alpha
				}
			}
			at += step
		}
	}
}

// isTransparent reports whether s are the samples of the color that is transparent.
func (t *target) isTransparent(s []byte, sample int) bool {
	if t.d.transparent == nil {
		return false
	}
	for i := range len(s) / sample {
		want := t.d.transparent[2*i : 2*i+2]
		if sample == 1 && s[i] != want[1] || sample == 2 && (s[2*i] != want[0] || s[2*i+1] != want[1]) {
			return false
		}
	}
	return true
}

// small stores a row of pixels that share bytes.
func (t *target) small(pix, row []byte, at, step, width int) {
	d := t.d
	mask := byte(1)<<d.depth - 1
	scale := 0xFF / mask
	greatest := 0
	for i := range width {
		bit := i * d.depth
		v := row[bit/8] >> (8 - d.depth - bit%8) & mask
		switch {
		case d.colors == typePalette:
			greatest = max(greatest, int(v))
			pix[at] = v
		case t.size == 1:
			pix[at] = v * scale
		default:
			p := pix[at : at+4]
			p[0], p[1], p[2], p[3] = v*scale, v*scale, v*scale, 0xFF
			if v*scale == d.transparent[1]*scale {
				p[3] = 0
			}
		}
		at += step
	}
	if d.colors == typePalette {
		t.extend(greatest)
	}
}

// extend makes the palette have an index.
func (t *target) extend(index int) {
	m := t.m.(*image.Paletted)
	if index >= len(m.Palette) {
		m.Palette = m.Palette[:index+1]
	}
}

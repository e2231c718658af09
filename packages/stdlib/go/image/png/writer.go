package png

import (
	"bufio"
	"compress/zlib"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"internal/byteorder"
	"io"
)

// An Encoder encodes with a level of compression.
type Encoder struct {
	CompressionLevel CompressionLevel
	BufferPool       EncoderBufferPool // where buffers come from and go to, if it is set
}

// An EncoderBufferPool keeps buffers for more images.
type EncoderBufferPool interface {
	Get() *EncoderBuffer
	Put(*EncoderBuffer)
}

// An EncoderBuffer has what encoding an image needs.
type EncoderBuffer encoder

// A CompressionLevel says how much is done to make the data short.
type CompressionLevel int

const (
	DefaultCompression CompressionLevel = 0
	NoCompression      CompressionLevel = -1
	BestSpeed          CompressionLevel = -2
	BestCompression    CompressionLevel = -3
)

func (l CompressionLevel) zlib() int {
	switch l {
	case NoCompression:
		return zlib.NoCompression
	case BestSpeed:
		return zlib.BestSpeed
	case BestCompression:
		return zlib.BestCompression
	}
	return zlib.DefaultCompression
}

type encoder struct {
	w       io.Writer
	m       image.Image
	palette color.Palette
	colors  byte
	depth   int
	err     error
	level   int
	z       *zlib.Writer
	zLevel  int
	buffer  *bufio.Writer
	rows    [filterCount][]byte // by filter: the filter, and the row
	above   []byte
}

// Encode writes an image.
func Encode(w io.Writer, m image.Image) error { return new(Encoder).Encode(w, m) }

// Encode writes an image.
func (enc *Encoder) Encode(w io.Writer, m image.Image) error {
	width, height := int64(m.Bounds().Dx()), int64(m.Bounds().Dy())
	if width <= 0 || height <= 0 || width >= 1<<32 || height >= 1<<32 {
		return FormatError(fmt.Sprintf("invalid image size: %dx%d", width, height))
	}
	var e *encoder
	if enc.BufferPool != nil {
		e = (*encoder)(enc.BufferPool.Get())
	}
	if e == nil {
		e = new(encoder)
	}
	if enc.BufferPool != nil {
		defer enc.BufferPool.Put((*EncoderBuffer)(e))
	}
	e.w, e.m, e.err, e.level = w, m, nil, enc.CompressionLevel.zlib()
	e.choose()
	_, e.err = io.WriteString(w, pngHeader)
	e.header()
	if e.palette != nil {
		e.writePalette()
	}
	e.writeData()
	e.chunk("IEND", nil)
	return e.err
}

func opaque(m image.Image) bool {
	if m, ok := m.(interface{ Opaque() bool }); ok {
		return m.Opaque()
	}
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if _, _, _, a := m.At(x, y).RGBA(); a != 0xFFFF {
				return false
			}
		}
	}
	return true
}

// choose chooses the type of colors and the depth.
func (e *encoder) choose() {
	e.palette = nil
	if _, ok := e.m.(image.PalettedImage); ok {
		e.palette, _ = e.m.ColorModel().(color.Palette)
	}
	if n := len(e.palette); e.palette != nil {
		e.colors, e.depth = typePalette, 8
		for e.depth > 1 && n <= 1<<(e.depth/2) {
			e.depth /= 2
		}
		return
	}
	e.depth = 8
	switch e.m.ColorModel() {
	case color.GrayModel:
		e.colors = typeGray
		return
	case color.Gray16Model:
		e.colors, e.depth = typeGray, 16
		return
	case color.RGBAModel, color.NRGBAModel, color.AlphaModel:
	default:
		e.depth = 16
	}
	e.colors = typeColorA
	if opaque(e.m) {
		e.colors = typeColor
	}
}

func (e *encoder) chunk(name string, b []byte) {
	if e.err != nil {
		return
	}
	if uint64(len(b)) > 1<<32-1 {
		e.err = UnsupportedError(name + " chunk is too large: " + fmt.Sprint(len(b)))
		return
	}
	head := append(byteorder.BEAppendUint32(nil, uint32(len(b))), name...)
	sum := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, b)
	for _, part := range [][]byte{head, b, byteorder.BEAppendUint32(nil, sum)} {
		if _, e.err = e.w.Write(part); e.err != nil {
			return
		}
	}
}

func (e *encoder) header() {
	b := byteorder.BEAppendUint32(nil, uint32(e.m.Bounds().Dx()))
	b = byteorder.BEAppendUint32(b, uint32(e.m.Bounds().Dy()))
	e.chunk("IHDR", append(b, byte(e.depth), e.colors, 0, 0, 0))
}

func (e *encoder) writePalette() {
	if len(e.palette) < 1 || len(e.palette) > 256 {
		e.err = FormatError(fmt.Sprintf("bad palette length: %d", len(e.palette)))
		return
	}
	var colors, alphas []byte
	last := 0 // number of colors up to the last transparent one
	for i, c := range e.palette {
		c := color.NRGBAModel.Convert(c).(color.NRGBA)
		colors = append(colors, c.R, c.G, c.B)
		if alphas = append(alphas, c.A); c.A != 0xFF {
			last = i + 1
		}
	}
	e.chunk("PLTE", colors)
	if last > 0 {
		e.chunk("tRNS", alphas[:last])
	}
}

// Write writes a chunk of data.
func (e *encoder) Write(b []byte) (int, error) {
	e.chunk("IDAT", b)
	if e.err != nil {
		return 0, e.err
	}
	return len(b), nil
}

func (e *encoder) writeData() {
	if e.err != nil {
		return
	}
	if e.buffer == nil {
		e.buffer = bufio.NewWriterSize(e, 1<<15)
	} else {
		e.buffer.Reset(e)
	}
	err := e.writeRows()
	if err == nil {
		err = e.z.Close()
	}
	if err == nil {
		err = e.buffer.Flush()
	}
	if e.err == nil {
		e.err = err
	}
}

func (e *encoder) writeRows() (err error) {
	if e.z == nil || e.zLevel != e.level {
		if e.z, err = zlib.NewWriterLevel(e.buffer, e.level); err != nil {
			return err
		}
		e.zLevel = e.level
	} else {
		e.z.Reset(e.buffer)
	}
	b := e.m.Bounds()
	bits := e.depth * samples[e.colors]
	size := 1 + (bits*b.Dx()+7)/8
	for i := range e.rows {
		if cap(e.rows[i]) < size {
			e.rows[i] = make([]byte, size)
		}
		e.rows[i] = e.rows[i][:size]
		e.rows[i][0] = byte(i)
	}
	if cap(e.above) < size {
		e.above = make([]byte, size)
	}
	e.above = e.above[:size]
	clear(e.above)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := e.rows[filterNone]
		e.read(row[1:], b.Min.X, b.Max.X, y)
		best := filterNone
		if e.level != zlib.NoCompression && e.colors != typePalette {
			best = e.bestFilter((bits + 7) / 8)
		}
		if _, err := e.z.Write(e.rows[best]); err != nil {
			return err
		}
		e.rows[filterNone], e.above = e.above, row
		e.rows[filterNone][0] = filterNone
	}
	return nil
}

// bestFilter is the filter that leaves the least, as the specification suggests (12.7).
func (e *encoder) bestFilter(pixel int) int {
	row, above := e.rows[filterNone][1:], e.above[1:]
	best, least := filterNone, 1<<62
	for _, filter := range [...]int{filterUp, filterPaethType, filterNone, filterSub, filterAverage} {
		out := e.rows[filter][1:]
		if sum := filtered(filter, out, row, above, pixel, least); sum < least {
			best, least = filter, sum
		}
	}
	return best
}

// read reads a row of the image as it is in the file.
func (e *encoder) read(row []byte, from, to, y int) {
	switch m := e.m.(type) {
	case *image.Gray:
		if e.depth == 8 {
			i := m.PixOffset(from, y)
			copy(row, m.Pix[i:i+to-from])
			return
		}
	case *image.NRGBA:
		i := m.PixOffset(from, y)
		copyColors(row, m.Pix[i:i+4*(to-from)], e.colors)
		return
	case *image.RGBA:
		if e.colors == typeColor {
			i := m.PixOffset(from, y)
			copyColors(row, m.Pix[i:i+4*(to-from)], e.colors)
			return
		}
	case image.PalettedImage:
		if e.colors == typePalette {
			clear(row)
			for x := from; x < to; x++ {
				bit := (x - from) * e.depth
				row[bit/8] |= m.ColorIndexAt(x, y) << (8 - e.depth - bit%8)
			}
			return
		}
	}
	out := row[:0]
	for x := from; x < to; x++ {
		out = e.appendPixel(out, e.m.At(x, y))
	}
}

// copyColors copies pixels of four bytes, without alpha if the type has none.
func copyColors(row, pix []byte, colors byte) {
	if colors == typeColorA {
		copy(row, pix)
		return
	}
	for i := 0; i+4 <= len(pix); i += 4 {
		row[0], row[1], row[2] = pix[i], pix[i+1], pix[i+2]
		row = row[3:]
	}
}

func (e *encoder) appendPixel(out []byte, c color.Color) []byte {
	switch {
	case e.colors == typeGray && e.depth == 8:
		return append(out, color.GrayModel.Convert(c).(color.Gray).Y)
	case e.colors == typeGray:
		return byteorder.BEAppendUint16(out, color.Gray16Model.Convert(c).(color.Gray16).Y)
	case e.colors == typeColor && e.depth == 8:
		r, g, b, _ := c.RGBA()
		return append(out, byte(r>>8), byte(g>>8), byte(b>>8))
	case e.colors == typeColor:
		r, g, b, _ := c.RGBA()
		out = byteorder.BEAppendUint16(byteorder.BEAppendUint16(out, uint16(r)), uint16(g))
		return byteorder.BEAppendUint16(out, uint16(b))
	case e.depth == 8:
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		return append(out, n.R, n.G, n.B, n.A)
	}
	n := color.NRGBA64Model.Convert(c).(color.NRGBA64)
	out = byteorder.BEAppendUint16(byteorder.BEAppendUint16(out, n.R), n.G)
	return byteorder.BEAppendUint16(byteorder.BEAppendUint16(out, n.B), n.A)
}

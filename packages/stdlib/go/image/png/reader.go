// Package png decodes and encodes images in the format PNG: W3C, "Portable Network Graphics".
package png

import (
	"compress/zlib"
	"fmt"
	"hash"
	"hash/crc32"
	"image"
	"image/color"
	"internal/byteorder"
	"io"
)

// A FormatError says what is wrong with the data.
type FormatError string

func (e FormatError) Error() string { return "png: invalid format: " + string(e) }

// An UnsupportedError names what is valid but cannot be decoded.
type UnsupportedError string

func (e UnsupportedError) Error() string { return "png: unsupported feature: " + string(e) }

const pngHeader = "\x89PNG\r\n\x1a\n"

// Types of colors: bits say whether there is a palette, color, and alpha.
const (
	typeGray      = 0
	typeColor     = 2
	typePalette   = 3
	typeGrayAlpha = 4
	typeColorA    = 6
)

// samples are the numbers of values of a pixel by type.
var samples = [7]int{typeGray: 1, typeColor: 3, typePalette: 1, typeGrayAlpha: 2, typeColorA: 4}

// What was read last, in the order in which it must come.
type stage uint8

const (
	atStart stage = iota
	afterHeader
	afterPalette
	afterTransparency
	afterData
	atEnd
)

var errOrder = FormatError("chunk out of order")

type decoder struct {
	r             io.Reader
	m             image.Image
	sum           hash.Hash32
	width, height int
	depth         int
	colors        byte // the type
	interlaced    bool
	palette       color.Palette
	stage         stage
	left          uint32 // bytes of the chunk of data that is read
	room          [3 * 256]byte
	transparent   []byte // the color that is transparent: two bytes for each part
}

// Decode decodes an image. Its type depends on the data.
func Decode(r io.Reader) (image.Image, error) {
	d := &decoder{r: r, sum: crc32.NewIEEE()}
	err := d.signature()
	for err == nil && d.stage != atEnd {
		err = d.chunk(false)
	}
	if err != nil {
		return nil, noEOF(err)
	}
	return d.m, nil
}

// DecodeConfig decodes size and color model only.
func DecodeConfig(r io.Reader) (image.Config, error) {
	d := &decoder{r: r, sum: crc32.NewIEEE()}
	err := d.signature()
	for err == nil && !(d.stage >= afterTransparency || d.stage == afterHeader && d.colors != typePalette) {
		err = d.chunk(true)
	}
	if err != nil {
		return image.Config{}, noEOF(err)
	}
	return image.Config{ColorModel: d.model(), Width: d.width, Height: d.height}, nil
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (d *decoder) model() color.Model {
	deep := d.depth == 16
	switch d.colors {
	case typePalette:
		return d.palette
	case typeGray:
		if deep {
			return color.Gray16Model
		}
		return color.GrayModel
	case typeColor:
		if deep {
			return color.RGBA64Model
		}
		return color.RGBAModel
	}
	if deep {
		return color.NRGBA64Model
	}
	return color.NRGBAModel
}

func (d *decoder) signature() error {
	b := d.room[:len(pngHeader)]
	if _, err := io.ReadFull(d.r, b); err != nil {
		return err
	}
	if string(b) != pngHeader {
		return FormatError("not a PNG file")
	}
	return nil
}

// head reads the length and the name of a chunk, and begins its checksum.
func (d *decoder) head() (length uint32, name string, err error) {
	b := d.room[:8]
	if _, err := io.ReadFull(d.r, b); err != nil {
		return 0, "", err
	}
	d.sum.Reset()
	d.sum.Write(b[4:])
	return byteorder.BEUint32(b), string(b[4:]), nil
}

// take reads n bytes of a chunk.
func (d *decoder) take(n uint32) ([]byte, error) {
	b := d.room[:n]
	_, err := io.ReadFull(d.r, b)
	d.sum.Write(b)
	return b, err
}

// check compares the checksum of a chunk.
func (d *decoder) check() error {
	b := d.room[:4]
	if _, err := io.ReadFull(d.r, b); err != nil {
		return err
	}
	if byteorder.BEUint32(b) != d.sum.Sum32() {
		return FormatError("invalid checksum")
	}
	return nil
}

// skip reads the rest of a chunk.
func (d *decoder) skip(length uint32) error {
	for length > 0 {
		n := min(length, uint32(len(d.room)))
		if _, err := d.take(n); err != nil {
			return err
		}
		length -= n
	}
	return d.check()
}

func (d *decoder) chunk(configOnly bool) error {
	length, name, err := d.head()
	if err != nil {
		return err
	}
	switch name {
	case "IHDR":
		if d.stage != atStart {
			return errOrder
		}
		d.stage = afterHeader
		return d.header(length)
	case "PLTE":
		if d.stage != afterHeader {
			return errOrder
		}
		d.stage = afterPalette
		return d.readPalette(length)
	case "tRNS":
		if d.colors == typePalette && d.stage != afterPalette || d.colors == typeColor && d.stage != afterHeader && d.stage != afterPalette || d.colors != typePalette && d.colors != typeColor && d.stage != afterHeader {
			return errOrder
		}
		d.stage = afterTransparency
		return d.readTransparency(length)
	case "IDAT":
		if d.stage < afterHeader || d.stage > afterData || d.stage == afterHeader && d.colors == typePalette {
			return errOrder
		}
		if d.stage == afterData {
			return d.skip(length) // what is left of the data means nothing
		}
		d.stage = afterData
		if configOnly {
			return nil
		}
		d.left = length
		if d.m, err = d.decode(); err != nil {
			return err
		}
		return d.skip(d.left)
	case "IEND":
		if d.stage != afterData {
			return errOrder
		}
		d.stage = atEnd
		if length != 0 {
			return FormatError("bad IEND length")
		}
		return d.check()
	}
	if length > 1<<31-1 {
		return FormatError(fmt.Sprintf("Bad chunk length: %d", length))
	}
	return d.skip(length)
}

func (d *decoder) header(length uint32) error {
	if length != 13 {
		return FormatError("bad IHDR length")
	}
	b, err := d.take(13)
	if err != nil {
		return err
	}
	if b[10] != 0 {
		return UnsupportedError("compression method")
	}
	if b[11] != 0 {
		return UnsupportedError("filter method")
	}
	if b[12] > 1 {
		return FormatError("invalid interlace method")
	}
	d.interlaced = b[12] == 1
	width, height := int32(byteorder.BEUint32(b)), int32(byteorder.BEUint32(b[4:]))
	if width <= 0 || height <= 0 {
		return FormatError("non-positive dimension")
	}
	// At most 8 bytes a pixel.
	if uint64(width)*uint64(height) > (1<<63-1)/8 {
		return UnsupportedError("dimension overflow")
	}
	d.width, d.height = int(width), int(height)
	d.depth, d.colors = int(b[8]), b[9]
	valid := false
	switch d.depth {
	case 1, 2, 4:
		valid = d.colors == typeGray || d.colors == typePalette
	case 8:
		valid = d.colors < 7 && samples[d.colors] > 0
	case 16:
		valid = d.colors < 7 && samples[d.colors] > 0 && d.colors != typePalette
	}
	if !valid {
		return UnsupportedError(fmt.Sprintf("bit depth %d, color type %d", d.depth, d.colors))
	}
	return d.check()
}

func (d *decoder) readPalette(length uint32) error {
	n := length / 3
	if length%3 != 0 || n == 0 || n > 256 || d.depth < 8 && n > 1<<d.depth {
		return FormatError("bad PLTE length")
	}
	b, err := d.take(length)
	if err != nil {
		return err
	}
	switch d.colors {
	case typePalette:
		// Pixels may have more colors than the palette: black.
		d.palette = make(color.Palette, 256)
		for i := range d.palette {
			d.palette[i] = color.RGBA{A: 0xFF}
		}
		for i := range n {
			d.palette[i] = color.RGBA{b[3*i], b[3*i+1], b[3*i+2], 0xFF}
		}
		d.palette = d.palette[:n]
	case typeColor, typeColorA:
		// It would only help to show the image with few colors.
	default:
		return FormatError("PLTE, color type mismatch")
	}
	return d.check()
}

func (d *decoder) readTransparency(length uint32) error {
	switch d.colors {
	case typeGray, typeColor:
		if int(length) != 2*samples[d.colors] {
			return FormatError("bad tRNS length")
		}
		b, err := d.take(length)
		if err != nil {
			return err
		}
		d.transparent = append([]byte{}, b...)
	case typePalette:
		if length > 256 {
			return FormatError("bad tRNS length")
		}
		b, err := d.take(length)
		if err != nil {
			return err
		}
		d.palette = d.palette[:max(len(d.palette), len(b))]
		for i, a := range b {
			c := d.palette[i].(color.RGBA)
			d.palette[i] = color.NRGBA{c.R, c.G, c.B, a}
		}
	default:
		return FormatError("tRNS, color type mismatch")
	}
	return d.check()
}

// Read reads data of chunks after one another.
func (d *decoder) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for d.left == 0 {
		if err := d.check(); err != nil {
			return 0, err
		}
		length, name, err := d.head()
		if err != nil {
			return 0, err
		}
		if name != "IDAT" {
			return 0, FormatError("not enough pixel data")
		}
		d.left = length
	}
	n, err := d.r.Read(p[:min(len(p), int(d.left))])
	d.sum.Write(p[:n])
	d.left -= uint32(n)
	return n, err
}

func (d *decoder) decode() (image.Image, error) {
	z, err := zlib.NewReader(d)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	m, err := d.pixels(z)
	if err != nil {
		return nil, err
	}
	// Reading on compares the checksum.
	var more [1]byte
	n, err := z.Read(more[:])
	for n == 0 && err == nil {
		n, err = z.Read(more[:])
	}
	if err != nil && err != io.EOF {
		return nil, FormatError(err.Error())
	}
	if n != 0 {
		return nil, FormatError("too much pixel data")
	}
	return m, nil
}

func init() {
	image.RegisterFormat("png", pngHeader, Decode, DecodeConfig)
}

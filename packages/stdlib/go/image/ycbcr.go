package image

import "image/color"

// A YCbCrSubsampleRatio says how many pixels share their chroma.
type YCbCrSubsampleRatio int

const (
	YCbCrSubsampleRatio444 YCbCrSubsampleRatio = iota
	YCbCrSubsampleRatio422
	YCbCrSubsampleRatio420
	YCbCrSubsampleRatio440
	YCbCrSubsampleRatio411
	YCbCrSubsampleRatio410
)

var ratios = [...]struct {
	name string
	x, y int // pixels that share chroma
}{
	{"444", 1, 1},
	{"422", 2, 1},
	{"420", 2, 2},
	{"440", 1, 2},
	{"411", 4, 1},
	{"410", 4, 2},
}

// shared are the numbers of pixels in a row and in a column that share chroma.
func (s YCbCrSubsampleRatio) shared() (x, y int) {
	if s < 0 || int(s) >= len(ratios) {
		return 1, 1
	}
	return ratios[s].x, ratios[s].y
}

func (s YCbCrSubsampleRatio) String() string {
	if s < 0 || int(s) >= len(ratios) {
		return "YCbCrSubsampleRatioUnknown"
	}
	return "YCbCrSubsampleRatio" + ratios[s].name
}

// A YCbCr is an image of luma (Y) and two parts of chroma, which pixels can share.
type YCbCr struct {
	Y, Cb, Cr      []uint8
	YStride        int // bytes from a row to the next
	CStride        int
	SubsampleRatio YCbCrSubsampleRatio
	Rect           Rectangle
}

// chromaSize is the width and the height of the chroma of r.
func chromaSize(r Rectangle, ratio YCbCrSubsampleRatio) (width, height int) {
	x, y := ratio.shared()
	return (r.Max.X+x-1)/x - r.Min.X/x, (r.Max.Y+y-1)/y - r.Min.Y/y
}

// newPlanes are the parts of an image in one piece of memory, with alpha if it has that.
func newPlanes(r Rectangle, ratio YCbCrSubsampleRatio, alpha int, name string) (m YCbCr, a []uint8) {
	width, height := r.Dx(), r.Dy()
	cWidth, cHeight := chromaSize(r, ratio)
	luma, chroma := product(1+alpha, width, height), product(2, cWidth, cHeight)
	if luma < 0 || chroma < 0 || luma+chroma < 0 {
		panic("image: New" + name + " Rectangle has huge or negative dimensions")
	}
	pix := make([]uint8, luma+chroma)
	cut := func(n int) []uint8 {
		part := pix[:n:n]
		pix = pix[n:]
		return part
	}
	m = YCbCr{cut(width * height), cut(chroma / 2), cut(chroma / 2), width, cWidth, ratio, r}
	return m, cut(len(pix))
}

// NewYCbCr returns an image with the given bounds.
func NewYCbCr(r Rectangle, subsampleRatio YCbCrSubsampleRatio) *YCbCr {
	m, _ := newPlanes(r, subsampleRatio, 0, "YCbCr")
	return &m
}

// ColorModel is color.YCbCrModel.
func (p *YCbCr) ColorModel() color.Model { return color.YCbCrModel }

// Bounds is where the image has pixels.
func (p *YCbCr) Bounds() Rectangle { return p.Rect }

// At is the color of a pixel.
func (p *YCbCr) At(x, y int) color.Color { return p.YCbCrAt(x, y) }

// RGBA64At is At as a color.RGBA64.
func (p *YCbCr) RGBA64At(x, y int) color.RGBA64 {
	r, g, b, a := p.YCbCrAt(x, y).RGBA()
	return color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// YCbCrAt is At as a color.YCbCr.
func (p *YCbCr) YCbCrAt(x, y int) color.YCbCr {
	if !(Point{x, y}.In(p.Rect)) {
		return color.YCbCr{}
	}
	i, k := p.YOffset(x, y), p.COffset(x, y)
	return color.YCbCr{p.Y[i], p.Cb[k], p.Cr[k]}
}

// YOffset is where in Y the pixel is.
func (p *YCbCr) YOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.YStride + (x - p.Rect.Min.X)
}

// COffset is where in Cb and Cr the pixel is.
func (p *YCbCr) COffset(x, y int) int {
	a, b := p.SubsampleRatio.shared()
	return (y/b-p.Rect.Min.Y/b)*p.CStride + (x/a - p.Rect.Min.X/a)
}

// SubImage is the part within r. It shares the pixels.
func (p *YCbCr) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &YCbCr{SubsampleRatio: p.SubsampleRatio}
	}
	part := p.part(r)
	return &part
}

func (p *YCbCr) part(r Rectangle) YCbCr {
	i, k := p.YOffset(r.Min.X, r.Min.Y), p.COffset(r.Min.X, r.Min.Y)
	return YCbCr{p.Y[i:], p.Cb[k:], p.Cr[k:], p.YStride, p.CStride, p.SubsampleRatio, r}
}

// Opaque reports whether no pixel is transparent.
func (p *YCbCr) Opaque() bool { return true }

// A NYCbCrA is a YCbCr with alpha, which the other parts are not multiplied with.
type NYCbCrA struct {
	YCbCr
	A       []uint8
	AStride int
}

// NewNYCbCrA returns an image with the given bounds.
func NewNYCbCrA(r Rectangle, subsampleRatio YCbCrSubsampleRatio) *NYCbCrA {
	m, a := newPlanes(r, subsampleRatio, 1, "NYCbCrA")
	return &NYCbCrA{m, a, r.Dx()}
}

// ColorModel is color.NYCbCrAModel.
func (p *NYCbCrA) ColorModel() color.Model { return color.NYCbCrAModel }

// At is the color of a pixel.
func (p *NYCbCrA) At(x, y int) color.Color { return p.NYCbCrAAt(x, y) }

// RGBA64At is At as a color.RGBA64.
func (p *NYCbCrA) RGBA64At(x, y int) color.RGBA64 {
	r, g, b, a := p.NYCbCrAAt(x, y).RGBA()
	return color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// NYCbCrAAt is At as a color.NYCbCrA.
func (p *NYCbCrA) NYCbCrAAt(x, y int) color.NYCbCrA {
	if !(Point{x, y}.In(p.Rect)) {
		return color.NYCbCrA{}
	}
	return color.NYCbCrA{p.YCbCrAt(x, y), p.A[p.AOffset(x, y)]}
}

// AOffset is where in A the pixel is.
func (p *NYCbCrA) AOffset(x, y int) int {
	return (y-p.Rect.Min.Y)*p.AStride + (x - p.Rect.Min.X)
}

// SubImage is the part within r. It shares the pixels.
func (p *NYCbCrA) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &NYCbCrA{YCbCr: YCbCr{SubsampleRatio: p.SubsampleRatio}}
	}
	return &NYCbCrA{p.part(r), p.A[p.AOffset(r.Min.X, r.Min.Y):], p.AStride}
}

// Opaque reports whether no pixel is transparent.
func (p *NYCbCrA) Opaque() bool { return opaque(p.A, p.AStride, p.Rect, 1, 0, 1) }

package image

import (
	"image/color"
	"strconv"
)

// A Point is a place; y grows downwards.
type Point struct{ X, Y int }

// ZP is the point (0, 0).
//
// Deprecated: use Point{}.
var ZP Point

// Pt is Point{X, Y}.
func Pt(X, Y int) Point { return Point{X, Y} }

func (p Point) String() string { return "(" + strconv.Itoa(p.X) + "," + strconv.Itoa(p.Y) + ")" }

// Add is p + q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub is p - q.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Mul is p × k.
func (p Point) Mul(k int) Point { return Point{p.X * k, p.Y * k} }

// Div is p / k.
func (p Point) Div(k int) Point { return Point{p.X / k, p.Y / k} }

// In reports whether p is in r.
func (p Point) In(r Rectangle) bool {
	return r.Min.X <= p.X && p.X < r.Max.X && r.Min.Y <= p.Y && p.Y < r.Max.Y
}

// Mod is the point in r whose distance to p is multiples of the width and the height of r.
func (p Point) Mod(r Rectangle) Point {
	return Point{r.Min.X + modulo(p.X-r.Min.X, r.Dx()), r.Min.Y + modulo(p.Y-r.Min.Y, r.Dy())}
}

func modulo(x, n int) int {
	if x %= n; x < 0 {
		x += n
	}
	return x
}

// Eq reports whether p and q are equal.
func (p Point) Eq(q Point) bool { return p == q }

// A Rectangle has the points from Min to Max, without those of Max's column and row.
type Rectangle struct{ Min, Max Point }

// ZR is the empty rectangle at (0, 0).
//
// Deprecated: use Rectangle{}.
var ZR Rectangle

// Rect is the rectangle between two corners, whichever they are.
func Rect(x0, y0, x1, y1 int) Rectangle {
	return Rectangle{Point{min(x0, x1), min(y0, y1)}, Point{max(x0, x1), max(y0, y1)}}
}

func (r Rectangle) String() string { return r.Min.String() + "-" + r.Max.String() }

// Dx is the width.
func (r Rectangle) Dx() int { return r.Max.X - r.Min.X }

// Dy is the height.
func (r Rectangle) Dy() int { return r.Max.Y - r.Min.Y }

// Size is the width and the height.
func (r Rectangle) Size() Point { return r.Max.Sub(r.Min) }

// Add is r moved by p.
func (r Rectangle) Add(p Point) Rectangle { return Rectangle{r.Min.Add(p), r.Max.Add(p)} }

// Sub is r moved by -p.
func (r Rectangle) Sub(p Point) Rectangle { return Rectangle{r.Min.Sub(p), r.Max.Sub(p)} }

// Inset is r without n at each side. What is too small becomes empty, in the middle of r.
func (r Rectangle) Inset(n int) Rectangle {
	r.Min.X, r.Max.X = inset(r.Min.X, r.Max.X, n)
	r.Min.Y, r.Max.Y = inset(r.Min.Y, r.Max.Y, n)
	return r
}

func inset(from, to, n int) (int, int) {
	if to-from < 2*n {
		middle := (from + to) / 2
		return middle, middle
	}
	return from + n, to - n
}

// Intersect is what r and s share, the zero rectangle if that is nothing.
func (r Rectangle) Intersect(s Rectangle) Rectangle {
	r.Min = Point{max(r.Min.X, s.Min.X), max(r.Min.Y, s.Min.Y)}
	r.Max = Point{min(r.Max.X, s.Max.X), min(r.Max.Y, s.Max.Y)}
	if r.Empty() {
		return Rectangle{}
	}
	return r
}

// Union is the smallest rectangle with r and s.
func (r Rectangle) Union(s Rectangle) Rectangle {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	return Rectangle{Point{min(r.Min.X, s.Min.X), min(r.Min.Y, s.Min.Y)}, Point{max(r.Max.X, s.Max.X), max(r.Max.Y, s.Max.Y)}}
}

// Empty reports whether r has no points.
func (r Rectangle) Empty() bool { return r.Min.X >= r.Max.X || r.Min.Y >= r.Max.Y }

// Eq reports whether r and s have the same points.
func (r Rectangle) Eq(s Rectangle) bool { return r == s || r.Empty() && s.Empty() }

// Overlaps reports whether r and s share points.
func (r Rectangle) Overlaps(s Rectangle) bool {
	return !r.Empty() && !s.Empty() && r.Min.X < s.Max.X && s.Min.X < r.Max.X && r.Min.Y < s.Max.Y && s.Min.Y < r.Max.Y
}

// In reports whether all points of r are in s.
func (r Rectangle) In(s Rectangle) bool {
	return r.Empty() || s.Min.X <= r.Min.X && r.Max.X <= s.Max.X && s.Min.Y <= r.Min.Y && r.Max.Y <= s.Max.Y
}

// Canon is r with Min and Max exchanged where they are not in order.
func (r Rectangle) Canon() Rectangle { return Rect(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) }

// At is opaque in r and transparent elsewhere: a rectangle is an image.
func (r Rectangle) At(x, y int) color.Color {
	if (Point{x, y}.In(r)) {
		return color.Opaque
	}
	return color.Transparent
}

// RGBA64At is At as a color.RGBA64.
func (r Rectangle) RGBA64At(x, y int) color.RGBA64 {
	if (Point{x, y}.In(r)) {
		return color.RGBA64{0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF}
	}
	return color.RGBA64{}
}

// Bounds is r.
func (r Rectangle) Bounds() Rectangle { return r }

// ColorModel is that of Alpha16.
func (r Rectangle) ColorModel() color.Model { return color.Alpha16Model }

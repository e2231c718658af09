// Package palette has palettes that are often used.
package palette

import "image/color"

// WebSafe are the 216 colors of six steps of each part.
var WebSafe = newWebSafe()

func newWebSafe() []color.Color {
	p := make([]color.Color, 0, 216)
	for i := range 216 {
		p = append(p, color.RGBA{uint8(i / 36 * 51), uint8(i / 6 % 6 * 51), uint8(i % 6 * 51), 0xFF})
	}
	return p
}

// Plan9 are the 256 colors of Plan 9 (its manual, color(6)): four steps of each part, each with four values of brightness.
var Plan9 = newPlan9()

func newPlan9() []color.Color {
	p := make([]color.Color, 256)
	for i := range 256 {
		r, v, g, b := i>>6, i>>4&3, i>>2&3, i&3
		place := i&^15 | (i&15+v-r)&15
		greatest := max(r, g, b)
		if greatest == 0 {
			p[place] = color.RGBA{uint8(17 * v), uint8(17 * v), uint8(17 * v), 0xFF}
			continue
		}
		n := 17 * (4*greatest + v)
		p[place] = color.RGBA{uint8(r * n / greatest), uint8(g * n / greatest), uint8(b * n / greatest), 0xFF}
	}
	return p
}

package png

// Filters of rows (PNG specification, 9).
const (
	filterNone = iota
	filterSub
	filterUp
	filterAverage
	filterPaethType
	filterCount
)

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// paeth is the one of a (left), b (above) and c (above left) that is nearest to a + b - c.
func paeth(a, b, c uint8) uint8 {
	da, db := int(b)-int(c), int(a)-int(c)
	dc := abs(da + db)
	da, db = abs(da), abs(db)
	if da <= db && da <= dc {
		return a
	}
	if db <= dc {
		return b
	}
	return c
}

// filterPaeth undoes the filter of a row; pdat is the row above.
func filterPaeth(cdat, pdat []byte, bytesPerPixel int) {
	pdat = pdat[:len(cdat)]
	for i := range min(bytesPerPixel, len(cdat)) {
		cdat[i] += pdat[i]
	}
	for i := bytesPerPixel; i < len(cdat); i++ {
		cdat[i] += paeth(cdat[i-bytesPerPixel], pdat[i], pdat[i-bytesPerPixel])
	}
}

// unfilter undoes the filter of a row, and reports whether there is such a filter.
func unfilter(filter byte, row, above []byte, pixel int) bool {
	above = above[:len(row)]
	switch filter {
	case filterNone:
	case filterSub:
		for i := pixel; i < len(row); i++ {
			row[i] += row[i-pixel]
		}
	case filterUp:
		for i, c := range above {
			row[i] += c
		}
	case filterAverage:
		for i := range min(pixel, len(row)) {
			row[i] += above[i] / 2
		}
		for i := pixel; i < len(row); i++ {
			row[i] += uint8((int(row[i-pixel]) + int(above[i])) / 2)
		}
	case filterPaethType:
		filterPaeth(row, above, pixel)
	default:
		return false
	}
	return true
}

// filtered stores what a filter makes of a row in out, and returns the sum of the distances to 0, or what it has when it is at least limit.
func filtered(filter int, out, row, above []byte, pixel, limit int) (sum int) {
	out, above = out[:len(row)], above[:len(row)]
	for i, c := range row {
		var left, corner byte
		if i >= pixel {
			left, corner = row[i-pixel], above[i-pixel]
		}
		switch filter {
		case filterSub:
			c -= left
		case filterUp:
			c -= above[i]
		case filterAverage:
			c -= uint8((int(left) + int(above[i])) / 2)
		case filterPaethType:
			c -= paeth(left, above[i], corner)
		}
		out[i] = c
		if sum += abs(int(int8(c))); sum >= limit {
			return sum
		}
	}
	return sum
}

// Package tabwriter lines up columns of text: elastic tabstops (Gravgaard 2006).
package tabwriter

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// Flags of a Writer.
const (
	FilterHTML          uint = 1 << iota // HTML tags have no width, entities that of one character
	StripEscape                          // Escape bytes are not written
	AlignRight                           // padding is before the text
	DiscardEmptyColumns                  // columns of empty, \v-ended cells are left out
	TabIndent                            // leading empty cells are padded with tabs
	Debug                                // a bar between columns
)

// Escape brackets text that is written as it is.
const Escape = '\xff'

type cell struct {
	size  int  // bytes
	width int  // characters
	htab  bool // ended by \t rather than \v
}

// A Writer reads tab-ended cells and pads those of neighbouring lines that are in the same column to one width.
type Writer struct {
	output   io.Writer
	minWidth int
	tabWidth int
	padding  int
	padBytes [8]byte
	flags    uint

	text   []byte   // all cells
	lines  [][]cell // the last line is not finished
	cell   cell     // not finished
	pos    int      // where in text the width of cell is counted up to
	endBy  byte     // what ends the escaped text, tag or entity: Escape, '>' or ';'; 0 outside
	widths []int    // of the columns to the left
	err    error
}

// NewWriter is new(Writer).Init(…).
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets the least width of a cell with its padding, the width of a tab, the padding, its character (with '\t' cells
// are padded with tabs and aligned left) and flags.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	*b = Writer{output: output, minWidth: minwidth, tabWidth: tabwidth, padding: padding, flags: flags}
	for i := range b.padBytes {
		b.padBytes[i] = padchar
	}
	if padchar == '\t' {
		b.flags &^= AlignRight
	}
	b.reset()
	return b
}

func (b *Writer) reset() {
	b.text = b.text[:0]
	b.pos = 0
	b.cell = cell{}
	b.endBy = 0
	b.lines = append(b.lines[:0], nil)
	b.widths = b.widths[:0]
}

func (b *Writer) write(p []byte) {
	if b.err != nil || len(p) == 0 {
		return
	}
	n, err := b.output.Write(p)
	if n != len(p) && err == nil {
		err = io.ErrShortWrite
	}
	b.err = err
}

func (b *Writer) writeN(p []byte, n int) {
	for n > len(p) {
		b.write(p)
		n -= len(p)
	}
	b.write(p[:n])
}

// pad writes padding after text of the given width up to the cell's.
func (b *Writer) pad(textWidth, cellWidth int, useTabs bool) {
	if b.padBytes[0] == '\t' || useTabs {
		if b.tabWidth == 0 {
			return
		}
		cellWidth = (cellWidth + b.tabWidth - 1) / b.tabWidth * b.tabWidth
		n := cellWidth - textWidth
		if n < 0 {
			panic("internal error")
		}
		b.writeN([]byte("\t\t\t\t\t\t\t\t"), (n+b.tabWidth-1)/b.tabWidth)
		return
	}
	b.writeN(b.padBytes[:], cellWidth-textWidth)
}

// writeLines writes lines from text[pos:] with the widths that are known and returns where it ended.
func (b *Writer) writeLines(pos, from, to int) int {
	for i := from; i < to; i++ {
		line := b.lines[i]
		useTabs := b.flags&TabIndent != 0
		for j, c := range line {
			if j > 0 && b.flags&Debug != 0 {
				b.write([]byte{'|'})
			}
			if c.size == 0 {
				if j < len(b.widths) {
					b.pad(c.width, b.widths[j], useTabs)
				}
				continue
			}
			useTabs = false
			if b.flags&AlignRight != 0 && j < len(b.widths) {
				b.pad(c.width, b.widths[j], false)
			}
			b.write(b.text[pos : pos+c.size])
			pos += c.size
			if b.flags&AlignRight == 0 && j < len(b.widths) {
				b.pad(c.width, b.widths[j], false)
			}
		}
		if i+1 == len(b.lines) {
			// The unfinished last cell has no padding.
			b.write(b.text[pos : pos+b.cell.size])
			pos += b.cell.size
		} else {
			b.write([]byte{'\n'})
		}
	}
	return pos
}

// format writes lines, column by column: a block of neighbouring lines that have a cell in the column after those whose
// widths are known gets the width of the widest one.
func (b *Writer) format(pos, from, to int) int {
	column := len(b.widths)
	for at := from; at < to; at++ {
		if column >= len(b.lines[at])-1 {
			continue // the last cell of a line is in no column
		}
		pos = b.writeLines(pos, from, at)
		from = at
		width := b.minWidth
		discard := true
		for ; at < to; at++ {
			line := b.lines[at]
			if column >= len(line)-1 {
				break
			}
			c := line[column]
			width = max(width, c.width+b.padding)
			if c.width > 0 || c.htab {
				discard = false
			}
		}
		if discard && b.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		b.widths = append(b.widths, width)
		pos = b.format(pos, from, at)
		b.widths = b.widths[:column]
		from = at
		at--
	}
	return b.writeLines(pos, from, to)
}

func (b *Writer) updateWidth() {
	b.cell.width += utf8.RuneCount(b.text[b.pos:])
	b.pos = len(b.text)
}

func (b *Writer) startEscape(c byte) {
	switch c {
	case Escape:
		b.endBy = Escape
	case '<':
		b.endBy = '>'
	case '&':
		b.endBy = ';'
	}
}

func (b *Writer) endEscape() {
	switch b.endBy {
	case Escape:
		b.updateWidth()
		if b.flags&StripEscape == 0 {
			b.cell.width -= 2 // the two Escape bytes
		}
	case ';':
		b.cell.width++ // one character
	}
	b.pos = len(b.text)
	b.endBy = 0
}

// endCell returns the number of cells of the line.
func (b *Writer) endCell(htab bool) int {
	b.cell.htab = htab
	last := &b.lines[len(b.lines)-1]
	*last = append(*last, b.cell)
	b.cell = cell{}
	return len(*last)
}

func (b *Writer) appendText(p []byte) {
	b.text = append(b.text, p...)
	b.cell.size += len(p)
}

// Flush writes all that was held back; text that is escaped and not finished counts as finished.
func (b *Writer) Flush() error {
	defer namePanic("Flush")
	err := b.err
	if err == nil {
		if b.cell.size > 0 {
			if b.endBy != 0 {
				b.endEscape()
			}
			b.endCell(false)
		}
		b.format(0, 0, len(b.lines))
		err = b.err
	}
	b.reset()
	if err == nil {
		b.err = nil
	}
	return err
}

// namePanic has a panic of the writer below say what was going on.
func namePanic(op string) {
	if problem := recover(); problem != nil {
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", op, problem))
	}
}

// Write takes text. Cells end with \t or \v, lines with \n, and \f ends a line and all columns.
func (b *Writer) Write(buf []byte) (n int, err error) {
	defer namePanic("Write")
	for i, c := range buf {
		if b.endBy != 0 {
			if c == b.endBy {
				b.appendText(buf[n : i+1])
				if c == Escape && b.flags&StripEscape != 0 {
					b.text = b.text[:len(b.text)-1]
					b.cell.size--
				}
				n = i + 1
				b.endEscape()
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			b.appendText(buf[n:i])
			b.updateWidth()
			n = i + 1
			cells := b.endCell(c == '\t')
			if c == '\n' || c == '\f' {
				b.lines = append(b.lines, nil)
				// A line of one cell ends all columns: nothing that follows can change what is before.
				if c == '\f' || cells == 1 {
					b.format(0, 0, len(b.lines))
					b.resetKeepingError()
					if c == '\f' && b.flags&Debug != 0 {
						b.write([]byte("---\n"))
					}
				}
			}
		case Escape:
			b.appendText(buf[n:i])
			b.updateWidth()
			n = i
			if b.flags&StripEscape != 0 {
				n++
			}
			b.startEscape(c)
		case '<', '&':
			if b.flags&FilterHTML != 0 {
				b.appendText(buf[n:i])
				b.updateWidth()
				n = i
				b.startEscape(c)
			}
		}
		if b.err != nil {
			return n, b.err
		}
	}
	b.appendText(buf[n:])
	return len(buf), nil
}

func (b *Writer) resetKeepingError() {
	err := b.err
	b.reset()
	b.err = err
}

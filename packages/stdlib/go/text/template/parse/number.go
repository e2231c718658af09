package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// A NumberNode is a numerical constant, with a value for each kind of type that can have it.
type NumberNode struct {
	NodeType
	Pos
	tr         *Tree
	IsInt      bool
	IsUint     bool
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string // as in the template
}

func (n *NumberNode) tree() *Tree                { return n.tr }
func (n *NumberNode) String() string             { return n.Text }
func (n *NumberNode) writeTo(b *strings.Builder) { b.WriteString(n.Text) }

// Copy returns a copy.
func (n *NumberNode) Copy() Node {
	copied := *n
	return &copied
}

// newNumber converts the text of a character, number or complex item.
func (t *Tree) newNumber(pos Pos, text string, typ itemType) (*NumberNode, error) {
	n := &NumberNode{NodeType: NodeNumber, Pos: pos, tr: t, Text: text}
	if typ == itemCharConstant {
		r, _, tail, err := strconv.UnquoteChar(text[1:], text[0])
		if err != nil {
			return nil, err
		}
		if tail != "'" {
			return nil, fmt.Errorf("malformed character constant: %s", text)
		}
		n.setInt(int64(r))
		n.IsFloat, n.Float64 = true, float64(r)
		return n, nil
	}
	if typ == itemComplex || strings.HasSuffix(text, "i") {
		if c, ok := complexOf(text, typ); ok {
			n.setComplex(c)
			return n, nil
		}
		if typ == itemComplex {
			return nil, fmt.Errorf("illegal number syntax: %q", text)
		}
	}
	if u, err := strconv.ParseUint(text, 0, 64); err == nil {
		n.IsUint, n.Uint64 = true, u
	}
	if i, err := strconv.ParseInt(text, 0, 64); err == nil {
		n.IsInt, n.Int64 = true, i
		n.IsUint = n.IsUint || i == 0
	}
	switch {
	case n.IsInt:
		n.IsFloat, n.Float64 = true, float64(n.Int64)
	case n.IsUint:
		n.IsFloat, n.Float64 = true, float64(n.Uint64)
	default:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil, fmt.Errorf("illegal number syntax: %q", text)
		}
		if !strings.ContainsAny(text, ".eEpP") {
			return nil, fmt.Errorf("integer overflow: %q", text)
		}
		n.setFloat(f)
	}
	return n, nil
}

// complexOf returns the value of an imaginary number, or of a sum with one.
func complexOf(text string, typ itemType) (complex128, bool) {
	real := 0.0
	if typ == itemComplex {
		at := signOfSum(text)
		r, err := strconv.ParseFloat(text[:at], 64)
		if err != nil {
			return 0, false
		}
		real, text = r, text[at:]
	}
	imag, err := strconv.ParseFloat(strings.TrimSuffix(text, "i"), 64)
	return complex(real, imag), err == nil
}

// signOfSum returns where the second number of a sum begins: at a sign that is neither the first character nor that of an exponent.
// Without one it is the end of the first number, 0.
func signOfSum(text string) int {
	exponent := "eE"
	if digits := strings.TrimLeft(text, "+-"); strings.HasPrefix(digits, "0x") || strings.HasPrefix(digits, "0X") {
		exponent = "pP"
	}
	for i := 1; i < len(text); i++ {
		if (text[i] == '+' || text[i] == '-') && strings.IndexByte(exponent, text[i-1]) < 0 {
			return i
		}
	}
	return 0
}

func (n *NumberNode) setInt(i int64) {
	n.IsInt, n.Int64 = true, i
	if i >= 0 {
		n.IsUint, n.Uint64 = true, uint64(i)
	}
}

// setFloat sets the value, and those of integers if it is one.
func (n *NumberNode) setFloat(f float64) {
	n.IsFloat, n.Float64 = true, f
	if -1<<63 <= f && f < 1<<63 && float64(int64(f)) == f {
		n.IsInt, n.Int64 = true, int64(f)
	}
	if 0 <= f && f < 1<<64 && float64(uint64(f)) == f {
		n.IsUint, n.Uint64 = true, uint64(f)
	}
}

func (n *NumberNode) setComplex(c complex128) {
	n.IsComplex, n.Complex128 = true, c
	if imag(c) == 0 {
		n.setFloat(real(c))
	}
}

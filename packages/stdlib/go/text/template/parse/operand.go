package parse

import "strings"

// An IdentifierNode is the name of a function.
type IdentifierNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident string
}

// NewIdentifier returns a node for the name of a function.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{NodeType: NodeIdentifier, Ident: ident}
}

// SetPos sets the position, and returns the node.
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	i.Pos = pos
	return i
}

// SetTree sets the tree, and returns the node.
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	i.tr = t
	return i
}

func (i *IdentifierNode) tree() *Tree                { return i.tr }
func (i *IdentifierNode) String() string             { return i.Ident }
func (i *IdentifierNode) writeTo(b *strings.Builder) { b.WriteString(i.Ident) }

// Copy returns a copy.
func (i *IdentifierNode) Copy() Node { return NewIdentifier(i.Ident).SetTree(i.tr).SetPos(i.Pos) }

// A VariableNode is a variable, with fields of it. The dollar is part of the first name.
type VariableNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string
}

func (t *Tree) newVariable(pos Pos, name string) *VariableNode {
	return &VariableNode{NodeVariable, pos, t, strings.Split(name, ".")}
}

func (v *VariableNode) tree() *Tree    { return v.tr }
func (v *VariableNode) String() string { return text(v) }

func (v *VariableNode) writeTo(b *strings.Builder) {
	for i, name := range v.Ident {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(name)
	}
}

// Copy returns a deep copy.
func (v *VariableNode) Copy() Node {
	return &VariableNode{NodeVariable, v.Pos, v.tr, append([]string{}, v.Ident...)}
}

// A DotNode is the cursor, dot.
type DotNode struct {
	NodeType
	Pos
	tr *Tree
}

// Type returns NodeDot.
func (d *DotNode) Type() NodeType             { return NodeDot }
func (d *DotNode) tree() *Tree                { return d.tr }
func (d *DotNode) String() string             { return "." }
func (d *DotNode) writeTo(b *strings.Builder) { b.WriteByte('.') }

// Copy returns a copy.
func (d *DotNode) Copy() Node {
	copied := *d
	return &copied
}

// A NilNode is the constant nil, which has no type.
type NilNode struct {
	NodeType
	Pos
	tr *Tree
}

// Type returns NodeNil.
func (n *NilNode) Type() NodeType             { return NodeNil }
func (n *NilNode) tree() *Tree                { return n.tr }
func (n *NilNode) String() string             { return "nil" }
func (n *NilNode) writeTo(b *strings.Builder) { b.WriteString("nil") }

// Copy returns a copy.
func (n *NilNode) Copy() Node {
	copied := *n
	return &copied
}

// A FieldNode is a field of dot, with fields of it. The names are without dots.
type FieldNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string
}

func (t *Tree) newField(pos Pos, name string) *FieldNode {
	return &FieldNode{NodeField, pos, t, strings.Split(name[1:], ".")}
}

func (f *FieldNode) tree() *Tree    { return f.tr }
func (f *FieldNode) String() string { return text(f) }

func (f *FieldNode) writeTo(b *strings.Builder) { writeFields(b, f.Ident) }

func writeFields(b *strings.Builder, names []string) {
	for _, name := range names {
		b.WriteByte('.')
		b.WriteString(name)
	}
}

// Copy returns a deep copy.
func (f *FieldNode) Copy() Node {
	return &FieldNode{NodeField, f.Pos, f.tr, append([]string{}, f.Ident...)}
}

// A ChainNode is fields of a term. The names are without dots.
type ChainNode struct {
	NodeType
	Pos
	tr    *Tree
	Node  Node
	Field []string
}

// Add appends a field, whose name begins with a dot.
func (c *ChainNode) Add(field string) {
	if field == "" || field[0] != '.' {
		panic("no dot in field")
	}
	if field == "." {
		panic("empty field")
	}
	c.Field = append(c.Field, field[1:])
}

func (c *ChainNode) tree() *Tree    { return c.tr }
func (c *ChainNode) String() string { return text(c) }

func (c *ChainNode) writeTo(b *strings.Builder) {
	writeOperand(b, c.Node)
	writeFields(b, c.Field)
}

// Copy returns a copy that shares the term.
func (c *ChainNode) Copy() Node {
	return &ChainNode{NodeChain, c.Pos, c.tr, c.Node, append([]string{}, c.Field...)}
}

// A BoolNode is a boolean constant.
type BoolNode struct {
	NodeType
	Pos
	tr   *Tree
	True bool
}

func (b *BoolNode) tree() *Tree { return b.tr }

func (b *BoolNode) String() string {
	if b.True {
		return "true"
	}
	return "false"
}

func (b *BoolNode) writeTo(to *strings.Builder) { to.WriteString(b.String()) }

// Copy returns a copy.
func (b *BoolNode) Copy() Node {
	copied := *b
	return &copied
}

// A StringNode is a string constant.
type StringNode struct {
	NodeType
	Pos
	tr     *Tree
	Quoted string // as in the template
	Text   string // without quotes
}

func (s *StringNode) tree() *Tree                { return s.tr }
func (s *StringNode) String() string             { return s.Quoted }
func (s *StringNode) writeTo(b *strings.Builder) { b.WriteString(s.Quoted) }

// Copy returns a copy.
func (s *StringNode) Copy() Node {
	copied := *s
	return &copied
}

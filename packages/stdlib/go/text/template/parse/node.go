// Package parse builds parse trees for templates as defined by text/template and html/template.
package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// textFormat is how a TextNode writes itself.
var textFormat = "%s"

// A Node is an element of a parse tree.
type Node interface {
	Type() NodeType
	String() string
	// Copy returns a deep copy.
	Copy() Node
	Position() Pos
	// tree returns the tree that the node was made for.
	tree() *Tree
	writeTo(*strings.Builder)
}

// A NodeType is a kind of node.
type NodeType int

// A Pos is where a node begins in the text of the template, in bytes.
type Pos int

// Position returns itself, for the nodes that embed it.
func (p Pos) Position() Pos { return p }

// Type returns itself, for the nodes that embed it.
func (t NodeType) Type() NodeType { return t }

// The kinds of nodes.
const (
	NodeText    NodeType = iota // text outside of actions
	NodeAction                  // an action without control
	NodeBool                    // a boolean constant
	NodeChain                   // fields of a term
	NodeCommand                 // an element of a pipeline
	NodeDot                     // the cursor, dot
	nodeElse
	nodeEnd
	NodeField      // a field or method of dot
	NodeIdentifier // the name of a function
	NodeIf         // an if action
	NodeList       // a list of nodes
	NodeNil        // the constant nil
	NodeNumber     // a numerical constant
	NodePipe       // a pipeline of commands
	NodeRange      // a range action
	NodeString     // a string constant
	NodeTemplate   // a template action
	NodeVariable   // a variable
	NodeWith       // a with action
	NodeComment    // a comment
	NodeBreak      // a break action
	NodeContinue   // a continue action
)

// text returns what a node writes.
func text(n Node) string {
	var b strings.Builder
	n.writeTo(&b)
	return b.String()
}

// A ListNode is a sequence of nodes.
type ListNode struct {
	NodeType
	Pos
	tr    *Tree
	Nodes []Node
}

func (t *Tree) newList(pos Pos) *ListNode { return &ListNode{NodeType: NodeList, Pos: pos, tr: t} }

func (l *ListNode) append(n Node) { l.Nodes = append(l.Nodes, n) }
func (l *ListNode) tree() *Tree   { return l.tr }

func (l *ListNode) String() string { return text(l) }

func (l *ListNode) writeTo(b *strings.Builder) {
	for _, n := range l.Nodes {
		n.writeTo(b)
	}
}

// CopyList is Copy with its own type; that of nil is nil.
func (l *ListNode) CopyList() *ListNode {
	if l == nil {
		return nil
	}
	copied := l.tr.newList(l.Pos)
	for _, n := range l.Nodes {
		copied.append(n.Copy())
	}
	return copied
}

// Copy returns a deep copy.
func (l *ListNode) Copy() Node { return l.CopyList() }

// A TextNode is text outside of actions.
type TextNode struct {
	NodeType
	Pos
	tr   *Tree
	Text []byte
}

func (t *TextNode) tree() *Tree                { return t.tr }
func (t *TextNode) String() string             { return fmt.Sprintf(textFormat, t.Text) }
func (t *TextNode) writeTo(b *strings.Builder) { b.WriteString(t.String()) }

// Copy returns a deep copy.
func (t *TextNode) Copy() Node {
	return &TextNode{NodeText, t.Pos, t.tr, append([]byte{}, t.Text...)}
}

// A CommentNode is a comment, delimiters of comments included.
type CommentNode struct {
	NodeType
	Pos
	tr   *Tree
	Text string
}

func (c *CommentNode) tree() *Tree    { return c.tr }
func (c *CommentNode) String() string { return text(c) }

func (c *CommentNode) writeTo(b *strings.Builder) {
	b.WriteString("{{")
	b.WriteString(c.Text)
	b.WriteString("}}")
}

// Copy returns a copy.
func (c *CommentNode) Copy() Node {
	copied := *c
	return &copied
}

// A PipeNode is a pipeline, with the variables that it declares or assigns.
type PipeNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int             // Deprecated: kept for compatibility.
	IsAssign bool            // the variables are assigned, not declared
	Decl     []*VariableNode // in order
	Cmds     []*CommandNode  // in order
}

func (p *PipeNode) tree() *Tree    { return p.tr }
func (p *PipeNode) String() string { return text(p) }

func (p *PipeNode) writeTo(b *strings.Builder) {
	for i, v := range p.Decl {
		if i > 0 {
			b.WriteString(", ")
		}
		v.writeTo(b)
	}
	switch {
	case len(p.Decl) > 0 && p.IsAssign:
		b.WriteString(" = ")
	case len(p.Decl) > 0:
		b.WriteString(" := ")
	}
	for i, c := range p.Cmds {
		if i > 0 {
			b.WriteString(" | ")
		}
		c.writeTo(b)
	}
}

// CopyPipe is Copy with its own type; that of nil is nil.
func (p *PipeNode) CopyPipe() *PipeNode {
	if p == nil {
		return nil
	}
	copied := &PipeNode{NodeType: NodePipe, Pos: p.Pos, tr: p.tr, Line: p.Line, IsAssign: p.IsAssign}
	for _, v := range p.Decl {
		copied.Decl = append(copied.Decl, v.Copy().(*VariableNode))
	}
	for _, c := range p.Cmds {
		copied.Cmds = append(copied.Cmds, c.Copy().(*CommandNode))
	}
	return copied
}

// Copy returns a deep copy.
func (p *PipeNode) Copy() Node { return p.CopyPipe() }

// An ActionNode is an action without control: a pipeline.
type ActionNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int // Deprecated: kept for compatibility.
	Pipe *PipeNode
}

func (a *ActionNode) tree() *Tree    { return a.tr }
func (a *ActionNode) String() string { return text(a) }

func (a *ActionNode) writeTo(b *strings.Builder) {
	b.WriteString("{{")
	a.Pipe.writeTo(b)
	b.WriteString("}}")
}

// Copy returns a deep copy.
func (a *ActionNode) Copy() Node {
	return &ActionNode{NodeAction, a.Pos, a.tr, a.Line, a.Pipe.CopyPipe()}
}

// A CommandNode is a command of a pipeline.
type CommandNode struct {
	NodeType
	Pos
	tr   *Tree
	Args []Node
}

func (c *CommandNode) tree() *Tree    { return c.tr }
func (c *CommandNode) String() string { return text(c) }

func (c *CommandNode) writeTo(b *strings.Builder) {
	for i, arg := range c.Args {
		if i > 0 {
			b.WriteByte(' ')
		}
		writeOperand(b, arg)
	}
}

// writeOperand writes a node, a pipeline in parentheses.
func writeOperand(b *strings.Builder, n Node) {
	if pipe, ok := n.(*PipeNode); ok {
		b.WriteByte('(')
		pipe.writeTo(b)
		b.WriteByte(')')
		return
	}
	n.writeTo(b)
}

// Copy returns a deep copy.
func (c *CommandNode) Copy() Node {
	if c == nil {
		return c
	}
	copied := &CommandNode{NodeType: NodeCommand, Pos: c.Pos, tr: c.tr}
	for _, arg := range c.Args {
		copied.Args = append(copied.Args, arg.Copy())
	}
	return copied
}

// A TemplateNode is a template action.
type TemplateNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int       // Deprecated: kept for compatibility.
	Name string    // without quotes
	Pipe *PipeNode // what becomes dot; nil: nothing
}

func (t *TemplateNode) tree() *Tree    { return t.tr }
func (t *TemplateNode) String() string { return text(t) }

func (t *TemplateNode) writeTo(b *strings.Builder) {
	b.WriteString("{{template ")
	b.WriteString(strconv.Quote(t.Name))
	if t.Pipe != nil {
		b.WriteByte(' ')
		t.Pipe.writeTo(b)
	}
	b.WriteString("}}")
}

// Copy returns a deep copy.
func (t *TemplateNode) Copy() Node {
	return &TemplateNode{NodeTemplate, t.Pos, t.tr, t.Line, t.Name, t.Pipe.CopyPipe()}
}

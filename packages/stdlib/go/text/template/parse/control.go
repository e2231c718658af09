package parse

import "strings"

// A BranchNode is what if, range and with have in common.
type BranchNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int       // Deprecated: kept for compatibility.
	Pipe     *PipeNode // what is decided by
	List     *ListNode // for a value that is not empty
	ElseList *ListNode // for an empty value; nil: nothing
}

func (b *BranchNode) tree() *Tree    { return b.tr }
func (b *BranchNode) String() string { return text(b) }

func (b *BranchNode) writeTo(to *strings.Builder) {
	switch b.NodeType {
	case NodeIf:
		to.WriteString("{{if ")
	case NodeRange:
		to.WriteString("{{range ")
	case NodeWith:
		to.WriteString("{{with ")
	default:
		panic("unknown branch type")
	}
	b.Pipe.writeTo(to)
	to.WriteString("}}")
	b.List.writeTo(to)
	if b.ElseList != nil {
		to.WriteString("{{else}}")
		b.ElseList.writeTo(to)
	}
	to.WriteString("{{end}}")
}

func (b *BranchNode) copied() BranchNode {
	return BranchNode{b.NodeType, b.Pos, b.tr, b.Line, b.Pipe.CopyPipe(), b.List.CopyList(), b.ElseList.CopyList()}
}

// Copy returns a deep copy, of the type of the action.
func (b *BranchNode) Copy() Node {
	switch b.NodeType {
	case NodeIf:
		return &IfNode{b.copied()}
	case NodeRange:
		return &RangeNode{b.copied()}
	case NodeWith:
		return &WithNode{b.copied()}
	}
	panic("unknown branch type")
}

// An IfNode is an if action.
type IfNode struct {
	BranchNode
}

// Copy returns a deep copy.
func (i *IfNode) Copy() Node { return &IfNode{i.copied()} }

// A RangeNode is a range action.
type RangeNode struct {
	BranchNode
}

// Copy returns a deep copy.
func (r *RangeNode) Copy() Node { return &RangeNode{r.copied()} }

// A WithNode is a with action.
type WithNode struct {
	BranchNode
}

// Copy returns a deep copy.
func (w *WithNode) Copy() Node { return &WithNode{w.copied()} }

// A BreakNode is a break action.
type BreakNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (b *BreakNode) tree() *Tree                 { return b.tr }
func (b *BreakNode) String() string              { return "{{break}}" }
func (b *BreakNode) writeTo(to *strings.Builder) { to.WriteString("{{break}}") }

// Copy returns a copy.
func (b *BreakNode) Copy() Node {
	copied := *b
	return &copied
}

// A ContinueNode is a continue action.
type ContinueNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (c *ContinueNode) tree() *Tree                { return c.tr }
func (c *ContinueNode) String() string             { return "{{continue}}" }
func (c *ContinueNode) writeTo(b *strings.Builder) { b.WriteString("{{continue}}") }

// Copy returns a copy.
func (c *ContinueNode) Copy() Node {
	copied := *c
	return &copied
}

// A markNode is what ends a list: an else or an end action. No tree has one.
type markNode struct {
	NodeType
	Pos
	tr *Tree
}

func (m *markNode) tree() *Tree    { return m.tr }
func (m *markNode) String() string { return text(m) }

func (m *markNode) writeTo(b *strings.Builder) {
	if m.NodeType == nodeElse {
		b.WriteString("{{else}}")
	} else {
		b.WriteString("{{end}}")
	}
}

// Copy returns a copy.
func (m *markNode) Copy() Node {
	copied := *m
	return &copied
}

// IsEmptyTree reports whether a tree has nothing but space and comments.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		if n != nil {
			for _, node := range n.Nodes {
				if !IsEmptyTree(node) {
					return false
				}
			}
		}
		return true
	case *TextNode:
		return strings.TrimSpace(string(n.Text)) == ""
	case *ActionNode, *IfNode, *RangeNode, *WithNode, *TemplateNode, *BreakNode, *ContinueNode:
		return false
	}
	panic("unknown node: " + n.String())
}

package parse

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// A Tree is a parsed template.
type Tree struct {
	Name      string    // of the template
	ParseName string    // of the template whose text it is part of, for messages
	Root      *ListNode // what it has
	Mode      Mode

	text       string
	funcs      []map[string]any
	src        *source
	vars       []string
	treeSet    map[string]*Tree
	actionLine int // where the action begins; 0: outside
	rangeDepth int
	depth      int // of parentheses
}

// maxStackDepth limits parentheses.
var maxStackDepth = 1000

// A Mode is flags that change what the parser does.
type Mode uint

const (
	ParseComments Mode = 1 << iota // the tree has comments, too
	SkipFuncCheck                  // functions need not be defined
)

// A source is the items of a text; a template and those that it defines share it.
type source struct {
	lex   *lexer
	items []item // those of the action
	next  int
	line  int // where the last item begins that was looked at
}

// Copy returns a copy without the state of parsing.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text}
}

// Parse parses a template and returns those that its text has by their names, its own included. An empty delimiter is the default one.
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	treeSet := make(map[string]*Tree)
	_, err := New(name).Parse(text, leftDelim, rightDelim, treeSet, funcs...)
	return treeSet, err
}

// New returns an empty tree.
func New(name string, funcs ...map[string]any) *Tree { return &Tree{Name: name, funcs: funcs} }

// Parse parses a text, and adds the templates that it has to treeSet.
func (t *Tree) Parse(text, leftDelim, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	defer func() {
		r := recover()
		t.stop()
		if r == nil {
			return
		}
		if _, fault := r.(runtime.Error); fault {
			panic(r)
		}
		tree, err = nil, r.(error)
	}()
	t.ParseName = t.Name
	lexer := lex(t.Name, text, leftDelim, rightDelim)
	t.text = text
	t.start(funcs, &source{lex: lexer}, treeSet)
	lexer.options = lexOptions{
		emitComment: t.Mode&ParseComments != 0,
		breakOK:     !t.hasFunction("break"),
		continueOK:  !t.hasFunction("continue"),
	}
	t.parse()
	t.add()
	return t, nil
}

func (t *Tree) start(funcs []map[string]any, src *source, treeSet map[string]*Tree) {
	t.Root = nil
	t.src = src
	t.vars = []string{"$"}
	t.actionLine, t.rangeDepth, t.depth = 0, 0, 0
	t.funcs = funcs
	t.treeSet = treeSet
}

func (t *Tree) stop() {
	t.src = nil
	t.vars = nil
	t.funcs = nil
	t.treeSet = nil
}

// nested returns a tree for a template within the text.
func (t *Tree) nested(name string) *Tree {
	nested := &Tree{Name: name, ParseName: t.ParseName, Mode: t.Mode, text: t.text}
	nested.start(t.funcs, t.src, t.treeSet)
	return nested
}

// add adds the tree to the set. What is empty replaces nothing.
func (t *Tree) add() {
	defined := t.treeSet[t.Name]
	if defined == nil || IsEmptyTree(defined.Root) {
		t.treeSet[t.Name] = t
		return
	}
	if !IsEmptyTree(t.Root) {
		t.errorf("template: multiple definition of template %q", t.Name)
	}
}

// ErrorContext returns where a node is, and its text. The receiver counts only for a node that knows no tree.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	tree := n.tree()
	if tree == nil {
		tree = t
	}
	before := tree.text[:n.Position()]
	line := 1 + strings.Count(before, "\n")
	column := len(before) - (strings.LastIndexByte(before, '\n') + 1)
	return fmt.Sprintf("%s:%d:%d", tree.ParseName, line, column), n.String()
}

// errorf ends the parsing with an error.
func (t *Tree) errorf(format string, args ...any) {
	t.Root = nil
	panic(fmt.Errorf("template: %s:%d: %s", t.ParseName, t.src.line, fmt.Sprintf(format, args...)))
}

func (t *Tree) error(err error) { t.errorf("%s", err) }

// unexpected ends the parsing at an item that cannot be there.
func (t *Tree) unexpected(i item, context string) {
	if i.typ != itemError {
		t.errorf("unexpected %s in %s", i, context)
	}
	message := i.val
	if t.actionLine != 0 && t.actionLine != i.line {
		within := fmt.Sprintf(" in action started at %s:%d", t.ParseName, t.actionLine)
		if strings.HasSuffix(message, " action") {
			within = within[len(" in action"):]
		}
		message += within
	}
	t.errorf("%s", message)
}

// peek returns the next item without passing it.
func (t *Tree) peek() item {
	s := t.src
	if s.next == len(s.items) {
		i := s.lex.nextItem()
		s.items = append(s.items, i)
		s.line = i.line
	}
	return s.items[s.next]
}

// next passes an item.
func (t *Tree) next() item {
	i := t.peek()
	t.src.next++
	return i
}

// peekNonSpace passes space and returns the item after it.
func (t *Tree) peekNonSpace() item {
	i := t.peek()
	if i.typ == itemSpace {
		t.src.next++
		i = t.peek()
	}
	return i
}

// nextNonSpace passes space and an item.
func (t *Tree) nextNonSpace() item {
	i := t.peekNonSpace()
	t.src.next++
	return i
}

// backup goes back by one item.
func (t *Tree) backup() { t.src.next-- }

// forget leaves out the items that were passed.
func (t *Tree) forget() {
	s := t.src
	if s.next == len(s.items) {
		s.items, s.next = s.items[:0], 0
	}
}

// expect passes an item that must be of a kind.
func (t *Tree) expect(expected itemType, context string) item {
	i := t.nextNonSpace()
	if i.typ != expected {
		t.unexpected(i, context)
	}
	return i
}

// name passes the name of a template and returns it without quotes.
func (t *Tree) name(context string) item {
	i := t.nextNonSpace()
	if i.typ != itemString && i.typ != itemRawString {
		t.unexpected(i, context)
	}
	name, err := strconv.Unquote(i.val)
	if err != nil {
		t.error(err)
	}
	i.val = name
	return i
}

func (t *Tree) hasFunction(name string) bool {
	for _, funcs := range t.funcs {
		if funcs[name] != nil {
			return true
		}
	}
	return false
}

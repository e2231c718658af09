// Package template makes text from templates and data.
package template

import (
	"maps"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"
)

// common is what associated templates share.
type common struct {
	tmpl       map[string]*Template
	muTmpl     sync.RWMutex // of tmpl
	missingKey missingKeyAction
	muFuncs    sync.RWMutex // of parseFuncs and execFuncs
	parseFuncs FuncMap
	execFuncs  map[string]reflect.Value
}

// A Template is a parsed template. Its tree is for html/template.
type Template struct {
	name string
	*parse.Tree
	*common
	leftDelim  string
	rightDelim string
}

// New returns a template without definition.
func New(name string) *Template {
	t := &Template{name: name}
	t.init()
	return t
}

// init makes what associated templates share, if it is missing.
func (t *Template) init() {
	if t.common == nil {
		t.common = &common{tmpl: make(map[string]*Template), parseFuncs: make(FuncMap), execFuncs: make(map[string]reflect.Value)}
	}
}

// Name returns the name.
func (t *Template) Name() string { return t.name }

// New returns a template without definition that is associated with t, and has its delimiters.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, common: t.common, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
}

// Clone returns a copy of a template and of those that are associated with it; they share trees.
func (t *Template) Clone() (*Template, error) {
	copied := &Template{name: t.name, Tree: t.Tree, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
	copied.init()
	if t.common == nil {
		return copied, nil
	}
	copied.missingKey = t.missingKey
	t.muTmpl.RLock()
	defer t.muTmpl.RUnlock()
	for name, other := range t.tmpl {
		if name == t.name {
			copied.tmpl[name] = copied
			continue
		}
		copied.tmpl[name] = &Template{
			name: other.name, Tree: other.Tree, common: copied.common, leftDelim: other.leftDelim, rightDelim: other.rightDelim,
		}
	}
	t.muFuncs.RLock()
	defer t.muFuncs.RUnlock()
	maps.Copy(copied.parseFuncs, t.parseFuncs)
	maps.Copy(copied.execFuncs, t.execFuncs)
	return copied, nil
}

// AddParseTree defines a template of some name, t itself or one that is associated with it, and returns it.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	defined := t
	if name != t.name {
		defined = t.New(name)
	}
	if t.associate(defined, tree) || defined.Tree == nil {
		defined.Tree = tree
	}
	return defined, nil
}

// associate makes a template the one of its name, and reports whether the tree is its definition: what is empty replaces none.
func (t *Template) associate(defined *Template, tree *parse.Tree) bool {
	t.muTmpl.Lock()
	defer t.muTmpl.Unlock()
	if old := t.tmpl[defined.name]; old != nil && old.Tree != nil && parse.IsEmptyTree(tree.Root) {
		return false
	}
	t.tmpl[defined.name] = defined
	return true
}

// Templates returns the templates that are associated with t, itself included, as far as they are defined.
func (t *Template) Templates() []*Template {
	if t.common == nil {
		return nil
	}
	t.muTmpl.RLock()
	defer t.muTmpl.RUnlock()
	all := make([]*Template, 0, len(t.tmpl))
	for _, other := range t.tmpl {
		all = append(all, other)
	}
	return all
}

// Delims sets the delimiters of actions; an empty one is {{ or }}.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.leftDelim, t.rightDelim = left, right
	return t
}

// Funcs adds functions for templates that are parsed later. It panics for what is none.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.init()
	t.muFuncs.Lock()
	defer t.muFuncs.Unlock()
	addFuncs(t.execFuncs, funcMap)
	maps.Copy(t.parseFuncs, funcMap)
	return t
}

// Lookup returns the template of a name that is associated with t; nil: there is none.
func (t *Template) Lookup(name string) *Template {
	if t.common == nil {
		return nil
	}
	t.muTmpl.RLock()
	defer t.muTmpl.RUnlock()
	return t.tmpl[name]
}

// Parse makes a text the definition of t, and adds those that the text has. A text with nothing but space and comments replaces none.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.muFuncs.RLock()
	trees, err := parse.Parse(t.name, text, t.leftDelim, t.rightDelim, t.parseFuncs, builtins())
	t.muFuncs.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// A missingKeyAction is what is done for a key that a map lacks.
type missingKeyAction int

const (
	missingInvalid missingKeyAction = iota // there is no value
	missingZero                            // it is the zero value
	missingError
)

// Option sets options: missingkey=default, missingkey=invalid, missingkey=zero or missingkey=error. It panics for others.
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, option := range opt {
		if option == "" {
			panic("empty option string")
		}
		switch strings.TrimPrefix(option, "missingkey=") {
		case option:
			panic("unrecognized option: " + option)
		case "invalid", "default":
			t.missingKey = missingInvalid
		case "zero":
			t.missingKey = missingZero
		case "error":
			t.missingKey = missingError
		default:
			panic("unrecognized option: " + option)
		}
	}
	return t
}

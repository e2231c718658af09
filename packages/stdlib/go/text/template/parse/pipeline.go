package parse

import "strconv"

// pipeline parses a pipeline up to an item that ends it.
func (t *Tree) pipeline(context string, end itemType) *PipeNode {
	first := t.peekNonSpace()
	pipe := &PipeNode{NodeType: NodePipe, Pos: first.pos, tr: t, Line: first.line}
	t.declarations(pipe, context)
	for {
		switch i := t.nextNonSpace(); i.typ {
		case end:
			t.checkPipeline(pipe, context)
			return pipe
		case itemBool, itemCharConstant, itemComplex, itemDot, itemField, itemIdentifier, itemNumber, itemNil, itemRawString, itemString,
			itemVariable, itemLeftParen:
			t.backup()
			pipe.Cmds = append(pipe.Cmds, t.command())
		default:
			t.unexpected(i, context)
		}
	}
}

// declarations parses the variables that a pipeline sets.
func (t *Tree) declarations(pipe *PipeNode, context string) {
	declare := func(i item) {
		pipe.Decl = append(pipe.Decl, t.newVariable(i.pos, i.val))
		t.vars = append(t.vars, i.val)
	}
	for t.peekNonSpace().typ == itemVariable {
		variable := t.next()
		after := t.src.next
		switch next := t.peekNonSpace(); {
		case next.typ == itemAssign || next.typ == itemDeclare:
			pipe.IsAssign = next.typ == itemAssign
			t.next()
			declare(variable)
			return
		case next.typ == itemChar && next.val == ",":
			t.next()
			declare(variable)
			if context != "range" || len(pipe.Decl) == 2 {
				t.errorf("too many declarations in %s", context)
			}
			switch t.peekNonSpace().typ {
			case itemVariable, itemRightDelim, itemRightParen:
			default:
				t.errorf("range can only initialize variables")
			}
		default:
			t.src.next = after - 1
			return
		}
	}
}

// checkPipeline reports a pipeline without commands, and a command after the first that nothing can be passed to.
func (t *Tree) checkPipeline(pipe *PipeNode, context string) {
	if len(pipe.Cmds) == 0 {
		t.errorf("missing value for %s", context)
	}
	for i, c := range pipe.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			t.errorf("non executable command in pipeline stage %d", i+2)
		}
	}
}

// command parses operands up to what ends the command.
func (t *Tree) command() *CommandNode {
	command := &CommandNode{NodeType: NodeCommand, Pos: t.peekNonSpace().pos, tr: t}
	for {
		t.peekNonSpace()
		if operand := t.operand(); operand != nil {
			command.Args = append(command.Args, operand)
		}
		i := t.next()
		if i.typ == itemSpace {
			continue
		}
		switch i.typ {
		case itemRightDelim, itemRightParen:
			t.backup()
		case itemPipe:
		default:
			t.unexpected(i, "operand")
		}
		break
	}
	if len(command.Args) == 0 {
		t.errorf("empty command")
	}
	return command
}

// operand parses a term with the fields after it; nil: there is none.
func (t *Tree) operand() Node {
	term := t.term()
	if term == nil || t.peek().typ != itemField {
		return term
	}
	chain := &ChainNode{NodeType: NodeChain, Pos: t.peek().pos, tr: t, Node: term}
	for t.peek().typ == itemField {
		chain.Add(t.next().val)
	}
	switch term.Type() {
	case NodeField:
		return t.newField(chain.Pos, chain.String())
	case NodeVariable:
		return t.newVariable(chain.Pos, chain.String())
	case NodeBool, NodeString, NodeNumber, NodeNil, NodeDot:
		t.errorf("unexpected . after term %q", term)
	}
	return chain
}

// term parses a term; nil: there is none.
func (t *Tree) term() Node {
	switch i := t.nextNonSpace(); i.typ {
	case itemIdentifier:
		if t.Mode&SkipFuncCheck == 0 && !t.hasFunction(i.val) {
			t.errorf("function %q not defined", i.val)
		}
		return NewIdentifier(i.val).SetTree(t).SetPos(i.pos)
	case itemDot:
		return &DotNode{NodeDot, i.pos, t}
	case itemNil:
		return &NilNode{NodeNil, i.pos, t}
	case itemVariable:
		return t.variable(i)
	case itemField:
		return t.newField(i.pos, i.val)
	case itemBool:
		return &BoolNode{NodeBool, i.pos, t, i.val == "true"}
	case itemCharConstant, itemComplex, itemNumber:
		number, err := t.newNumber(i.pos, i.val, i.typ)
		if err != nil {
			t.error(err)
		}
		return number
	case itemLeftParen:
		if t.depth == maxStackDepth {
			t.errorf("max expression depth exceeded")
		}
		t.depth++
		pipe := t.pipeline("parenthesized pipeline", itemRightParen)
		t.depth--
		return pipe
	case itemString, itemRawString:
		s, err := strconv.Unquote(i.val)
		if err != nil {
			t.error(err)
		}
		return &StringNode{NodeString, i.pos, t, i.val, s}
	}
	t.backup()
	return nil
}

// variable returns the node of a variable, which must be known.
func (t *Tree) variable(i item) Node {
	for _, name := range t.vars {
		if name == i.val {
			return t.newVariable(i.pos, i.val)
		}
	}
	t.errorf("undefined variable %q", i.val)
	return nil
}

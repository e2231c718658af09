package parse

// parse parses a text. Definitions are only at its top.
func (t *Tree) parse() {
	t.Root = t.newList(t.peek().pos)
	for t.peek().typ != itemEOF {
		if t.peek().typ == itemLeftDelim {
			t.forget()
			delim := t.next()
			if t.nextNonSpace().typ == itemDefine {
				t.definition()
				continue
			}
			t.backup()
			t.actionLine = delim.line
			t.topNode(t.action())
			t.actionLine = 0
			continue
		}
		t.topNode(t.textOrAction())
	}
}

func (t *Tree) topNode(n Node) {
	if n.Type() == nodeEnd || n.Type() == nodeElse {
		t.errorf("unexpected %s", n)
	}
	t.Root.append(n)
}

// definition parses a template definition. The keyword has been passed.
func (t *Tree) definition() {
	const context = "define clause"
	definition := t.nested("")
	definition.Name = definition.name(context).val
	definition.expect(itemRightDelim, context)
	definition.body(context)
}

// body parses a template within the text, up to its end.
func (t *Tree) body(context string) {
	var end Node
	t.Root, end = t.itemList()
	if end.Type() != nodeEnd {
		t.errorf("unexpected %s in %s", end, context)
	}
	t.add()
	t.stop()
}

// itemList parses text and actions up to an else or end, which it returns.
func (t *Tree) itemList() (list *ListNode, mark Node) {
	list = t.newList(t.peekNonSpace().pos)
	for t.peekNonSpace().typ != itemEOF {
		n := t.textOrAction()
		if n.Type() == nodeEnd || n.Type() == nodeElse {
			return list, n
		}
		list.append(n)
	}
	t.errorf("unexpected EOF")
	return
}

func (t *Tree) textOrAction() Node {
	switch i := t.nextNonSpace(); i.typ {
	case itemText:
		return &TextNode{NodeText, i.pos, t, []byte(i.val)}
	case itemLeftDelim:
		t.actionLine = i.line
		t.forget()
		n := t.action()
		t.actionLine = 0
		return n
	case itemComment:
		return &CommentNode{NodeComment, i.pos, t, i.val}
	default:
		t.unexpected(i, "input")
	}
	return nil
}

// action parses an action. The left delimiter has been passed.
func (t *Tree) action() Node {
	switch i := t.nextNonSpace(); i.typ {
	case itemBlock:
		return t.block()
	case itemBreak:
		t.loopControl(i, "{{break}}")
		return &BreakNode{t, NodeBreak, i.pos, i.line}
	case itemContinue:
		t.loopControl(i, "{{continue}}")
		return &ContinueNode{t, NodeContinue, i.pos, i.line}
	case itemElse:
		if next := t.peekNonSpace(); next.typ == itemIf || next.typ == itemWith {
			return &markNode{nodeElse, next.pos, t}
		}
		return &markNode{nodeElse, t.expect(itemRightDelim, "else").pos, t}
	case itemEnd:
		return &markNode{nodeEnd, t.expect(itemRightDelim, "end").pos, t}
	case itemIf:
		return &IfNode{t.control(NodeIf, "if")}
	case itemRange:
		return &RangeNode{t.control(NodeRange, "range")}
	case itemTemplate:
		return t.template()
	case itemWith:
		return &WithNode{t.control(NodeWith, "with")}
	}
	t.backup()
	first := t.peek()
	pipe := t.pipeline("command", itemRightDelim)
	return &ActionNode{NodeAction, first.pos, t, first.line, pipe}
}

// loopControl parses the rest of a break or continue.
func (t *Tree) loopControl(_ item, name string) {
	if i := t.nextNonSpace(); i.typ != itemRightDelim {
		t.unexpected(i, name)
	}
	if t.rangeDepth == 0 {
		t.errorf("%s outside {{range}}", name)
	}
}

// block parses a block: the definition of a template and its use.
func (t *Tree) block() Node {
	const context = "block clause"
	name := t.name(context)
	pipe := t.pipeline(context, itemRightDelim)
	t.nested(name.val).body(context)
	return &TemplateNode{NodeTemplate, name.pos, t, name.line, name.val, pipe}
}

func (t *Tree) template() Node {
	const context = "template clause"
	name := t.name(context)
	var pipe *PipeNode
	if t.nextNonSpace().typ != itemRightDelim {
		t.backup()
		pipe = t.pipeline(context, itemRightDelim)
	}
	return &TemplateNode{NodeTemplate, name.pos, t, name.line, name.val, pipe}
}

// control parses an if, range or with. Variables are known up to its end.
func (t *Tree) control(typ NodeType, context string) BranchNode {
	known := len(t.vars)
	defer func() { t.vars = t.vars[:known] }()
	pipe := t.pipeline(context, itemRightDelim)
	if typ == NodeRange {
		t.rangeDepth++
	}
	list, mark := t.itemList()
	if typ == NodeRange {
		t.rangeDepth--
	}
	var elseList *ListNode
	if mark.Type() == nodeElse {
		elseList = t.elseList(typ, mark)
	}
	return BranchNode{typ, pipe.Pos, t, pipe.Line, pipe, list, elseList}
}

// elseList parses what is after an else. An if or with directly after it is all of it, and has the end of both.
func (t *Tree) elseList(typ NodeType, mark Node) *ListNode {
	list := t.newList(mark.Position())
	switch next := t.peek().typ; {
	case typ == NodeIf && next == itemIf:
		t.next()
		list.append(&IfNode{t.control(NodeIf, "if")})
	case typ == NodeWith && next == itemWith:
		t.next()
		list.append(&WithNode{t.control(NodeWith, "with")})
	default:
		var end Node
		list, end = t.itemList()
		if end.Type() != nodeEnd {
			t.errorf("expected end; found %s", end)
		}
	}
	return list
}

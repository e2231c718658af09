package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An item is a token of a template.
type item struct {
	typ  itemType
	pos  Pos
	val  string
	line int // where it begins
}

// String returns an item as error messages name it.
func (i item) String() string {
	switch {
	case i.typ == itemEOF:
		return "EOF"
	case i.typ == itemError:
		return i.val
	case i.typ > itemKeyword:
		return "<" + i.val + ">"
	case len(i.val) > 10:
		return fmt.Sprintf("%.10q...", i.val)
	}
	return fmt.Sprintf("%q", i.val)
}

// An itemType is a kind of token.
type itemType int

const (
	itemError itemType = iota // its text is the message
	itemBool
	itemChar // a character that is no token by itself, like ,
	itemCharConstant
	itemComment
	itemComplex
	itemAssign
	itemDeclare
	itemEOF
	itemField // .name
	itemIdentifier
	itemLeftDelim
	itemLeftParen
	itemNumber
	itemPipe
	itemRawString
	itemRightDelim
	itemRightParen
	itemSpace
	itemString
	itemText // what is outside of actions
	itemVariable
	itemKeyword // those after it are keywords
	itemBlock
	itemBreak
	itemContinue
	itemDot
	itemDefine
	itemElse
	itemEnd
	itemIf
	itemNil
	itemRange
	itemTemplate
	itemWith
)

// keyword returns the keyword that a word is, itemError if it is none.
func keyword(word string) itemType {
	switch word {
	case ".":
		return itemDot
	case "block":
		return itemBlock
	case "break":
		return itemBreak
	case "continue":
		return itemContinue
	case "define":
		return itemDefine
	case "else":
		return itemElse
	case "end":
		return itemEnd
	case "if":
		return itemIf
	case "nil":
		return itemNil
	case "range":
		return itemRange
	case "template":
		return itemTemplate
	case "with":
		return itemWith
	}
	return itemError
}

const (
	defaultLeft  = "{{"
	defaultRight = "}}"
	openComment  = "/*"
	closeComment = "*/"
	spaces       = " \t\r\n"
	markerWidth  = 2 // a minus and the space on its inner side
)

// lexOptions says what is a token.
type lexOptions struct {
	emitComment bool
	breakOK     bool // break is a keyword
	continueOK  bool
}

// A lexer cuts a template into items.
type lexer struct {
	input       string
	left, right string
	pos         int
	line        int // of pos
	inside      bool
	parens      int
	options     lexOptions
}

// lex returns a lexer for a template; delimiters that are empty are the default ones.
func lex(_, input, left, right string) *lexer {
	if left == "" {
		left = defaultLeft
	}
	if right == "" {
		right = defaultRight
	}
	return &lexer{input: input, left: left, right: right, line: 1}
}

// emit returns the item from pos to end, and goes on there.
func (l *lexer) emit(typ itemType, end int) item {
	i := item{typ, Pos(l.pos), l.input[l.pos:end], l.line}
	l.skip(end)
	return i
}

// skip goes on at end.
func (l *lexer) skip(end int) {
	l.line += strings.Count(l.input[l.pos:end], "\n")
	l.pos = end
}

func (l *lexer) errorf(format string, args ...any) item {
	return item{itemError, Pos(l.pos), fmt.Sprintf(format, args...), l.line}
}

// nextItem returns the next item. After an error there are no others.
func (l *lexer) nextItem() item {
	if l.inside {
		return l.action()
	}
	for {
		rest := l.input[l.pos:]
		if rest == "" {
			return item{itemEOF, Pos(l.pos), "", l.line}
		}
		at := strings.Index(rest, l.left)
		if at < 0 {
			return l.emit(itemText, len(l.input))
		}
		if at > 0 {
			text := rest[:at]
			if trimsLeft(rest[at+len(l.left):]) {
				text = strings.TrimRight(text, spaces)
			}
			begin, line := l.pos, l.line
			l.skip(l.pos + at)
			if text != "" {
				return item{itemText, Pos(begin), text, line}
			}
		}
		if i, ok := l.leftDelim(); ok {
			return i
		}
	}
}

// trimsLeft reports whether what follows a left delimiter begins with a marker.
func trimsLeft(s string) bool { return len(s) >= 2 && s[0] == '-' && isSpace(s[1]) }

// leftDelim passes a left delimiter or a comment; not ok: there is no item.
func (l *lexer) leftDelim() (item, bool) {
	after := l.pos + len(l.left)
	begin := after
	if trimsLeft(l.input[after:]) {
		begin += markerWidth
	}
	if strings.HasPrefix(l.input[begin:], openComment) {
		l.skip(begin)
		return l.comment()
	}
	i := l.emit(itemLeftDelim, after)
	l.skip(begin)
	l.inside, l.parens = true, 0
	return i, true
}

// comment passes a comment and the right delimiter.
func (l *lexer) comment() (item, bool) {
	text := l.input[l.pos+len(openComment):]
	at := strings.Index(text, closeComment)
	if at < 0 {
		return l.errorf("unclosed comment"), true
	}
	end := l.pos + len(openComment) + at + len(closeComment)
	trims, ok := l.rightDelimAt(end)
	if !ok {
		return l.errorf("comment ends before closing delimiter"), true
	}
	i := l.emit(itemComment, end)
	l.passRight(trims)
	return i, l.options.emitComment
}

// rightDelimAt reports whether there is a right delimiter, and whether a marker is before it.
func (l *lexer) rightDelimAt(at int) (trims, ok bool) {
	s := l.input[at:]
	if len(s) >= 2 && isSpace(s[0]) && s[1] == '-' && strings.HasPrefix(s[markerWidth:], l.right) {
		return true, true
	}
	return false, strings.HasPrefix(s, l.right)
}

// passRight passes a right delimiter with its marker and the space that it trims.
func (l *lexer) passRight(trims bool) item {
	if !trims {
		return l.emit(itemRightDelim, l.pos+len(l.right))
	}
	l.skip(l.pos + markerWidth)
	i := l.emit(itemRightDelim, l.pos+len(l.right))
	rest := l.input[l.pos:]
	l.skip(l.pos + len(rest) - len(strings.TrimLeft(rest, spaces)))
	return i
}

// action returns the next item of an action.
func (l *lexer) action() item {
	if trims, ok := l.rightDelimAt(l.pos); ok {
		if l.parens > 0 {
			return l.errorf("unclosed left paren")
		}
		l.inside = false
		return l.passRight(trims)
	}
	if l.pos == len(l.input) {
		return l.errorf("unclosed action")
	}
	switch c := l.input[l.pos]; {
	case isSpace(c):
		if i, ok := l.space(); ok {
			return i
		}
		return l.action()
	case c == '=':
		return l.emit(itemAssign, l.pos+1)
	case c == ':':
		if !strings.HasPrefix(l.input[l.pos:], ":=") {
			return l.errorf("expected :=")
		}
		return l.emit(itemDeclare, l.pos+2)
	case c == '|':
		return l.emit(itemPipe, l.pos+1)
	case c == '"':
		return l.quoted(itemString, "unterminated quoted string")
	case c == '\'':
		return l.quoted(itemCharConstant, "unterminated character constant")
	case c == '`':
		at := strings.IndexByte(l.input[l.pos+1:], '`')
		if at < 0 {
			return l.errorf("unterminated raw quoted string")
		}
		return l.emit(itemRawString, l.pos+at+2)
	case c == '$':
		return l.name(itemVariable, itemVariable)
	case c == '.' && (l.pos+1 == len(l.input) || !isDigit(l.input[l.pos+1])):
		return l.name(itemField, itemDot)
	case c == '.' || c == '+' || c == '-' || isDigit(c):
		return l.number()
	case c == '(':
		l.parens++
		return l.emit(itemLeftParen, l.pos+1)
	case c == ')':
		if l.parens == 0 {
			return l.errorf("unexpected right paren")
		}
		l.parens--
		return l.emit(itemRightParen, l.pos+1)
	}
	r, size := utf8.DecodeRuneInString(l.input[l.pos:])
	switch {
	case isAlphaNumeric(r):
		return l.identifier()
	case r <= unicode.MaxASCII && unicode.IsPrint(r):
		return l.emit(itemChar, l.pos+size)
	}
	return l.errorf("unrecognized character in action: %#U", r)
}

// space passes space; not ok: there is only that which belongs to the marker of a right delimiter.
func (l *lexer) space() (item, bool) {
	end := l.pos
	for end < len(l.input) && isSpace(l.input[end]) {
		if trims, _ := l.rightDelimAt(end); trims {
			break
		}
		end++
	}
	if end == l.pos {
		return item{}, false
	}
	return l.emit(itemSpace, end), true
}

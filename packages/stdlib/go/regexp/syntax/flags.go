package syntax

// Flags say how a pattern is read, and tell of a node how it was written.
type Flags uint16

const (
	FoldCase      Flags = 1 << iota // upper and lower case are the same
	Literal                         // the pattern is plain text
	ClassNL                         // negated classes such as [^a] match a newline
	DotNL                           // . matches a newline
	OneLine                         // ^ and $ are the beginning and the end of the text only
	NonGreedy                       // repetitions match as little as they can
	PerlX                           // Perl's extensions are understood
	UnicodeGroups                   // \p{Han} and \P{Han} are understood
	WasDollar                       // an OpEndText that was written $
	Simple                          // there are no counted repetitions in it

	MatchNL = ClassNL | DotNL

	Perl        = ClassNL | OneLine | PerlX | UnicodeGroups // what is nearest to Perl
	POSIX Flags = 0                                         // what POSIX has
)

// An Error tells why a pattern is none.
type Error struct {
	Code ErrorCode
	Expr string // the part of the pattern that is wrong
}

func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// An ErrorCode is a kind of mistake.
type ErrorCode string

const (
	ErrInternalError ErrorCode = "regexp/syntax: internal error"

	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrLarge                 ErrorCode = "expression too large"
)

func (e ErrorCode) String() string { return string(e) }

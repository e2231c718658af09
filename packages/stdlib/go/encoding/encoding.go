// Package encoding has the interfaces of values that convert themselves to bytes or text.
package encoding

// A BinaryMarshaler returns a binary form of itself.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// A BinaryUnmarshaler takes its value from the form of MarshalBinary; it keeps no part of data.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// A BinaryAppender appends a binary form of itself.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// A TextMarshaler returns a textual form of itself.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// A TextUnmarshaler takes its value from the form of MarshalText; it keeps no part of text.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// A TextAppender appends a textual form of itself.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}

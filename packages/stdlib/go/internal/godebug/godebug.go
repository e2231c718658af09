// Package godebug has the switches that go by the name GODEBUG. Their values are those of the environment; of what it does
// not name, those that the go line and the godebug lines of go.mod and the //go:debug lines of the program ask for.
package godebug

import _ "unsafe"

// A Setting is one switch.
type Setting struct {
	name         string
	undocumented bool
}

// New returns the setting of a name; # before it says that it is not documented.
func New(name string) *Setting {
	if name != "" && name[0] == '#' {
		return &Setting{name[1:], true}
	}
	return &Setting{name, false}
}

// Name returns the name.
func (s *Setting) Name() string { return s.name }

// Undocumented reports whether the name began with #.
func (s *Setting) Undocumented() bool { return s.undocumented }

// Value returns the value, "" for the default of the newest Go.
func (s *Setting) Value() string { return Lookup(s.name) }

// String returns name=value.
func (s *Setting) String() string { return s.name + "=" + s.Value() }

// IncNonDefault counts uses of a behaviour that is not the default: nothing reads the number.
func (s *Setting) IncNonDefault() {}

// Lookup returns the value of the setting of a name, "" for the default of the newest Go.
//
//go:linkname Lookup runtime.debugSetting
func Lookup(name string) string

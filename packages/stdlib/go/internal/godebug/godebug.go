// Package godebug stands in for the switches that Go's library reads from the environment variable GODEBUG. Here they
// all have their defaults: programs get the behaviour of the newest Go.
package godebug

// A Setting is one switch.
type Setting struct {
	name         string
	undocumented bool
}

// New gives the setting of a name; # before it says that it is not documented.
func New(name string) *Setting {
	if name != "" && name[0] == '#' {
		return &Setting{name[1:], true}
	}
	return &Setting{name, false}
}

// Name gives the name.
func (s *Setting) Name() string { return s.name }

// Undocumented reports whether the name began with #.
func (s *Setting) Undocumented() bool { return s.undocumented }

// Value gives "", the default.
func (s *Setting) Value() string { return "" }

// String gives name=value.
func (s *Setting) String() string { return s.name + "=" + s.Value() }

// IncNonDefault counts uses of a behaviour that is not the default: there are none.
func (s *Setting) IncNonDefault() {}

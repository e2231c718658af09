// Package flag reads the flags of a command line: -name, -name=value, -name value (except for bools), with one dash or two.
// What follows the first argument that is no flag, or --, is left for the program.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
)

// ErrHelp is the error of Parse for -help or -h if there is no such flag.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what Parse does about an error.
type ErrorHandling int

// Kinds of ErrorHandling.
const (
	ContinueOnError ErrorHandling = iota // return the error
	ExitOnError                          // end the program with code 2, with 0 after -help
	PanicOnError                         // panic with the error
)

// Flag is one flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// FlagSet is a set of flags.
type FlagSet struct {
	// Usage is called when there is an error, if it is not nil.
	Usage func()

	name      string
	parsed    bool
	defined   map[string]*Flag
	actual    map[string]*Flag
	args      []string
	handling  ErrorHandling
	output    io.Writer
	undefined map[string]string // where Set was called for a flag that there was not
}

// CommandLine is the set that the functions of the package use; it reads os.Args.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

func init() { CommandLine.Usage = commandLineUsage }

// commandLineUsage calls Usage as it is at the time: programs replace it.
func commandLineUsage() { Usage() }

// Usage is what CommandLine prints when there is an error.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

// NewFlagSet returns an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// Init sets name and error handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.handling = errorHandling
}

// Name returns the name of the set.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what Parse does about an error.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// Output returns where messages go to.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where messages go to; nil is standard error.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// visit calls fn for the flags by name.
func visit(flags map[string]*Flag, fn func(*Flag)) {
	names := make([]string, 0, len(flags))
	for name := range flags {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fn(flags[name])
	}
}

// VisitAll calls fn for all flags, by name.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.defined, fn) }

// Visit calls fn for the flags that have been set, by name.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.actual, fn) }

// Lookup returns a flag, nil if there is none of the name.
func (f *FlagSet) Lookup(name string) *Flag { return f.defined[name] }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error { return f.set(name, value, 2) }

func (f *FlagSet) set(name, value string, depth int) error {
	flag, ok := f.defined[name]
	if !ok {
		if f.undefined == nil {
			f.undefined = map[string]string{}
		}
		where := ""
		if _, file, line, ok := runtime.Caller(depth); ok {
			where = fmt.Sprintf("%s:%d", file, line)
		}
		f.undefined[name] = where
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.note(flag)
	return nil
}

// note remembers that a flag has been set.
func (f *FlagSet) note(flag *Flag) {
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[flag.Name] = flag
}

// isZero reports whether the text is that of the zero value of the flag's type.
func isZero(flag *Flag, text string) (zero bool, err error) {
	typ := reflect.TypeOf(flag.Value)
	var value reflect.Value
	if typ.Kind() == reflect.Pointer {
		value = reflect.New(typ.Elem())
	} else {
		value = reflect.Zero(typ)
	}
	defer func() {
		if problem := recover(); problem != nil {
			if typ.Kind() == reflect.Pointer {
				typ = typ.Elem()
			}
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", typ, flag.Name, problem)
		}
	}()
	return text == value.Interface().(Value).String(), nil
}

// UnquoteUsage returns the name of the flag's value, quoted in its usage by back quotes or guessed from its type, and the usage
// without these quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, after, found := strings.Cut(usage, "`"); found {
		if quoted, rest, found := strings.Cut(after, "`"); found {
			return quoted, before + quoted + rest
		}
	}
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			return "", usage
		}
	case *durationValue:
		return "duration", usage
	case *float64Value:
		return "float", usage
	case *intValue, *int64Value:
		return "int", usage
	case *stringValue:
		return "string", usage
	case *uintValue, *uint64Value:
		return "uint", usage
	}
	return "value", usage
}

// PrintDefaults prints all flags with usage and default values.
func (f *FlagSet) PrintDefaults() {
	var problems []error
	f.VisitAll(func(flag *Flag) {
		var line strings.Builder
		line.WriteString("  -" + flag.Name)
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line.WriteString(" " + name)
		}
		// The usage of a flag of one letter without a value is on its line.
		if line.Len() <= 4 {
			line.WriteString("\t")
		} else {
			line.WriteString("\n    \t")
		}
		line.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		zero, err := isZero(flag, flag.DefValue)
		if err != nil {
			problems = append(problems, err)
		} else if !zero {
			if _, ok := flag.Value.(*stringValue); ok {
				fmt.Fprintf(&line, " (default %q)", flag.DefValue)
			} else {
				fmt.Fprintf(&line, " (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), line.String(), "\n")
	})
	if len(problems) > 0 {
		fmt.Fprintln(f.Output())
		for _, err := range problems {
			fmt.Fprintln(f.Output(), err)
		}
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// NFlag returns the number of flags that have been set.
func (f *FlagSet) NFlag() int { return len(f.actual) }

// Arg returns an argument that is left after the flags; "" if there is none.
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// NArg returns the number of arguments that are left after the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args returns the arguments that are left after the flags.
func (f *FlagSet) Args() []string { return f.args }

// Parsed reports whether Parse has been called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Var defines a flag.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case strings.HasPrefix(name, "-"):
		panic(f.message("flag %q begins with -", name))
	case strings.Contains(name, "="):
		panic(f.message("flag %q contains =", name))
	}
	if _, ok := f.defined[name]; ok {
		if f.name == "" {
			panic(f.message("flag redefined: %s", name))
		}
		panic(f.message("%s flag redefined: %s", f.name, name))
	}
	if where := f.undefined[name]; where != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, where))
	}
	if f.defined == nil {
		f.defined = map[string]*Flag{}
	}
	f.defined[name] = &Flag{name, usage, value, value.String()}
}

// message prints a message and returns it.
func (f *FlagSet) message(format string, a ...any) string {
	text := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), text)
	return text
}

// failure prints a message and the usage, and returns the message as an error.
func (f *FlagSet) failure(format string, a ...any) error {
	text := f.message(format, a...)
	f.usage()
	return errors.New(text)
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

// Parse reads flags from arguments, the name of the program left out.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.parseOne()
		if err == nil {
			if more {
				continue
			}
			return nil
		}
		switch f.handling {
		case ContinueOnError:
			return err
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
	}
}

// parseOne reads one flag if the next argument is one.
func (f *FlagSet) parseOne() (more bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	argument := f.args[0]
	if len(argument) < 2 || argument[0] != '-' {
		return false, nil
	}
	name := argument[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name[0] == '-' || name[0] == '=' {
		return false, f.failure("bad flag syntax: %s", argument)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(name, "=")
	flag, ok := f.defined[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.failure("flag provided but not defined: -%s", name)
	}
	if v, ok := flag.Value.(boolFlag); ok && v.IsBoolFlag() {
		if !hasValue {
			if err := v.Set("true"); err != nil {
				return false, f.failure("invalid boolean flag %s: %v", name, err)
			}
		} else if err := v.Set(value); err != nil {
			return false, f.failure("invalid boolean value %q for -%s: %v", value, name, err)
		}
		f.note(flag)
		return true, nil
	}
	if !hasValue {
		if len(f.args) == 0 {
			return false, f.failure("flag needs an argument: -%s", name)
		}
		value = f.args[0]
		f.args = f.args[1:]
	}
	if err := flag.Value.Set(value); err != nil {
		return false, f.failure("invalid value %q for flag -%s: %v", value, name, err)
	}
	f.note(flag)
	return true, nil
}

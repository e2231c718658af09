// Package quick calls functions with random arguments to see whether something always holds.
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
)

var defaultMaxCount *int = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// A Generator makes random values of its own type.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// complexSize is how many elements slices and the like have at most.
const complexSize = 50

// Config says how to check; the zero Config is the default.
type Config struct {
	// MaxCount is how often the function is called; 0: as often as the flag -quickchecks says, times MaxCountScale.
	MaxCount      int
	MaxCountScale float64
	// Rand is the source of random numbers.
	Rand *rand.Rand
	// Values makes the arguments, if the types alone do not say how.
	Values func([]reflect.Value, *rand.Rand)
}

func (c *Config) random() *rand.Rand {
	if c.Rand == nil {
		return rand.New(rand.NewSource(rand.Int63()))
	}
	return c.Rand
}

func (c *Config) count() int {
	if c.MaxCount != 0 {
		return c.MaxCount
	}
	if c.MaxCountScale != 0 {
		return int(c.MaxCountScale * float64(*defaultMaxCount))
	}
	return *defaultMaxCount
}

// A SetupError says that the check itself cannot be done.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// A CheckError says for which arguments a function returned false.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, show(s.In))
}

// A CheckEqualError says for which arguments two functions differ.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, show(s.In), show(s.Out1), show(s.Out2))
}

func show(values []any) string {
	parts := make([]string, len(values))
	for i, value := range values {
		parts[i] = fmt.Sprintf("%#v", value)
	}
	return strings.Join(parts, ", ")
}

// Check calls f, which returns a bool, with random arguments until it returns false.
func Check(f any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	fn, t, ok := functionOf(f)
	if !ok {
		return SetupError("argument is not a function")
	}
	if t.NumOut() != 1 {
		return SetupError("function does not return one value")
	}
	if t.Out(0).Kind() != reflect.Bool {
		return SetupError("function does not return a bool")
	}
	args := make([]reflect.Value, t.NumIn())
	random := config.random()
	for i := range config.count() {
		if err := arguments(args, t, config, random); err != nil {
			return err
		}
		if !fn.Call(args)[0].Bool() {
			return &CheckError{i + 1, interfaces(args)}
		}
	}
	return nil
}

// CheckEqual calls two functions with the same random arguments until their results differ.
func CheckEqual(f, g any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	x, xt, ok := functionOf(f)
	if !ok {
		return SetupError("f is not a function")
	}
	y, yt, ok := functionOf(g)
	if !ok {
		return SetupError("g is not a function")
	}
	if xt != yt {
		return SetupError("functions have different types")
	}
	args := make([]reflect.Value, xt.NumIn())
	random := config.random()
	for i := range config.count() {
		if err := arguments(args, xt, config, random); err != nil {
			return err
		}
		xs := interfaces(x.Call(args))
		ys := interfaces(y.Call(args))
		if !reflect.DeepEqual(xs, ys) {
			return &CheckEqualError{CheckError{i + 1, interfaces(args)}, xs, ys}
		}
	}
	return nil
}

func functionOf(f any) (reflect.Value, reflect.Type, bool) {
	v := reflect.ValueOf(f)
	if v.Kind() != reflect.Func {
		return v, nil, false
	}
	return v, v.Type(), true
}

func interfaces(values []reflect.Value) []any {
	out := make([]any, len(values))
	for i, value := range values {
		out[i] = value.Interface()
	}
	return out
}

func arguments(args []reflect.Value, f reflect.Type, config *Config, random *rand.Rand) error {
	if config.Values != nil {
		config.Values(args, random)
		return nil
	}
	for i := range args {
		value, ok := Value(f.In(i), random)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", f.In(i), i))
		}
		args[i] = value
	}
	return nil
}

// Value returns a random value of a type; ok is false if the type cannot be made.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return sized(t, rand, complexSize)
}

func randomFloat(random *rand.Rand, limit float64) float64 {
	f := random.Float64() * limit
	if random.Int()&1 == 1 {
		f = -f
	}
	return f
}

func sized(t reflect.Type, random *rand.Rand, size int) (value reflect.Value, ok bool) {
	if m, ok := reflect.Zero(t).Interface().(Generator); ok {
		return m.Generate(random, size), true
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(random.Int()&1 == 0)
	case reflect.Float32:
		v.SetFloat(randomFloat(random, math.MaxFloat32))
	case reflect.Float64:
		v.SetFloat(randomFloat(random, math.MaxFloat64))
	case reflect.Complex64:
		v.SetComplex(complex(randomFloat(random, math.MaxFloat32), randomFloat(random, math.MaxFloat32)))
	case reflect.Complex128:
		v.SetComplex(complex(randomFloat(random, math.MaxFloat64), randomFloat(random, math.MaxFloat64)))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(random.Uint64()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(random.Uint64())
	case reflect.String:
		runes := make([]rune, random.Intn(complexSize))
		for i := range runes {
			runes[i] = rune(random.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	case reflect.Pointer:
		if random.Intn(size) == 0 {
			return v, true
		}
		element, ok := sized(t.Elem(), random, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(element)
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		for range random.Intn(size) {
			key, ok1 := sized(t.Key(), random, size)
			element, ok2 := sized(t.Elem(), random, size)
			if !ok1 || !ok2 {
				return reflect.Value{}, false
			}
			v.SetMapIndex(key, element)
		}
	case reflect.Slice:
		n := random.Intn(size)
		// What is below shares the size.
		below := size - n
		v.Set(reflect.MakeSlice(t, n, n))
		return fill(v, n, random, below)
	case reflect.Array:
		return fill(v, v.Len(), random, size)
	case reflect.Struct:
		n := v.NumField()
		below := size
		if n > below {
			below = 1
		} else if n > 0 {
			below /= n
		}
		for i := range n {
			element, ok := sized(t.Field(i).Type, random, below)
			if !ok {
				return reflect.Value{}, false
			}
			v.Field(i).Set(element)
		}
	default:
		return reflect.Value{}, false
	}
	return v, true
}

func fill(v reflect.Value, n int, random *rand.Rand, size int) (reflect.Value, bool) {
	for i := range n {
		element, ok := sized(v.Type().Elem(), random, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Index(i).Set(element)
	}
	return v, true
}

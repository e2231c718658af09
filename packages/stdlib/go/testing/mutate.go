package testing

import (
	"fmt"
	"internal/byteorder"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// fuzz runs a function with its corpus, and then with what chance makes of that, until something fails or time is up.
// There is no coverage to guide it.
func (f *F) fuzz(corpus []corpusEntry, types []reflect.Type, run func(corpusEntry, bool) *T) {
	began := time.Now()
	total := len(corpus)
	fmt.Printf("fuzz: elapsed: 0s, gathering baseline coverage: 0/%d completed\n", total)
	for _, entry := range corpus {
		entry.Path = f.name + "/" + filepath.Base(entry.Path)
		if t := run(entry, true); t.Failed() {
			f.reportFuzzed(t, "fuzzing process failed on the seed corpus entry "+entry.Path)
			return
		}
	}
	if len(corpus) == 0 {
		values := make([]any, len(types))
		for i, t := range types {
			values[i] = reflect.Zero(t).Interface()
		}
		corpus = append(corpus, corpusEntry{Values: values})
	}
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	last := began
	count, before := 0, 0
	over := func() bool {
		if fuzzTime.n > 0 {
			return count >= fuzzTime.n
		}
		return fuzzTime.d > 0 && time.Since(began) >= fuzzTime.d
	}
	for !over() {
		values := mutate(corpus[random.Intn(len(corpus))].Values, random)
		count++
		entry := corpusEntry{Path: f.name, Values: values}
		if t := run(entry, true); t.Failed() {
			f.keepFailure(smaller(values, run, f.name), t)
			return
		}
		if now := time.Now(); now.Sub(last) >= 3*time.Second {
			fmt.Printf("fuzz: elapsed: %.0fs, execs: %d (%.0f/sec)\n", now.Sub(began).Seconds(), count, float64(count-before)/now.Sub(last).Seconds())
			last, before = now, count
		}
	}
	fmt.Printf("fuzz: elapsed: %.0fs, execs: %d\n", time.Since(began).Seconds(), count)
}

// smaller shortens the texts of an input as far as it still fails.
func smaller(values []any, run func(corpusEntry, bool) *T, name string) []any {
	fails := func() bool { return run(corpusEntry{Path: name, Values: values}, true).Failed() }
	for i, value := range values {
		text, isText := value.(string)
		if b, ok := value.([]byte); ok {
			text = string(b)
		} else if !isText {
			continue
		}
		set := func(s string) {
			if isText {
				values[i] = s
			} else {
				values[i] = []byte(s)
			}
		}
		for size := len(text) / 2; size > 0; size /= 2 {
			for at := 0; at+size <= len(text); {
				set(text[:at] + text[at+size:])
				if fails() {
					text = text[:at] + text[at+size:]
				} else {
					at += size
				}
			}
		}
		set(text)
	}
	return values
}

// keepFailure writes an input that fails into the corpus.
func (f *F) keepFailure(values []any, t *T) {
	data := encodeValues(values)
	hash := uint64(14695981039346656037)
	for _, b := range data {
		hash = (hash ^ uint64(b)) * 1099511628211
	}
	name := fmt.Sprintf("%016x", hash)
	path := filepath.Join(corpusDir, f.name, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err == nil {
		os.WriteFile(path, data, 0o666)
	}
	f.reportFuzzed(t, fmt.Sprintf("\nFailing input written to %s\nTo re-run:\ngo test -run=%s/%s", path, f.name, name))
}

// reportFuzzed copies the output of a failed run to that of the fuzz test.
func (f *F) reportFuzzed(t *T, message string) {
	f.mu.Lock()
	f.output = append(f.output, indentation+"--- FAIL: "+f.name+" ("+formatSeconds(t.duration)+")\n"...)
	f.output = append(f.output, appendIndented(nil, t.quietOutput)...)
	f.output = append(f.output, appendIndented(nil, message+"\n")...)
	f.mu.Unlock()
	f.common.Fail()
}

// encodeValues writes an input as files of the corpus have it.
func encodeValues(values []any) []byte {
	var b strings.Builder
	b.WriteString("go test fuzz v1\n")
	for _, value := range values {
		switch v := value.(type) {
		case string:
			fmt.Fprintf(&b, "string(%s)\n", strconv.Quote(v))
		case []byte:
			fmt.Fprintf(&b, "[]byte(%s)\n", strconv.Quote(string(v)))
		case byte:
			fmt.Fprintf(&b, "byte(%s)\n", strconv.QuoteRune(rune(v)))
		case rune:
			if r := string(v); []rune(r)[0] == v {
				fmt.Fprintf(&b, "rune(%s)\n", strconv.QuoteRune(v))
			} else {
				fmt.Fprintf(&b, "int32(%d)\n", v)
			}
		case float32:
			if math.IsNaN(float64(v)) {
				fmt.Fprintf(&b, "math.Float32frombits(0x%x)\n", math.Float32bits(v))
			} else {
				fmt.Fprintf(&b, "float32(%v)\n", v)
			}
		case float64:
			if math.IsNaN(v) {
				fmt.Fprintf(&b, "math.Float64frombits(0x%x)\n", math.Float64bits(v))
			} else {
				fmt.Fprintf(&b, "float64(%v)\n", v)
			}
		default:
			fmt.Fprintf(&b, "%T(%v)\n", v, v)
		}
	}
	return []byte(b.String())
}

// mutate changes one value of an input.
func mutate(values []any, random *rand.Rand) []any {
	out := append([]any(nil), values...)
	i := random.Intn(len(out))
	switch v := out[i].(type) {
	case string:
		out[i] = string(mutateBytes([]byte(v), random))
	case []byte:
		out[i] = mutateBytes(append([]byte(nil), v...), random)
	case bool:
		out[i] = !v
	case float32:
		out[i] = float32(mutateFloat(float64(v), random))
	case float64:
		out[i] = mutateFloat(v, random)
	default:
		value := reflect.New(reflect.TypeOf(v)).Elem()
		number := mutateInt(integerBits(v), random)
		if value.CanInt() {
			value.SetInt(int64(number))
		} else {
			value.SetUint(number)
		}
		out[i] = value.Interface()
	}
	return out
}

func integerBits(v any) uint64 {
	value := reflect.ValueOf(v)
	if value.CanInt() {
		return uint64(value.Int())
	}
	return value.Uint()
}

func mutateInt(n uint64, random *rand.Rand) uint64 {
	switch random.Intn(5) {
	case 0:
		return n + uint64(random.Intn(64))
	case 1:
		return n - uint64(random.Intn(64))
	case 2:
		return n ^ 1<<random.Intn(64)
	case 3:
		return interesting[random.Intn(len(interesting))]
	}
	return random.Uint64() >> random.Intn(64)
}

// interesting are limits of integers.
var interesting = []uint64{
	0, 1, 16, 32, 64, 100, 127, 128, 255, 256, 512, 1000, 1024, 4096, 32767, 32768, 65535, 65536, 100663045, 1<<31 - 1, 1 << 31, 1<<32 - 1,
	1<<63 - 1, 1 << 63, 1<<64 - 1, 1<<64 - 128, 1<<64 - 32768, 1<<64 - 1<<31,
}

func mutateFloat(x float64, random *rand.Rand) float64 {
	switch random.Intn(6) {
	case 0:
		return x + float64(random.Intn(100))
	case 1:
		return x - float64(random.Intn(100))
	case 2:
		return x * random.NormFloat64()
	case 3:
		return -x
	case 4:
		return math.Float64frombits(random.Uint64())
	}
	return [...]float64{0, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.SmallestNonzeroFloat64, 1, -1}[random.Intn(8)]
}

func mutateBytes(b []byte, random *rand.Rand) []byte {
	const limit = 1 << 20
	for range 1 + random.Intn(4) {
		if len(b) == 0 {
			b = append(b, byte(random.Intn(256)))
			continue
		}
		at := random.Intn(len(b))
		size := 1 + random.Intn(min(len(b)-at, 32))
		switch random.Intn(9) {
		case 0:
			b = append(b[:at], b[at+size:]...)
		case 1:
			fresh := make([]byte, 1+random.Intn(16))
			random.Read(fresh)
			b = insert(b, at, fresh)
		case 2:
			b = insert(b, random.Intn(len(b)+1), append([]byte(nil), b[at:at+size]...))
		case 3:
			copy(b[random.Intn(len(b)):], append([]byte(nil), b[at:at+size]...))
		case 4:
			b[at] ^= 1 << random.Intn(8)
		case 5:
			b[at] = byte(random.Intn(256))
		case 6:
			other := random.Intn(len(b))
			b[at], b[other] = b[other], b[at]
		case 7:
			b[at] = byte(interesting[random.Intn(len(interesting))])
		case 8:
			if len(b)-at >= 4 {
				byteorder.LEPutUint32(b[at:], uint32(mutateInt(uint64(byteorder.LEUint32(b[at:])), random)))
			} else {
				b[at] += byte(random.Intn(32)) - 16
			}
		}
		if len(b) > limit {
			b = b[:limit]
		}
	}
	return b
}

func insert(b []byte, at int, fresh []byte) []byte {
	return append(append(append([]byte(nil), b[:at]...), fresh...), b[at:]...)
}

package testdeps

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// header is the first line of the files of a corpus.
const header = "go test fuzz v1"

func readEntries(dir string, files []os.DirEntry, types []reflect.Type) ([]corpusEntry, error) {
	var entries []corpusEntry
	var problems []string
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		path := filepath.Join(dir, file.Name())
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		values, err := readCorpusFile(data, types)
		if err != nil {
			problems = append(problems, fmt.Sprintf("%q: %v", path, err))
			continue
		}
		entries = append(entries, corpusEntry{Path: path, Values: values})
	}
	if len(problems) > 0 {
		return entries, errors.New(strings.Join(problems, "\n"))
	}
	return entries, nil
}

func readCorpusFile(data []byte, types []reflect.Type) ([]any, error) {
	values, err := parseCorpus(data)
	if err != nil {
		return nil, fmt.Errorf("unmarshal: %v", err)
	}
	if len(values) != len(types) {
		return nil, fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(values), len(types))
	}
	for i, value := range values {
		if reflect.TypeOf(value) != types[i] {
			return nil, fmt.Errorf("mismatched types in corpus entry: %v, want %v", typesOf(values), types)
		}
	}
	return values, nil
}

func typesOf(values []any) []reflect.Type {
	var types []reflect.Type
	for _, value := range values {
		types = append(types, reflect.TypeOf(value))
	}
	return types
}

// parseCorpus reads a file of a corpus: below the header a line for each value, such as `int(3)`.
func parseCorpus(data []byte) ([]any, error) {
	if len(data) == 0 {
		return nil, errors.New("cannot unmarshal empty string")
	}
	lines := bytes.Split(data, []byte("\n"))
	if len(lines) < 2 {
		return nil, errors.New("must include version and at least one value")
	}
	if version := strings.TrimSuffix(string(lines[0]), "\r"); version != header {
		return nil, fmt.Errorf("unknown encoding version: %s", version)
	}
	var values []any
	for _, line := range lines[1:] {
		text := strings.TrimSpace(string(line))
		if text == "" {
			continue
		}
		value, err := parseValue(text)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", text, err)
		}
		values = append(values, value)
	}
	return values, nil
}

func parseValue(text string) (any, error) {
	name, argument, ok := strings.Cut(text, "(")
	argument, closed := strings.CutSuffix(argument, ")")
	if !ok || !closed {
		return nil, errors.New("expected call expression")
	}
	name, argument = strings.TrimSpace(name), strings.TrimSpace(argument)
	switch name {
	case "[]byte":
		s, err := strconv.Unquote(argument)
		return []byte(s), err
	case "string":
		return strconv.Unquote(argument)
	case "bool":
		return strconv.ParseBool(argument)
	case "float32":
		v, err := strconv.ParseFloat(argument, 32)
		return float32(v), err
	case "float64":
		return strconv.ParseFloat(argument, 64)
	case "math.Float32frombits":
		v, err := strconv.ParseUint(argument, 0, 32)
		return math.Float32frombits(uint32(v)), err
	case "math.Float64frombits":
		v, err := strconv.ParseUint(argument, 0, 64)
		return math.Float64frombits(v), err
	}
	return parseInteger(name, argument)
}

var integers = map[string]reflect.Type{
	"int": reflect.TypeFor[int](), "int8": reflect.TypeFor[int8](), "int16": reflect.TypeFor[int16](),
	"int32": reflect.TypeFor[int32](), "rune": reflect.TypeFor[int32](), "int64": reflect.TypeFor[int64](),
	"uint": reflect.TypeFor[uint](), "uint8": reflect.TypeFor[uint8](), "byte": reflect.TypeFor[uint8](),
	"uint16": reflect.TypeFor[uint16](), "uint32": reflect.TypeFor[uint32](), "uint64": reflect.TypeFor[uint64](),
}

func parseInteger(name, argument string) (any, error) {
	t, ok := integers[name]
	if !ok {
		return nil, errors.New("expected []byte or primitive type")
	}
	value := reflect.New(t).Elem()
	if strings.HasPrefix(argument, "'") {
		r, _, tail, err := strconv.UnquoteChar(strings.TrimPrefix(argument, "'"), '\'')
		if err != nil || tail != "'" {
			return nil, errors.New("malformed character literal")
		}
		argument = strconv.Itoa(int(r))
	}
	if value.CanInt() {
		n, err := strconv.ParseInt(argument, 0, t.Bits())
		if err != nil {
			return nil, err
		}
		value.SetInt(n)
	} else {
		n, err := strconv.ParseUint(argument, 0, t.Bits())
		if err != nil {
			return nil, err
		}
		value.SetUint(n)
	}
	return value.Interface(), nil
}

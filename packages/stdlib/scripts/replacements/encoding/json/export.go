package json

import (
	"reflect"
	"slices"
	"strings"
)

// What Go's own tests call by names of Go's implementation.

type isZeroer = zeroer

const startDetectingCyclesAfter = cycleDepth

func cachedTypeFields(t reflect.Type) *structFields { return fieldsOf(t) }

func checkValid(data []byte, _ *scanner) error { return checkSyntax(data) }

func foldName(name []byte) string { return fold(string(name)) }

type tagOptions string

func (o tagOptions) Contains(option string) bool {
	return slices.Contains(strings.Split(string(o), ","), option)
}

func parseTag(tag string) (string, tagOptions) {
	name, options, _ := strings.Cut(tag, ",")
	return name, tagOptions(options)
}

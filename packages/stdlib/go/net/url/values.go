package url

import (
	"errors"
	"fmt"
	"internal/godebug"
	"slices"
	"strconv"
	"strings"
)

// Values are the parameters of a query or form.
type Values map[string][]string

// Get returns the first value of a key, or "".
func (v Values) Get(key string) string {
	if values := v[key]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// Set makes this the only value.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add adds a value.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del removes all values.
func (v Values) Del(key string) { delete(v, key) }

// Has reports whether the key is there.
func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Encode returns the values as a query, sorted by key.
func (v Values) Encode() string {
	keys := make([]string, 0, len(v))
	for key := range v {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var out strings.Builder
	for _, key := range keys {
		name := QueryEscape(key)
		for _, value := range v[key] {
			if out.Len() > 0 {
				out.WriteByte('&')
			}
			out.WriteString(name)
			out.WriteByte('=')
			out.WriteString(QueryEscape(value))
		}
	}
	return out.String()
}

var urlmaxqueryparams = godebug.New("urlmaxqueryparams")

const defaultMaxParams = 10000

// tooMany reports whether there are more parameters than the setting urlmaxqueryparams allows; 0 allows any number.
func tooMany(params int) bool {
	most := defaultMaxParams
	if text := urlmaxqueryparams.Value(); text != "" {
		if n, err := strconv.Atoi(text); err == nil {
			most = n
		}
	}
	return most > 0 && params > most
}

// ParseQuery returns the values of a query. Of what is wrong it leaves out, the first is the error.
func ParseQuery(query string) (Values, error) {
	v := Values{}
	return v, parseQuery(v, query)
}

func parseQuery(v Values, query string) (err error) {
	if tooMany(strings.Count(query, "&") + 1) {
		return errors.New("number of URL query parameters exceeded limit")
	}
	for query != "" {
		var key string
		key, query, _ = strings.Cut(query, "&")
		if strings.Contains(key, ";") {
			err = fmt.Errorf("invalid semicolon separator in query")
			continue
		}
		if key == "" {
			continue
		}
		key, value, _ := strings.Cut(key, "=")
		key, wrong := QueryUnescape(key)
		if wrong == nil {
			value, wrong = QueryUnescape(value)
		}
		if wrong != nil {
			if err == nil {
				err = wrong
			}
			continue
		}
		v[key] = append(v[key], value)
	}
	return err
}

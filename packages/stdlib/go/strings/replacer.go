package strings

import "io"

// A Replacer replaces several strings at once.
type Replacer struct {
	oldnew []string
	// For each byte the pairs whose old begins with it, by the index of the old, in their order; -1 ends a list.
	first [256]int32
	next  []int32
	empty int // the pair whose old is empty, -1 if there is none
}

// NewReplacer takes pairs of old and new. At each position the first pair that fits is taken, and what it replaced is not
// looked at again. It panics if an argument has no partner.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{oldnew: append([]string(nil), oldnew...), next: make([]int32, len(oldnew)/2), empty: -1}
	for i := range r.first {
		r.first[i] = -1
	}
	for i := len(oldnew) - 2; i >= 0; i -= 2 {
		if oldnew[i] == "" {
			r.empty = i / 2
			continue
		}
		c := oldnew[i][0]
		r.next[i/2] = r.first[c]
		r.first[c] = int32(i / 2)
	}
	return r
}

// match returns the first pair whose old is at the start of s, -1 if there is none.
func (r *Replacer) match(s string, allowEmpty bool) int {
	found := -1
	if s != "" {
		for i := int(r.first[s[0]]); i >= 0; i = int(r.next[i]) {
			if HasPrefix(s, r.oldnew[2*i]) {
				found = i
				break
			}
		}
	}
	if allowEmpty && r.empty >= 0 && (found < 0 || r.empty < found) {
		return r.empty
	}
	return found
}

// each calls emit with what is kept and what is put in, in order, and returns what is kept at the end.
func (r *Replacer) each(s string, emit func(kept, put string) bool) (rest string) {
	kept := 0
	allowEmpty := true // not twice at the same position
	for i := 0; i <= len(s); {
		if i < len(s) && r.empty < 0 && r.first[s[i]] < 0 {
			i++
			continue
		}
		m := r.match(s[i:], allowEmpty)
		if m < 0 {
			allowEmpty = true
			i++
			continue
		}
		old := r.oldnew[2*m]
		if !emit(s[kept:i], r.oldnew[2*m+1]) {
			return ""
		}
		allowEmpty = old != ""
		i += len(old)
		kept = i
	}
	return s[kept:]
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	var b []byte
	changed := false
	rest := r.each(s, func(kept, put string) bool {
		if !changed {
			b = make([]byte, 0, len(s)+len(put))
			changed = true
		}
		b = append(append(b, kept...), put...)
		return true
	})
	if !changed {
		return s
	}
	return asString(append(b, rest...))
}

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	write := func(part string) bool {
		if part != "" && err == nil {
			var m int
			m, err = io.WriteString(w, part)
			n += m
		}
		return err == nil
	}
	rest := r.each(s, func(kept, put string) bool { return write(kept) && write(put) })
	write(rest)
	return n, err
}

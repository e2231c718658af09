package regexp

import "io"

// What a method of the Find family returns is in its name: All, String, Submatch, Index. Positions come in pairs, that of group n at
// 2n; those of a group that has not matched are -1.

// groups returns the pairs of the leftmost match.
func (re *Regexp) groups(s string) []int {
	slots, _ := re.search(s, 0, re.prog.slots, nil)
	return re.padded(slots)
}

// padded adds pairs for groups that the program has none for: those that can never match.
func (re *Regexp) padded(slots []int) []int {
	if slots == nil {
		return nil
	}
	for len(slots) < 2*len(re.names) {
		slots = append(slots, -1)
	}
	return slots
}

// Find returns the leftmost match, nil if there is none.
func (re *Regexp) Find(b []byte) []byte {
	var pair [2]int
	loc, ok := re.search(asString(b), 0, 2, pair[:0])
	if !ok {
		return nil
	}
	return b[loc[0]:loc[1]:loc[1]]
}

// FindIndex returns where the leftmost match is.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.FindStringIndex(asString(b)) }

// FindString returns the leftmost match, empty if there is none.
func (re *Regexp) FindString(s string) string {
	var pair [2]int
	loc, ok := re.search(s, 0, 2, pair[:0])
	if !ok {
		return ""
	}
	return s[loc[0]:loc[1]]
}

// FindStringIndex returns where the leftmost match is.
func (re *Regexp) FindStringIndex(s string) (loc []int) {
	loc, _ = re.search(s, 0, 2, nil)
	return loc
}

// FindReaderIndex returns where the leftmost match in what a reader returns is.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) {
	loc, _ = re.simulate(&source{reader: r}, 2, nil)
	return loc
}

// FindSubmatch returns the leftmost match and its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte { return cutBytes(b, re.groups(asString(b))) }

// FindSubmatchIndex returns where the leftmost match and its groups are.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.groups(asString(b)) }

// FindStringSubmatch returns the leftmost match and its groups.
func (re *Regexp) FindStringSubmatch(s string) []string { return cutStrings(s, re.groups(s)) }

// FindStringSubmatchIndex returns where the leftmost match and its groups are.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.groups(s) }

// FindReaderSubmatchIndex returns where the leftmost match in what a reader returns and its groups are.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	slots, _ := re.simulate(&source{reader: r}, re.prog.slots, nil)
	return re.padded(slots)
}

func cutBytes(b []byte, pairs []int) [][]byte {
	if pairs == nil {
		return nil
	}
	parts := make([][]byte, len(pairs)/2)
	for i := range parts {
		if from, to := pairs[2*i], pairs[2*i+1]; from >= 0 {
			parts[i] = b[from:to:to]
		}
	}
	return parts
}

func cutStrings(s string, pairs []int) []string {
	if pairs == nil {
		return nil
	}
	parts := make([]string, len(pairs)/2)
	for i := range parts {
		if from, to := pairs[2*i], pairs[2*i+1]; from >= 0 {
			parts[i] = s[from:to]
		}
	}
	return parts
}

// all calls yield with each match that does not overlap the one before, up to n if n is not negative. An empty match where one has
// just ended does not count. The pairs are valid until the next match; there are `count` positions, and no more are looked for.
func (re *Regexp) all(s string, n, count int, yield func(pairs []int)) {
	buffer := make([]int, 0, max(count, 2))
	ended := -1
	for pos := 0; n != 0 && pos <= len(s); {
		pairs, ok := re.search(s, pos, count, buffer[:0])
		if !ok {
			return
		}
		from, to := pairs[0], pairs[1]
		counts := true
		if to > pos {
			pos = to
		} else {
			counts = from != ended
			if pos < len(s) {
				pos += runeWidth(s, pos)
			} else {
				pos++
			}
		}
		ended = to
		if counts {
			yield(pairs)
			n--
		}
	}
}

// FindAll returns the matches, up to n of them if n is not negative; nil if there are none.
func (re *Regexp) FindAll(b []byte, n int) (found [][]byte) {
	re.all(asString(b), n, 2, func(p []int) { found = append(found, b[p[0]:p[1]:p[1]]) })
	return found
}

// FindAllIndex returns where the matches are.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(asString(b), n) }

// FindAllString returns the matches.
func (re *Regexp) FindAllString(s string, n int) (found []string) {
	re.all(s, n, 2, func(p []int) { found = append(found, s[p[0]:p[1]]) })
	return found
}

// FindAllStringIndex returns where the matches are.
func (re *Regexp) FindAllStringIndex(s string, n int) (found [][]int) {
	re.all(s, n, 2, func(p []int) { found = append(found, []int{p[0], p[1]}) })
	return found
}

// FindAllSubmatch returns the matches and their groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) (found [][][]byte) {
	re.all(asString(b), n, re.prog.slots, func(p []int) { found = append(found, cutBytes(b, re.padded(p))) })
	return found
}

// FindAllSubmatchIndex returns where the matches and their groups are.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(asString(b), n)
}

// FindAllStringSubmatch returns the matches and their groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) (found [][]string) {
	re.all(s, n, re.prog.slots, func(p []int) { found = append(found, cutStrings(s, re.padded(p))) })
	return found
}

// FindAllStringSubmatchIndex returns where the matches and their groups are.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) (found [][]int) {
	re.all(s, n, re.prog.slots, func(p []int) { found = append(found, append([]int(nil), re.padded(p)...)) })
	return found
}

// Split returns the parts of a text between matches, at most n if n is positive: the last one is then the rest. n 0: nil. Like
// strings.SplitN, except that an empty match at the beginning makes no empty part.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && len(s) == 0 {
		return []string{""}
	}
	parts := []string{}
	begin, end := 0, 0
	for _, match := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(parts) == n-1 {
			break
		}
		end = match[0]
		if match[1] != 0 {
			parts = append(parts, s[begin:end])
		}
		begin = match[1]
	}
	if end != len(s) {
		parts = append(parts, s[begin:])
	}
	return parts
}

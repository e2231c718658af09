package suffixarray

// unsigned by use: characters are bytes, or names of the level above.
type character interface{ ~uint8 | ~int32 | ~int64 }

type position interface{ ~int32 | ~int64 }

func text_32(text []byte, sa []int32) { sortSuffixes(text, sa, 256) }

func text_64(text []byte, sa []int64) { sortSuffixes(text, sa, 256) }

// sortSuffixes sets sa to the suffixes of s in order, in linear time (SA-IS: Nong, Zhang, Chan 2009, Linear suffix array construction by almost pure induced sorting). Characters are below
// k. A suffix is of type S if it is smaller than the next one, L otherwise; of those of type S that follow one of type L (LMS), the order is found first, and that of all
// others follows from it.
func sortSuffixes[T character, P position](s []T, sa []P, k int) {
	n := len(s)
	if n == 0 {
		return
	}
	if n == 1 {
		sa[0] = 0
		return
	}
	types := typesOf(s)
	buckets := make([]P, k+1) // where those of each character begin; the last is n
	for _, c := range s {
		buckets[int(c)+1]++
	}
	for c := range k {
		buckets[c+1] += buckets[c]
	}
	work := make([]P, k)
	fill(sa, -1)
	copy(work, buckets[1:])
	count := 0
	for i := n - 1; i > 0; i-- {
		if types.isLMS(i) {
			work[s[i]]--
			sa[work[s[i]]] = P(i)
			count++
		}
	}
	if count > 1 {
		induce(s, sa, types, buckets, work)
		sortLMS(s, sa, types, count)
		// Those in order are at the end of sa; they go to the ends of their buckets, the largest first.
		fill(sa[:n-count], -1)
		copy(work, buckets[1:])
		moveLMS(s, sa, work, count)
	}
	induce(s, sa, types, buckets, work)
}

func fill[P position](sa []P, v P) {
	for i := range sa {
		sa[i] = v
	}
}

// A typeSet has a bit for each suffix, set for those of type S.
type typeSet []uint64

func (t typeSet) isS(i int) bool { return t[uint(i)/64]>>(uint(i)%64)&1 != 0 }

func (t typeSet) isLMS(i int) bool { return i > 0 && t.isS(i) && !t.isS(i-1) }

func typesOf[T character](s []T) typeSet {
	n := len(s)
	t := make(typeSet, n/64+1)
	smaller := false // the last one is followed by nothing, which is smaller
	for i := n - 2; i >= 0; i-- {
		if s[i] != s[i+1] {
			smaller = s[i] < s[i+1]
		}
		if smaller {
			t[i/64] |= 1 << (uint(i) % 64)
		}
	}
	return t
}

// induce puts suffixes of type L at the beginning of their buckets and then those of type S at the end, each when the one after it is met.
func induce[T character, P position](s []T, sa []P, types typeSet, buckets, work []P) {
	n := len(s)
	copy(work, buckets)
	last := s[n-1]
	sa[work[last]] = P(n - 1)
	work[last]++
	for i := 0; i < n; i++ {
		if j := int(sa[i]) - 1; j >= 0 && !types.isS(j) {
			c := s[j]
			sa[work[c]] = P(j)
			work[c]++
		}
	}
	copy(work, buckets[1:])
	for i := n - 1; i >= 0; i-- {
		if j := int(sa[i]) - 1; j >= 0 && types.isS(j) {
			c := s[j]
			work[c]--
			sa[work[c]] = P(j)
		}
	}
}

// sortLMS sorts the LMS suffixes, whose first parts up to the next LMS suffix are in order in sa, and leaves them at the end of it.
func sortLMS[T character, P position](s []T, sa []P, types typeSet, count int) {
	n := len(s)
	// Those in order come to the beginning, and their names, equal for equal parts, to the places after, by half of their position: no two are neighbours.
	m := 0
	for _, i := range sa {
		if i > 0 && types.isLMS(int(i)) {
			sa[m] = i
			m++
		}
	}
	names := sa[count:]
	fill(names, -1)
	name, before := P(-1), -1
	for _, i := range sa[:count] {
		if before < 0 || !equalParts(s, types, before, int(i)) {
			name++
		}
		before = int(i)
		names[i/2] = name
	}
	reduced := make([]P, 0, count)
	for _, v := range names {
		if v >= 0 {
			reduced = append(reduced, v)
		}
	}
	order := sa[:count]
	if int(name)+1 < count {
		sortSuffixes(reduced, order, int(name)+1)
	} else {
		for i, v := range reduced {
			order[v] = P(i)
		}
	}
	// Numbers of LMS suffixes become positions.
	positions := reduced[:0]
	for i := 1; i < n; i++ {
		if types.isLMS(i) {
			positions = append(positions, P(i))
		}
	}
	for i := count - 1; i >= 0; i-- {
		sa[n-count+i] = positions[order[i]]
	}
}

func moveLMS[T character, P position](s []T, sa, work []P, count int) {
	n := len(s)
	sorted := append([]P(nil), sa[n-count:]...)
	fill(sa[n-count:], -1)
	for k := count - 1; k >= 0; k-- {
		i := sorted[k]
		c := s[i]
		work[c]--
		sa[work[c]] = i
	}
}

// equalParts compares two suffixes up to the next LMS suffix of each.
func equalParts[T character](s []T, types typeSet, i, j int) bool {
	for k := 0; ; k++ {
		if i+k >= len(s) || j+k >= len(s) || s[i+k] != s[j+k] || types.isS(i+k) != types.isS(j+k) {
			return false
		}
		if k > 0 && (types.isLMS(i+k) || types.isLMS(j+k)) {
			return types.isLMS(i+k) && types.isLMS(j+k)
		}
	}
}

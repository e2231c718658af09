package time

import "errors"

// zoneTable is what a file of the time zone database says (RFC 9636).
type zoneTable struct {
	zones []zone
	// Each change begins a span; sorted by time.
	changes []zoneChange
	// The rule for times after the last change, as the variable TZ has it; empty for none.
	rule string
}

type zone struct {
	name   string
	offset int
	dst    bool
}

type zoneChange struct {
	at   int64
	zone uint8
}

// find returns the span that holds at a time.
func (t *zoneTable) find(seconds int64) zoneSpan {
	// The first change that is later.
	low, high := 0, len(t.changes)
	for low < high {
		middle := int(uint(low+high) / 2)
		if t.changes[middle].at <= seconds {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 && len(t.changes) > 0 {
		z := &t.zones[t.zoneBefore()]
		return zoneSpan{z.name, z.offset, z.dst, firstSecond, t.changes[0].at}
	}
	index, start, end := uint8(0), int64(firstSecond), int64(lastSecond)
	if low > 0 {
		index, start = t.changes[low-1].zone, t.changes[low-1].at
	}
	if low < len(t.changes) {
		end = t.changes[low].at
	} else if t.rule != "" {
		if span, ok := ruleSpan(t.rule, start, seconds); ok {
			return span
		}
	}
	z := &t.zones[index]
	return zoneSpan{z.name, z.offset, z.dst, start, end}
}

// zoneBefore returns the index of the zone that held before the first change.
func (t *zoneTable) zoneBefore() int {
	used := false
	for _, c := range t.changes {
		used = used || c.zone == 0
	}
	if !used {
		return 0
	}
	if first := int(t.changes[0].zone); t.zones[first].dst {
		for i := first - 1; i >= 0; i-- {
			if !t.zones[i].dst {
				return i
			}
		}
	}
	for i := range t.zones {
		if !t.zones[i].dst {
			return i
		}
	}
	return 0
}

// findName returns the offset of an abbreviation, best one that holds when clocks show so many seconds since 1970.
func (t *zoneTable) findName(name string, shown int64) (offset int, ok bool) {
	for i := range t.zones {
		z := &t.zones[i]
		if z.name == name {
			if span := t.find(shown - int64(z.offset)); span.name == name {
				return span.offset, true
			}
		}
	}
	for i := range t.zones {
		if t.zones[i].name == name {
			return t.zones[i].offset, true
		}
	}
	return 0, false
}

var errBadZoneData = errors.New("malformed time zone information")

// zoneReader reads numbers of the file; ok becomes false at its end.
type zoneReader struct {
	data []byte
	ok   bool
}

func (r *zoneReader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.ok = false
		r.data = nil
		return nil
	}
	part := r.data[:n]
	r.data = r.data[n:]
	return part
}

// signed reads a big-endian number of so many bytes.
func (r *zoneReader) signed(size int) int64 {
	n := int64(0)
	for i, b := range r.bytes(size) {
		if i == 0 {
			n = int64(int8(b))
		} else {
			n = n<<8 | int64(b)
		}
	}
	return n
}

// zoneHeader has the counts of a block of data.
type zoneHeader struct {
	version                                            byte
	isUT, isStandard, leaps, changes, zones, nameBytes int
}

func (r *zoneReader) header() (h zoneHeader, ok bool) {
	if string(r.bytes(4)) != "TZif" {
		return h, false
	}
	about := r.bytes(16)
	for _, count := range []*int{&h.isUT, &h.isStandard, &h.leaps, &h.changes, &h.zones, &h.nameBytes} {
		*count = int(uint32(r.signed(4)))
	}
	if !r.ok {
		return h, false
	}
	h.version = about[0]
	return h, h.version == 0 || h.version == '2' || h.version == '3' || h.version == '4'
}

// LoadLocationFromTZData makes a location from the content of a file of the time zone database.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	r := &zoneReader{data, true}
	h, ok := r.header()
	if !ok {
		return nil, errBadZoneData
	}
	size := 4
	if h.version != 0 {
		// The first block is for readers that know times of four bytes only.
		r.bytes(h.changes*5 + h.zones*6 + h.nameBytes + h.leaps*8 + h.isStandard + h.isUT)
		if h, ok = r.header(); !ok {
			return nil, errBadZoneData
		}
		size = 8
	}
	times := &zoneReader{r.bytes(h.changes * size), true}
	indices := r.bytes(h.changes)
	records := &zoneReader{r.bytes(h.zones * 6), true}
	names := string(r.bytes(h.nameBytes))
	r.bytes(h.leaps*(size+4) + h.isStandard + h.isUT)
	if !r.ok || h.zones == 0 {
		return nil, errBadZoneData
	}
	table := &zoneTable{zones: make([]zone, h.zones), changes: make([]zoneChange, h.changes)}
	for i := range table.zones {
		offset := int(records.signed(4))
		about := records.bytes(2)
		if int(about[1]) >= len(names) {
			return nil, errBadZoneData
		}
		end := int(about[1])
		for end < len(names) && names[end] != 0 {
			end++
		}
		table.zones[i] = zone{names[about[1]:end], offset, about[0] != 0}
	}
	for i := range table.changes {
		if int(indices[i]) >= h.zones {
			return nil, errBadZoneData
		}
		table.changes[i] = zoneChange{times.signed(size), indices[i]}
	}
	if rest := r.data; len(rest) > 2 && rest[0] == '\n' && rest[len(rest)-1] == '\n' {
		table.rule = string(rest[1 : len(rest)-1])
	}
	return &Location{name: name, zones: table}, nil
}

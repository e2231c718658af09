package runtime

import "unsafe"

// Maps are open-addressing hash tables of groups of eight slots, each group with eight control bytes that are
// compared at once: the idea of Abseil's Swiss tables (https://abseil.io/about/design/swisstables), here with 64-bit
// words instead of vector instructions, and with the control bytes beside the slots, so that a look-up mostly touches
// one line of memory. The functions are generic: hashing and comparing keys is inline.
//
// A control byte is 0 for an empty slot, 1 for a deleted one, and 0x80 | seven bits of the hash for a full one, so
// that fresh memory is an empty table. Groups are probed by triangular numbers, which reaches all of them; a group
// with an empty slot ends the search.
//
// Growing makes a new table and leaves the old one as it was: iterators go on in the one that they began with, and
// look each key up in the new table, so that they see deletions and new values, and no entry twice.

const (
	groupSlots  = 8
	lowBits     = 0x0101010101010101
	highBits    = 0x8080808080808080
	fullControl = 0x80
)

type slot[K comparable, V any] struct {
	key   K
	value V
}

type group[K comparable, V any] struct {
	control uint64
	slots   [groupSlots]slot[K, V]
}

// hmap is what a map value points to. Everything else but the number of entries is private to this file.
type hmap[K comparable, V any] struct {
	count  uint32
	mask   uint32 // number of groups - 1
	left   uint32 // how many empty slots may still be filled
	clears uint32 // how often the map has been cleared
	seed   uint64
	groups *group[K, V]
}

// hiter is the state of a range over a map. key and value are those of the current entry; key is nil at the end.
type hiter[K comparable, V any] struct {
	key      *K
	value    *V
	m        *hmap[K, V]
	groups   *group[K, V]
	mask     uint32 // number of groups - 1
	offset   uint32 // the slot at which the iteration begins
	position uint32 // how many slots have been visited
	clears   uint32
}

// hash is the compiler's code for hashing a key.
//
//goes:intrinsic hash
func hash[K comparable](key K, seed uint64) uint64

//goes:intrinsic i64.ctz
func trailingZeros(x uint64) uint64

func (m *hmap[K, V]) group(index uint32) *group[K, V] {
	return (*group[K, V])(unsafe.Add(unsafe.Pointer(m.groups), uintptr(index)*unsafe.Sizeof(*m.groups)))
}

// slot returns the slot of the lowest bit of a match.
func (g *group[K, V]) slot(match uint64) *slot[K, V] {
	return (*slot[K, V])(unsafe.Add(unsafe.Pointer(&g.slots), uintptr(trailingZeros(match)>>3)*unsafe.Sizeof(g.slots[0])))
}

// matchTag finds the control bytes that may be equal to the byte that tag repeats; keys must be compared.
func matchTag(control, tag uint64) uint64 {
	x := control ^ tag
	return (x - lowBits) &^ x & highBits
}

// matchEmpty finds the empty slots.
func matchEmpty(control uint64) uint64 {
	return ^(control | control<<7) & highBits
}

// tagOf is the control byte of a hash in all eight bytes.
func tagOf(h uint64) uint64 {
	return (h&0x7f | fullControl) * lowBits
}

// mapMake returns a map with room for hint entries.
func mapMake[K comparable, V any](hint int) *hmap[K, V] {
	m := new(hmap[K, V])
	m.seed = fastrand64()
	if hint > 0 {
		groups := uint32(1)
		for int(groups)*7 < hint && groups < 1<<24 {
			groups *= 2
		}
		m.allocate(groups)
	}
	return m
}

// allocate makes an empty table for the map.
func (m *hmap[K, V]) allocate(groups uint32) {
	m.groups = unsafe.SliceData(make([]group[K, V], int(groups)))
	m.mask = groups - 1
	m.left = groups * 7
}

// mapFind returns the address of the element under a key, nil if there is none.
func mapFind[K comparable, V any](m *hmap[K, V], key K) *V {
	if m == nil || m.count == 0 {
		hash(key, 0) // a key that cannot be hashed panics even so
		return nil
	}
	s := m.find(key, hash(key, m.seed))
	if s == nil {
		return nil
	}
	return &s.value
}

func (m *hmap[K, V]) find(key K, h uint64) *slot[K, V] {
	tag := tagOf(h)
	mask := m.mask
	index := uint32(h>>32) & mask
	for step := uint32(1); ; step++ {
		g := m.group(index)
		control := g.control
		for match := matchTag(control, tag); match != 0; match &= match - 1 {
			s := g.slot(match)
			if s.key == key {
				return s
			}
		}
		if matchEmpty(control) != 0 {
			return nil
		}
		index = (index + step) & mask
	}
}

// mapAssign returns the address of the element under a key, and makes an entry if there is none.
func mapAssign[K comparable, V any](m *hmap[K, V], key K) *V {
	if m == nil {
		panicNilMap()
	}
	h := hash(key, m.seed)
	if m.groups == nil {
		m.allocate(1)
	}
	tag := tagOf(h)
	mask := m.mask
	index := uint32(h>>32) & mask
	var free *group[K, V]
	var freeSlots uint64
	for step := uint32(1); ; step++ {
		g := m.group(index)
		control := g.control
		for match := matchTag(control, tag); match != 0; match &= match - 1 {
			s := g.slot(match)
			if s.key == key {
				s.key = key // +0 replaces -0
				return &s.value
			}
		}
		if free == nil {
			freeSlots = ^control & highBits
			if freeSlots != 0 {
				free = g
			}
		}
		if matchEmpty(control) != 0 {
			break
		}
		index = (index + step) & mask
	}
	lowest := freeSlots & -freeSlots
	if free.control&(lowest>>7) == 0 { // an empty slot, not a deleted one
		if m.left == 0 {
			m.grow()
			return m.insert(key, h)
		}
		m.left--
	}
	return m.fill(free, lowest, tag, key)
}

// fill makes an entry in a free slot, that of the bit lowest.
func (m *hmap[K, V]) fill(g *group[K, V], lowest, tag uint64, key K) *V {
	// lowest is the top bit of the control byte; its byte becomes that of the tag.
	bits := lowest<<1 - lowest>>7
	g.control = g.control&^bits | tag&bits
	m.count++
	s := g.slot(lowest)
	s.key = key
	return &s.value
}

// insert makes an entry for a key that the map lacks. There is an empty slot.
func (m *hmap[K, V]) insert(key K, h uint64) *V {
	mask := m.mask
	index := uint32(h>>32) & mask
	for step := uint32(1); ; step++ {
		g := m.group(index)
		free := ^g.control & highBits
		if free != 0 {
			m.left--
			return m.fill(g, free&-free, tagOf(h), key)
		}
		index = (index + step) & mask
	}
}

// grow moves the entries to a new table: a larger one, unless much of the old one is deleted entries.
//
//go:noinline
func (m *hmap[K, V]) grow() {
	old := m.groups
	oldGroups := m.mask + 1
	groups := oldGroups
	if m.count > groups*3 {
		groups *= 2
	}
	m.allocate(groups)
	m.count = 0
	for i := uint32(0); i < oldGroups; i++ {
		g := (*group[K, V])(unsafe.Add(unsafe.Pointer(old), uintptr(i)*unsafe.Sizeof(*old)))
		for full := g.control & highBits; full != 0; full &= full - 1 {
			s := g.slot(full)
			*m.insert(s.key, hash(s.key, m.seed)) = s.value
		}
	}
}

// mapDelete removes the entry under a key, if there is one.
func mapDelete[K comparable, V any](m *hmap[K, V], key K) {
	if m == nil || m.count == 0 {
		hash(key, 0)
		return
	}
	h := hash(key, m.seed)
	tag := tagOf(h)
	mask := m.mask
	index := uint32(h>>32) & mask
	for step := uint32(1); ; step++ {
		g := m.group(index)
		control := g.control
		for match := matchTag(control, tag); match != 0; match &= match - 1 {
			s := g.slot(match)
			if s.key != key {
				continue
			}
			*s = slot[K, V]{}
			lowest := match & -match
			control &^= lowest<<1 - lowest>>7
			if matchEmpty(g.control) != 0 {
				m.left++ // searches end in this group anyway
			} else {
				control |= lowest >> 7
			}
			g.control = control
			m.count--
			return
		}
		if matchEmpty(control) != 0 {
			return
		}
		index = (index + step) & mask
	}
}

// mapClear removes all entries, also those whose keys are not equal to themselves.
func mapClear[K comparable, V any](m *hmap[K, V]) {
	if m == nil || m.groups == nil {
		return
	}
	m.clears++
	m.count = 0
	groups := m.mask + 1
	m.left = groups * 7
	clear(unsafe.Slice(m.groups, int(groups)))
}

// mapIterInit begins a range over a map at a random slot. mapIterNext returns the first entry.
func mapIterInit[K comparable, V any](m *hmap[K, V], it *hiter[K, V]) {
	*it = hiter[K, V]{m: m}
	if m == nil || m.count == 0 {
		return
	}
	it.groups = m.groups
	it.mask = m.mask
	it.clears = m.clears
	it.offset = uint32(fastrand64())
}

// mapIterNext moves on to the next entry.
func mapIterNext[K comparable, V any](it *hiter[K, V]) {
	groups := it.groups
	if groups == nil {
		it.key = nil
		return
	}
	m := it.m
	slots := (it.mask + 1) * groupSlots
	for position := it.position; position < slots; position++ {
		at := (position + it.offset) & (slots - 1)
		g := (*group[K, V])(unsafe.Add(unsafe.Pointer(groups), uintptr(at/groupSlots)*unsafe.Sizeof(*groups)))
		bit := uint64(fullControl) << (at % groupSlots * 8)
		if g.control&bit == 0 {
			continue
		}
		s := g.slot(bit)
		if groups != m.groups {
			s = it.current(s)
			if s == nil {
				continue
			}
		}
		it.position = position + 1
		it.key = &s.key
		it.value = &s.value
		return
	}
	it.position = slots
	it.key = nil
	it.value = nil
}

// current returns what has become of an entry of a table that the map has outgrown, nil if it has been deleted.
func (it *hiter[K, V]) current(s *slot[K, V]) *slot[K, V] {
	m := it.m
	if s.key != s.key {
		// Not even the program can find it: only clear removes it.
		if m.clears != it.clears {
			return nil
		}
		return s
	}
	if m.count == 0 {
		return nil
	}
	return m.find(s.key, hash(s.key, m.seed))
}

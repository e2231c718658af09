package runtime

import _ "unsafe"

// poolList is where a sync.Pool keeps its values. A cycle empties it: what was not used between two cycles is garbage.
type poolList struct {
	values []any
	older  []any // those that the last cycle found
	next   *poolList
	listed bool
}

var pools *poolList

// listPool lets cycles know of a pool.
//
//go:linkname listPool
//go:noinline
func listPool(p *poolList) {
	p.listed = true
	p.next = pools
	pools = p
}

// clearPools makes values older, and older ones garbage.
//
//goes:linkif runtime.listPool clearListedPools clearNoPools
func clearPools()

func clearNoPools() {}

func clearListedPools() {
	p := pools
	pools = nil
	for p != nil {
		next := p.next
		p.older = p.values
		p.values = nil
		p.listed = false
		if p.older != nil {
			listPool(p)
		}
		p = next
	}
}

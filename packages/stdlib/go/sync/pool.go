package sync

import _ "unsafe" // for linkname

// A Pool keeps values that may be used again. The collector empties it.
type Pool struct {
	list poolList
	// New makes a value when there is none to use again; it may be nil.
	New func() any
}

// poolList is what the collector knows of a pool: runtime.poolList.
type poolList struct {
	values []any
	older  []any
	next   *poolList
	listed bool
}

//go:linkname listPool runtime.listPool
func listPool(p *poolList)

// Get returns a value of the pool, or a new one, or nil.
func (p *Pool) Get() any {
	values := &p.list.values
	if len(*values) == 0 {
		values = &p.list.older
	}
	if last := len(*values) - 1; last >= 0 {
		value := (*values)[last]
		(*values)[last] = nil
		*values = (*values)[:last]
		return value
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Put returns a value to the pool; nil is ignored.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	if !p.list.listed {
		listPool(&p.list)
	}
	p.list.values = append(p.list.values, x)
}

package sync

// A Pool keeps values that may be used again.
type Pool struct {
	values []any
	// New makes a value when there is none to use again; it may be nil.
	New func() any
}

// Get gives a value of the pool, or a new one, or nil.
func (p *Pool) Get() any {
	if last := len(p.values) - 1; last >= 0 {
		value := p.values[last]
		p.values[last] = nil
		p.values = p.values[:last]
		return value
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Put gives a value to the pool; nil is ignored.
func (p *Pool) Put(x any) {
	if x != nil {
		p.values = append(p.values, x)
	}
}

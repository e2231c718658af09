package sync

// A Map is a map that many goroutines may use at once. Its zero value is empty.
type Map struct {
	entries map[any]any
}

// Load returns the value under key, and whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	value, ok = m.entries[key]
	return value, ok
}

// Store puts value under key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Clear removes all entries.
func (m *Map) Clear() { clear(m.entries) }

// LoadOrStore returns the value under key; if there is none it puts value there.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if old, ok := m.entries[key]; ok {
		return old, true
	}
	m.Swap(key, value)
	return value, false
}

// LoadAndDelete removes the entry under key and returns its value, and whether there was one.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	value, loaded = m.entries[key]
	delete(m.entries, key)
	return value, loaded
}

// Delete removes the entry under key.
func (m *Map) Delete(key any) { delete(m.entries, key) }

// Swap puts value under key and returns the value that was there, and whether there was one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	if m.entries == nil {
		m.entries = make(map[any]any)
	}
	previous, loaded = m.entries[key]
	m.entries[key] = value
	return previous, loaded
}

// CompareAndSwap puts new under key if old is there, and reports whether it did.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	if value, ok := m.entries[key]; !ok || value != old {
		return false
	}
	m.entries[key] = new
	return true
}

// CompareAndDelete removes the entry under key if old is there, and reports whether it did.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	if value, ok := m.entries[key]; !ok || value != old {
		return false
	}
	delete(m.entries, key)
	return true
}

// Range calls f for the entries until it returns false. f may change the map.
func (m *Map) Range(f func(key, value any) bool) {
	for key, value := range m.entries {
		if !f(key, value) {
			return
		}
	}
}

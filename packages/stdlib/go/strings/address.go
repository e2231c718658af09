//go:build goes

package strings

import "unsafe"

// addressOf is where b is; nothing moves under goes.
func addressOf(b *Builder) uintptr { return uintptr(unsafe.Pointer(b)) }

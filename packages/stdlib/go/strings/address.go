//go:build goes

package strings

import "unsafe"

// addressOf is where b is; nothing moves under goes.
func addressOf(b *Builder) int { return int(uintptr(unsafe.Pointer(b))) }

package strings

// addressOf cannot be told where things move.
func addressOf(*Builder) uintptr { return 1 }

package literals

import . "math"

//go:noinline
func numbers() []any {
	return []any{
		0, 017, 0o17, 0b101, 0xFF_FF, 1_000,
		1.5, .5, 1., 1e3, 0x1.8p-2, 3i, 0.5i,
		'a', '\n', '\'', '\x41', '\u65e5', '\U0001F600', '日',
		"a\tb\"c", `raw
string`, "",
		-Pi, +1, ^2, !true, &point{1, 2}, *new(int),
	}
}

type point struct{ x, y int }

var ( /* a group */
	origin = point{}
	corners = [...]point{{1, 2}, {x: 3}}
	grid = [2][2]*point{{&origin, nil}, {nil, {4, 5}}}
	lookup = map[point]string{{1, 2}: "a", origin: "b"}
)

func precedence(a, b, c, d int) bool {
	return a+b*c-d<<2&3 == a|b^c && !(a < b || c >= d) || a%b != -c
}

/** Helpers of generated programs: those that a program asks for, with what they need themselves. */
interface Helper {
  readonly needs?: readonly string[];
  readonly text: string;
}

/** Always there: calls and lines of output are limited, so that programs end soon. */
export const limits = `var fuel = 250
var lines = 1200

func spent() bool {
	fuel--
	return fuel < 0
}

func out() bool {
	lines--
	return lines >= 0
}`;

const helpers: Readonly<Record<string, Helper>> = {
  out: { text: "" },
  tr: {
    text: `func tr[T any](n int, v T) T {
	if out() {
		println("tr", n)
	}
	return v
}`,
  },
  at: {
    text: `func at[S ~[]E, E any](s S, i int) E {
	if i < len(s) {
		return s[i]
	}
	return *new(E)
}`,
  },
  clip: {
    text: `func clip[S ~[]E, E any](s S) S {
	if len(s) > 12 {
		s = s[:12]
	}
	return s[:len(s):len(s)]
}`,
  },
  head: {
    text: `func head[S ~[]E, E any](s S, n int) S {
	if n < len(s) {
		return s[:n]
	}
	return s
}`,
  },
  cut: {
    text: `func cut(s string) string {
	if len(s) > 30 {
		return s[:30]
	}
	return s
}`,
  },
  sub: {
    text: `func sub(s string, from, to int) string {
	if to > len(s) {
		to = len(s)
	}
	if from > to {
		from = to
	}
	return s[from:to]
}`,
  },
  itoa: {
    text: `func itoa(n int) string {
	if n < 0 {
		return "-"
	}
	s := ""
	for n > 0 {
		s = string(rune('0'+n%10)) + s
		n /= 10
	}
	return s
}`,
  },
  byteAt: {
    text: `func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}`,
  },
  trunc: {
    text: `func trunc(x float64) int64 {
	if x != x || x > 1e15 || x < -1e15 {
		return 77
	}
	return int64(x)
}`,
  },
  count: {
    text: `func count(b bool) int {
	if b {
		return 1
	}
	return 0
}`,
  },
  ref: {
    text: `func ref[T any](v T) *T {
	return &v
}`,
  },
  sortedKeys: {
    needs: ["ordered"],
    text: `func sortedKeys[K ordered, V any](m map[K]V) []K {
	var keys []K
	for k := range m {
		at := len(keys)
		keys = append(keys, k)
		for at > 0 && (keys[at-1] > k || k != k) {
			keys[at] = keys[at-1]
			at--
		}
		keys[at] = k
	}
	return keys
}`,
  },
  ordered: {
    needs: ["number"],
    text: `type ordered interface {
	number | ~string
}`,
  },
  number: {
    needs: ["integer"],
    text: `type number interface {
	integer | ~float32 | ~float64
}`,
  },
  integer: {
    text: `type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}`,
  },
  upTo: {
    text: `func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}`,
  },
  each: {
    text: `func each[T any](s []T) func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		defer println("each done")
		for i, v := range s {
			if !yield(i, v) {
				return
			}
		}
	}
}`,
  },
  failure: {
    text: `type failure struct {
	code int
	text string
}

func (f failure) Error() string {
	return "failure: " + f.text
}`,
  },
  caught: {
    text: `func caught(r any) {
	if !out() {
		return
	}
	switch r := r.(type) {
	case nil:
		println("no panic")
	case error:
		println("error", r.Error())
	case string:
		println("string", r)
	case int:
		println("int", r)
	default:
		println("value")
	}
}`,
  },
  try: {
    needs: ["caught"],
    text: `func try(n int, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if out() {
				print("in ", n, ": ")
			}
			caught(r)
		}
	}()
	f()
}`,
  },
};

/** The texts of the helpers that are asked for. */
export function helperTexts(asked: Iterable<string>): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const helper = helpers[name];
    if (helper === undefined || found.has(name)) return;
    found.add(name);
    helper.needs?.forEach(visit);
  };
  for (const name of asked) visit(name);
  return [...found].map((name) => helpers[name]!.text).filter((text) => text !== "");
}

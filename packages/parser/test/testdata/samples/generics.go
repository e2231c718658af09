//go:build go1.23 && !plan9

package generics

type number interface {
	~int | ~int64 | ~float64
	String() string
}

type pair[K comparable, V any] struct {
	key   K `json:"key"`
	value V
	*pair[K, V]
}

type (
	list[T any]       []T
	tree[T *int,]     struct{ left, right *tree[T] }
	matrix[P (int),]  [2][3]P
	alias             = pair[string, []int]
	array             [high * 2]byte
	handler           func(name string, args ...any) (n int, err error)
	pipe              chan<- chan (<-chan int)
	visitor[T number] interface {
		visit(T) (next visitor[T])
	}
)

const high = 0x1p4

func mapped[S ~[]E, E, R any](items S, f func(E) R) []R {
	result := make([]R, 0, len(items))
	for _, item := range items {
		result = append(result, f(item))
	}
	return result
}

func (l list[T]) each(yield func(int, T) bool) {
	for i, item := range l {
		if !yield(i, item) {
			return
		}
	}
}

func use() {
	_ = mapped[[]int, int, string]([]int{1, 2}, func(n int) string { return "" })
	_ = pair[string, int]{key: "a", value: 1}
	_ = (<-chan int)(nil)
	f := list[int].each
	for i, v := range (list[int]{1, 2, 3}).each {
		_, _ = i, v
	}
	_ = []pair[string, int]{{"a", 1, nil}, {key: "b"}}
	_ = f
}

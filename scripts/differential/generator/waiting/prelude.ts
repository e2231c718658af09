/** What every program about waiting has: an environment with what can be waited for, and a log that main prints. */
export const waitingPrelude = `// env is what a function works with. Only one goroutine at a time uses it, so its log does not depend on the scheduler.
type env struct {
	mu    sync.Mutex
	rw    sync.RWMutex
	feed  chan int
	never chan int
	item  *locked
	lines []string
	fuel  int
}

func newEnv(first, capacity int) *env {
	e := &env{feed: make(chan int, capacity), never: make(chan int), fuel: 120}
	e.item = &locked{name: "a", inner: &locked{name: "b"}}
	go func() {
		for x := first; ; x = (x*5 + 3) % 1000 {
			e.feed <- x
		}
	}()
	return e
}

func (e *env) log(args ...any) {
	if len(e.lines) < 200 {
		e.lines = append(e.lines, fmt.Sprintln(args...))
	}
}

func (e *env) spent() bool {
	e.fuel--
	return e.fuel < 0
}

// next waits for the next number.
func (e *env) next() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return <-e.feed
}

// both returns two results after waiting.
func (e *env) both(x int) (int, string) {
	n := e.next()
	return n + x, strconv.Itoa(n)
}

// elsewhere runs f in another goroutine and waits for it.
func (e *env) elsewhere(f func() int) int {
	done := make(chan int)
	go func() {
		defer close(done)
		done <- f()
	}()
	return <-done
}

// guarded runs f under a lock and turns its panic into text.
func (e *env) guarded(f func() int) (n int, text string) {
	e.rw.RLock()
	defer e.rw.RUnlock()
	defer func() {
		if r := recover(); r != nil {
			e.mu.Lock()
			defer e.mu.Unlock()
			text = fmt.Sprint("recovered ", r)
		}
	}()
	return f(), "fine"
}

// numbers returns what it has waited for.
func (e *env) numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer e.log("numbers end")
		for range n {
			if !yield(e.next()) {
				return
			}
		}
	}
}

// locked can be printed only by one goroutine at a time.
type locked struct {
	mu    sync.Mutex
	n     int
	name  string
	inner fmt.Stringer
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.n++
	if l.inner != nil {
		return fmt.Sprintf("%s%d(%v)", l.name, l.n%10, l.inner)
	}
	return l.name + strconv.Itoa(l.n%10)
}

type failure struct {
	code int
	of   *locked
}

func (f *failure) Error() string {
	return fmt.Sprintf("failure %d of %v", f.code, f.of)
}

type triple struct {
	a int
	b string
	c float64
}

func cut(s string) string {
	return s[max(0, len(s)-12):]
}

func tail(s []int) []int {
	return s[max(0, len(s)-5):]
}
`;

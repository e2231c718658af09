import type { Random } from "../random.ts";

/** A function without parameters that main calls; it prints the same whoever runs when. */
interface Part {
  readonly name: string;
  readonly text: string;
}

const makers: readonly ((random: Random) => Part)[] = [
  pipeline,
  fanIn,
  pingPong,
  merge,
  condition,
  generic,
  goexit,
  recovered,
];

/** Some of the usual shapes of concurrent programs. */
export function declareParts(random: Random): readonly Part[] {
  return random
    .shuffled(makers)
    .slice(0, 1 + random.int(3))
    .map((make) => make(random));
}

function pipeline(random: Random): Part {
  const stages = Array.from({ length: 1 + random.int(4) }, () =>
    random.pick(["x*3 + 1", "x ^ 21", "x - len(strconv.Itoa(x))", "x / 2", "x * x % 97"]),
  );
  const text = `func pipeline() {
	source := make(chan int${random.chance(50) ? "" : `, ${random.int(4)}`})
	go func() {
		defer close(source)
		for x := range ${3 + random.int(8)} {
			source <- x
		}
	}()
	var stage <-chan int = source
	for i, step := range []func(x int) int{
${stages.map((step) => `\t\tfunc(x int) int { return ${step} },`).join("\n")}
	} {
		from, to := stage, make(chan int, i)
		go func() {
			defer close(to)
			for x := range from {
				to <- step(x)
			}
		}()
		stage = to
	}
	for x := range stage {
		print(x, " ")
	}
	println()
}`;
  return { name: "pipeline", text };
}

function fanIn(random: Random): Part {
  const lock = random.pick(["sync.Mutex", "sync.RWMutex"]);
  const text = `func fanIn() {
	var mu ${lock}
	var wg sync.WaitGroup
	words := strings.Split("${random.pick(["a bb ccc dddd", "one two three", "x y z w v u"])}", " ")
	seen := map[string]int{}
	for i, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for turn := range ${1 + random.int(4)} {
				func() {
					mu.Lock()
					defer mu.Unlock()
					seen[word] += len(word) + turn*i
				}()
				${random.pick(["runtime.Gosched()", "_ = turn", "mu.Lock()\n\t\t\t\tmu.Unlock()"])}
			}
		}()
	}
	wg.Wait()
	keys := make([]string, 0, len(seen))
	for key := range seen {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool {
		mu.Lock()
		defer mu.Unlock()
		return keys[i] > keys[j]
	})
	for _, key := range keys {
		println(key, seen[key])
	}
}`;
  return { name: "fanIn", text };
}

function pingPong(random: Random): Part {
  const text = `func pingPong() {
	ball, done := make(chan string), make(chan struct{})
	go func() {
		defer close(done)
		for text := range ball {
			ball <- cut(text + "${random.pick(["-", "ab", "."])}")
		}
	}()
	text, total := "${random.pick(["x", "", "ping"])}", 0.5
	for i := range ${2 + random.int(6)} {
		ball <- text + strconv.Itoa(i)
		text = <-ball
		total = total*1.5 + float64(len(text))
	}
	close(ball)
	<-done
	println(text, int(total*100))
}`;
  return { name: "pingPong", text };
}

function merge(random: Random): Part {
  const text = `func merge() {
	a, b := make(chan int, ${random.int(3)}), make(chan int, ${random.int(3)})
	send := func(c chan<- int, from, step int) {
		for i := range ${2 + random.int(5)} {
			c <- from + i*step
		}
		close(c)
	}
	go send(a, ${random.int(20)}, ${1 + random.int(5)})
	go send(b, ${random.int(20)}, ${1 + random.int(5)})
	sum, count := 0, 0
	for a != nil || b != nil {
		select {
		case x, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			sum += x
		case x, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			sum += x * 2
		}
		count++
	}
	println(sum, count)
}`;
  return { name: "merge", text };
}

function condition(random: Random): Part {
  const text = `func condition() {
	var mu sync.Mutex
	turn, cond := 0, sync.NewCond(&mu)
	var wg sync.WaitGroup
	for i := range ${2 + random.int(4)} {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			for turn != i {
				cond.Wait()
			}
			println("turn", i)
			turn++
			cond.${"Broadcast"}()
		})
	}
	wg.Wait()
	println(turn)
}`;
  return { name: "condition", text };
}

function generic(random: Random): Part {
  const [from, to, apply] = random.pick([
    ["int", "string", "strconv.Itoa(x * 7)"],
    ["int", "triple", `triple{x, "t", float64(x) / 4}`],
    ["int", "*locked", "&locked{n: x}"],
    ["int", "any", "x%2 == 0"],
  ]);
  const text = `func mapped[T, U any](from <-chan T, f func(T) U) <-chan U {
	to := make(chan U)
	go func() {
		defer close(to)
		for x := range from {
			to <- f(x)
		}
	}()
	return to
}

func collected[T any](from <-chan T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		n := 0
		for x := range from {
			if !yield(n, x) {
				return
			}
			n++
		}
	}
}

func generic() {
	source := make(chan ${from}, 2)
	go func() {
		for x := range ${3 + random.int(5)} {
			source <- x
		}
		close(source)
	}()
	for i, x := range collected(mapped(source, func(x ${from}) ${to} { return ${apply} })) {
		println(i, fmt.Sprint(x))
		if i == ${1 + random.int(6)} {
			break
		}
	}
}`;
  return { name: "generic", text };
}

function goexit(random: Random): Part {
  const text = `func goexit() {
	var wg sync.WaitGroup
	results := make([]string, ${2 + random.int(3)})
	for i := range results {
		wg.Go(func() {
			item := &locked{name: "g", n: i}
			defer func() {
				results[i] += item.String() + fmt.Sprint(recover())
			}()
			defer func() {
				results[i] = item.String()
				runtime.Gosched()
			}()
			if i%2 == ${random.int(2)} {
				runtime.Goexit()
			}
			results[i] = "not seen"
		})
	}
	wg.Wait()
	for _, result := range results {
		println(result)
	}
}`;
  return { name: "goexit", text };
}

function recovered(random: Random): Part {
  const text = `func recovered() {
	var mu sync.Mutex
	try := func(n int) (err error) {
		mu.Lock()
		defer mu.Unlock()
		defer func() {
			switch r := recover().(type) {
			case nil:
			case error:
				err = fmt.Errorf("in %d: %w", n, r)
			default:
				err = fmt.Errorf("in %d: %v", n, r)
			}
		}()
		item := &locked{name: "r", n: n}
		defer runtime.Gosched()
		switch n % 4 {
		case 0:
			panic(&failure{n, item})
		case 1:
			return &failure{n, item}
		case 2:
			panic(item)
		}
		return []error{nil}[n%${2 + random.int(2)}]
	}
	for n := range ${3 + random.int(5)} {
		if err := try(n); err != nil {
			println(err.Error())
		}
	}
}`;
  return { name: "recovered", text };
}

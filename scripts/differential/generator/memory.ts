import { Random } from "./random.ts";
import type { Topic } from "./topics.ts";

/**
 * Data that changes while garbage is made around it: maps of pointers, slices of slices, closures, trees, strings that share
 * memory, goroutines that wait with pointers in their frames, objects with finalizers and weak pointers. Best with `--gc`.
 */
export const memory: Topic = {
  name: "memory",
  weight: 10,
  generate(seed) {
    const random = new Random(seed);
    const steps = Array.from({ length: 15 + random.int(25) }, () => step(random, 2));
    const text = `// Seed ${seed}.
package main

import (
	"fmt"
	"runtime"
	"sort"
	"strings"
	"time"
	"weak"
)

${prelude}
func main() {
	w := &world{byName: map[string]*node{}, byNode: map[*node]string{}, faces: map[any]any{}}
${steps.join("\n")}
	w.settle()
	w.show()
}
`;
    return { seed, text, alone: true };
  },
};

const prelude = `type node struct {
	id          int
	text        string
	left, right *node
	any         any
}

type world struct {
	ids     int
	byName  map[string]*node
	byNode  map[*node]string
	faces   map[any]any
	grid    [][]*node
	texts   []string
	calls   []func(int) int
	waiting []chan *node
	answers chan string
	list    []*node
	ring    [7]any
	weak    []weak.Pointer[node]
	strong  []*node
	gone    int
	wanted  int
}

var sink any

func churn(n int) {
	for i := range n {
		sink = &node{id: i, left: &node{}}
		sink = make([]*node, i%9)
		sink = strings.Repeat("z", i%33)
	}
}

func (w *world) node() *node {
	w.ids++
	return &node{id: w.ids, text: fmt.Sprint("n", w.ids)}
}

func (w *world) tree(depth int) *node {
	n := w.node()
	if depth > 0 {
		n.left = w.tree(depth - 1)
		n.right = w.tree(depth - 1)
		n.any = []any{n.left, depth, n.text + "!"}
	}
	return n
}

func (n *node) sum() int {
	if n == nil {
		return 0
	}
	sum := n.id + len(n.text) + n.left.sum()*3 + n.right.sum()
	switch v := n.any.(type) {
	case []any:
		sum += len(v) + v[0].(*node).id
	case *node:
		sum += v.id
	case string:
		sum += len(v)
	}
	return sum % 1000003
}

func (w *world) start(depth int, own *node) {
	c := make(chan *node)
	if w.answers == nil {
		w.answers = make(chan string, 1000)
	}
	answers := w.answers
	go wait(depth, own, c, answers)
	w.waiting = append(w.waiting, c)
}

func wait(depth int, own *node, c chan *node, answers chan string) int {
	local := [3]*node{own, {id: depth, text: fmt.Sprint("d", depth)}, nil}
	if depth > 0 {
		return wait(depth-1, local[1], c, answers) + local[0].id
	}
	local[2] = <-c
	churn(3)
	answers <- fmt.Sprint(local[0].sum(), local[1].text, local[2].sum())
	return local[2].id
}

// finalized makes objects that nobody keeps.
func (w *world) finalized(n int) {
	w.wanted += n
	done := make(chan bool)
	go func() {
		for i := range n {
			object := &node{id: i, text: "f", left: &node{id: i * 2}}
			runtime.SetFinalizer(object, func(o *node) {
				if o.left.id == o.id*2 && o.text == "f" {
					w.gone++
				}
			})
		}
		done <- true
	}()
	<-done
}

func (w *world) settle() {
	for i, c := range w.waiting {
		c <- &node{id: i, text: "woken"}
	}
	var all []string
	for range w.waiting {
		all = append(all, <-w.answers)
		churn(2)
	}
	sort.Strings(all)
	fmt.Println(len(all), all)
	for range 50 {
		if w.gone == w.wanted {
			break
		}
		runtime.GC()
		churn(5)
		time.Sleep(time.Millisecond)
	}
	// The last few may be kept for a while by what is left on a stack.
	fmt.Println("finalized", w.gone >= w.wanted-w.wanted/4)
}

func (w *world) show() {
	sum := 0
	for name, n := range w.byName {
		if w.byNode[n] != name {
			sum++
		}
		sum += n.sum()
	}
	fmt.Println("maps", len(w.byName), len(w.byNode), sum)
	sum = 0
	for k, v := range w.faces {
		sum += len(fmt.Sprint(k)) + v.(*node).sum()
	}
	fmt.Println("faces", len(w.faces), sum)
	sum = 0
	for i, row := range w.grid {
		for j, n := range row {
			sum += n.sum() * (i + j + 1) % 1009
		}
	}
	fmt.Println("grid", len(w.grid), sum)
	fmt.Println("texts", strings.Join(w.texts, ","))
	sum = 0
	for i, call := range w.calls {
		sum += call(i) % 10007
	}
	fmt.Println("calls", len(w.calls), sum)
	sum = 0
	for _, n := range w.list {
		sum += n.sum()
	}
	fmt.Println("list", len(w.list), sum)
	for _, v := range w.ring {
		if n, ok := v.(*node); ok {
			v = n.sum()
		}
		fmt.Print(v, " ")
	}
	sum = 0
	for i, n := range w.strong {
		if w.weak[i].Value() != n || weak.Make(n) != w.weak[i] {
			sum++
		}
	}
	fmt.Println("weak", sum)
}
`;

/** A statement of main. */
function step(random: Random, depth: number): string {
  const n = random.int(6) + 1;
  const k = random.int(40);
  const indent = "\t".repeat(3 - depth);
  const choices: readonly (() => string)[] = [
    () => `n := w.tree(${random.int(4)}); w.byName[n.text] = n; w.byNode[n] = n.text`,
    () =>
      `for name, n := range w.byName { if n.id%${n + 1} == 0 { delete(w.byName, name); delete(w.byNode, n) } }`,
    () =>
      `w.faces[${["w.ids", 'fmt.Sprint("k", w.ids)', '[2]string{fmt.Sprint(w.ids), "x"}', "struct{ a any; b int }{w.ids, 1}"][random.int(4)]!}] = w.tree(1)`,
    () =>
      `for i := range ${n} { row := []*node{}; for range i { row = append(row, w.node()) }; w.grid = append(w.grid, row) }`,
    () =>
      `for i := range w.grid { w.grid[i] = append(w.grid[i], w.node()); w.grid[i] = w.grid[i][len(w.grid[i])/${n + 1}:] }`,
    () =>
      `s := strings.Repeat("text", ${k}) + fmt.Sprint(w.ids); w.texts = append(w.texts, s[len(s)-${random.int(2) + 1}:])`,
    () =>
      `n, m := w.tree(1), w.node(); w.calls = append(w.calls, func(i int) int { m.id += i; churn(${n}); return n.sum() + m.sum() })`,
    () => `for i, call := range w.calls { w.ring[(i+${n})%7] = call(${k}) }`,
    () => `w.start(${random.int(12)}, w.tree(1))`,
    () => `runtime.Gosched()`,
    () => `runtime.GC()`,
    () => `churn(${k})`,
    () => `w.finalized(${k + 4})`,
    () => `n := w.node(); w.strong = append(w.strong, n); w.weak = append(w.weak, weak.Make(n))`,
    () =>
      `for range ${n} { w.list = append(w.list, w.node()) }; w.list = append(w.list, w.list[len(w.list)/2:]...)`,
    () => `copy(w.list[len(w.list)/3:], w.list); clear(w.list[:0]); w.list = w.list[len(w.list)/${n + 2}:]`,
    () => `w.ring[${random.int(7)}] = w.tree(${random.int(3)}); w.ring[${random.int(7)}] = ${k}`,
    () =>
      `if n, ok := w.ring[${random.int(7)}].(*node); ok { n.left, n.right = n.right, n.left; n.any = n.left; w.ring[${random.int(7)}] = n.text }`,
    () =>
      `func() { defer func() { churn(${n}); w.ring[${random.int(7)}] = recover() }(); panic(w.node().text) }()`,
    () => `for i := range ${n} {\n${step(random, depth - 1)}\n${indent}\tw.ids += i\n${indent}}`,
  ];
  const make = choices[random.int(choices.length - (depth > 1 ? 0 : 1))]!;
  return `${indent}{ ${make()} }`;
}

// Every statement of Go.
package main

import (
	"fmt"
	str "strings"
)

const (
	low = iota
	middle
	high = 1 << 10
)

var table = map[string][]int{
	"one": {1},
	"two": {1, 2},
}

type shape interface {
	area() float64
}

func classify(value any) (name string, ok bool) {
	switch v := value.(type) {
	case nil:
		return "nil", true
	case int, int64:
		name = fmt.Sprint(v)
	case func(int) string:
		name = v(3)
	default:
		goto unknown
	}
	return name, true
unknown:
	return "", false
}

func loops(n int, ch <-chan int, done chan<- struct{}) int {
	total := 0
outer:
	for i := 0; i < n; i++ {
		for j := range n {
			if j == i {
				continue outer
			} else if j > i*2 {
				break outer
			} else {
				total += i &^ j
			}
		}
	}
	for range ch {
	}
	for key, list := range table {
		_, _ = key, list[1:len(list):cap(list)]
	}
	for total > 100 {
		total >>= 1
	}
	select {
	case v, ok := <-ch:
		if ok {
			total -= v
		}
	case done <- struct{}{}:
	default:
	}
	for {
		if x := str.Repeat("a", total); x == "a" {
			break
		}
		total--
	}
	return total
}

func main() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
		}
	}()
	go loops(3, nil, nil)
	var a, b = 1, [...]string{2: "b", "c"}
	switch {
	case a > low && a < high:
		fallthrough
	case len(b) == middle:
		fmt.Println(a, b[:1])
	}
	{
		a, c := 2, 'x'
		_ = a + int(c)
	}
}

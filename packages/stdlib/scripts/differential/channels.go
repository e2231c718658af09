// What of the library runs on goroutines.
package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
)

func main() {
	next, stop := iter.Pull(slices.Values([]string{"p", "q"}))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through a pipe")
		pw.CloseWithError(errors.New("closed"))
	}()
	all, err := io.ReadAll(pr)
	fmt.Println(string(all), err)
}

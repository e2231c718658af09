package testing

import (
	"fmt"
	"os"
	"slices"
	"sync/atomic"
)

// CoverBlock says where a block of statements lies that is counted together.
type CoverBlock struct {
	Line0 uint32 // where it begins; lines and columns (of bytes) are counted from 1
	Col0  uint16
	Line1 uint32 // where it ends
	Col1  uint16
	Stmts uint16 // how many statements it has
}

// Cover is what is counted: by the name of a file, for each of its blocks how often it was entered.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

var cover Cover

// RegisterCover says what is counted. For the main function that `goes test -cover` makes.
func RegisterCover(c Cover) { cover = c }

// CoverMode returns how coverage is counted: "set", "count" or "atomic"; "" if it is not.
func CoverMode() string { return cover.Mode }

// Coverage returns which part of the statements has run so far, from 0 to 1.
func Coverage() float64 {
	run, all := countStatements()
	if all == 0 {
		return 0
	}
	return float64(run) / float64(all)
}

func countStatements() (run, all int64) {
	for name, counters := range cover.Counters {
		for i := range counters {
			statements := int64(cover.Blocks[name][i].Stmts)
			all += statements
			if atomic.LoadUint32(&counters[i]) > 0 {
				run += statements
			}
		}
	}
	return run, all
}

func coverReport() {
	run, all := countStatements()
	if *coverProfile != "" {
		writeCoverProfile()
	}
	if all == 0 {
		fmt.Println("coverage: [no statements]")
		return
	}
	fmt.Printf("coverage: %.1f%% of statements%s\n", 100*float64(run)/float64(all), cover.CoveredPackages)
}

func writeCoverProfile() {
	file, err := os.Create(toOutputDir(*coverProfile))
	if err != nil {
		fmt.Fprintln(os.Stderr, "testing:", err)
		os.Exit(2)
	}
	defer file.Close()
	fmt.Fprintf(file, "mode: %s\n", cover.Mode)
	var names []string
	for name := range cover.Counters {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for i, block := range cover.Blocks[name] {
			fmt.Fprintf(file, "%s:%d.%d,%d.%d %d %d\n", name, block.Line0, block.Col0, block.Line1, block.Col1, block.Stmts, cover.Counters[name][i])
		}
	}
}

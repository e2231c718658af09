// A walk through the packages that work on strings, slices, streams and errors.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"math/bits"
	"math/rand"
	"slices"
	"sort"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

var source = rand.New(rand.NewSource(1))

func text(n int) string {
	alphabet := []string{"a", "b", "ab", "A", " ", "\t", "é", "ß", "世", "\xff", "😀", "\n", ",", "ǅ", "K"}
	var b strings.Builder
	for range source.Intn(n) {
		b.WriteString(alphabet[source.Intn(len(alphabet))])
	}
	return b.String()
}

func caught(name string, f func()) {
	defer func() { fmt.Println(name, "panics:", recover()) }()
	f()
}

type failure struct{ code int }

func (f *failure) Error() string        { return fmt.Sprint("failure ", f.code) }
func (f *failure) Is(target error) bool { return target == io.EOF }

type kind uint8

func (k kind) Error() string { return "kind" }

type numbers []int

func (n numbers) Len() int           { return len(n) }
func (n numbers) Less(i, j int) bool { return n[i] < n[j] }
func (n numbers) Swap(i, j int)      { n[i], n[j] = n[j], n[i] }
func (n *numbers) Push(x any)        { *n = append(*n, x.(int)) }
func (n *numbers) Pop() any {
	last := (*n)[len(*n)-1]
	*n = (*n)[:len(*n)-1]
	return last
}

func strs() {
	for range 300 {
		s, t := text(20), text(4)
		fmt.Printf("%q %q\n", s, t)
		fmt.Println(strings.Index(s, t), strings.LastIndex(s, t), strings.Count(s, t), strings.Contains(s, t),
			strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t),
			strings.Compare(s, t), strings.EqualFold(s, strings.ToUpper(s)), strings.IndexFunc(s, unicode.IsUpper))
		fmt.Printf("%q %q %q %q %q\n", strings.Split(s, t), strings.SplitN(s, t, 3), strings.SplitAfter(s, t),
			strings.Fields(s), strings.FieldsFunc(s, unicode.IsLetter))
		fmt.Printf("%q %q %q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s),
			strings.ToValidUTF8(s, "?"), strings.Map(func(r rune) rune { return r + r%3 - 1 }, s))
		fmt.Printf("%q %q %q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t),
			strings.TrimSpace(s), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
		fmt.Printf("%q %q %q\n", strings.Replace(s, t, "<>", 2), strings.ReplaceAll(s, t, ""), strings.Repeat(t, 3))
		before, after, found := strings.Cut(s, t)
		fmt.Printf("%q %q %v %q\n", before, after, found, slices.Collect(strings.Lines(s)))
		r := strings.NewReplacer("a", "1", "ab", "2", t, "[]", "é", "")
		fmt.Printf("%q\n", r.Replace(s))
		b, c := []byte(s), []byte(t)
		fmt.Printf("%d %q %q %q %q\n", bytes.Index(b, c), bytes.Split(b, c), bytes.Fields(b), bytes.TrimSpace(b),
			bytes.ReplaceAll(b, c, []byte("-")))
		fmt.Println(utf8.ValidString(s), utf8.RuneCountInString(s), []rune(s), utf16.Encode([]rune(s)))
	}
	caught("Repeat", func() { strings.Repeat("x", -1) })
	caught("NewReplacer", func() { strings.NewReplacer("x") })
}

func streams() {
	long := strings.Repeat("line of text\r\n", 400) + "last"
	in := bufio.NewScanner(strings.NewReader(long))
	n := 0
	for in.Scan() {
		n += len(in.Text())
	}
	fmt.Println(n, in.Err())
	in = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	fmt.Println(in.Scan(), in.Err())
	in = bufio.NewScanner(strings.NewReader(" one two  three "))
	in.Split(bufio.ScanWords)
	for in.Scan() {
		fmt.Printf("%q ", in.Text())
	}
	fmt.Println()
	r := bufio.NewReaderSize(strings.NewReader("héllo\nworld"), 16)
	c, size, err := r.ReadRune()
	fmt.Println(c, size, err, r.UnreadRune(), r.UnreadRune())
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	line, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	var buf bytes.Buffer
	w := bufio.NewWriterSize(&buf, 5)
	fmt.Fprintf(w, "%d-%s", 12345, "abcdef")
	fmt.Println(w.Buffered(), w.Available(), w.Flush(), buf.String())
	all, err := io.ReadAll(io.MultiReader(strings.NewReader("a"), io.LimitReader(strings.NewReader("bcd"), 2)))
	fmt.Println(string(all), err)
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 3))
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	section := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	section.Seek(-2, io.SeekEnd)
	all, _ = io.ReadAll(section)
	fmt.Println(string(all), section.Size())
	tw := tabwriter.NewWriter(&buf, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(tw, "a\tbbb\tc")
	fmt.Fprintln(tw, "aaaa\tb\tccccc")
	tw.Flush()
	fmt.Println(buf.String())
}

func sorting() {
	for _, n := range []int{0, 1, 5, 12, 13, 60, 1000} {
		x := make([]int, n)
		for i := range x {
			x[i] = source.Intn(n + 1)
		}
		a, b, c := slices.Clone(x), slices.Clone(x), slices.Clone(x)
		slices.Sort(a)
		sort.Sort(numbers(b))
		sort.Slice(c, func(i, j int) bool { return c[i] < c[j] })
		fmt.Println(slices.Equal(a, b), slices.Equal(b, c), sort.IntsAreSorted(a), sort.SearchInts(a, n/2))
		type pair struct {
			key, index int
			name       string
		}
		pairs := make([]pair, n)
		for i := range pairs {
			pairs[i] = pair{x[i] % 10, i, fmt.Sprint(i)}
		}
		again := slices.Clone(pairs)
		sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].key < pairs[j].key })
		slices.SortStableFunc(again, func(a, b pair) int { return cmp.Compare(a.key, b.key) })
		fmt.Println(pairs, slices.Equal(pairs, again))
		h := numbers(slices.Clone(x))
		heap.Init(&h)
		heap.Push(&h, n/3)
		for h.Len() > 0 {
			fmt.Print(heap.Pop(&h), " ")
		}
		fmt.Println()
	}
	fmt.Println(slices.Insert([]int{1, 2, 3}, 1, 9, 8), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Compact([]int{1, 1, 2, 2, 1}),
		slices.Index([]string{"a", "b"}, "b"), slices.Max([]float64{1, math.Inf(1), 3}), slices.Repeat([]int{1, 2}, 2))
	for chunk := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(chunk)
	}
	fmt.Println(slices.Sorted(maps.Keys(map[string]int{"x": 1, "a": 2, "m": 3})))
	caught("Delete", func() { slices.Delete([]int{1}, 1, 3) })
	caught("Min", func() { slices.Min([]int{}) })
	caught("Grow", func() { slices.Grow([]int{1}, -1) })
}

func rest() {
	wrapped := fmt.Errorf("outer: %w", &failure{7})
	both := errors.Join(wrapped, nil, kind(3))
	var f *failure
	var k kind
	fmt.Println(errors.As(both, &f), f, errors.As(both, &k), k, errors.Is(both, io.EOF), errors.Is(both, io.ErrNoProgress), both)
	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(both, &timeout), errors.Unwrap(wrapped), errors.Unwrap(both))
	g, ok := errors.AsType[*failure](both)
	fmt.Println(g, ok)
	caught("As", func() { errors.As(both, nil) })
	caught("As", func() { errors.As(both, f) })
	l := list.New()
	for i := range 5 {
		l.PushFront(i)
	}
	l.MoveToBack(l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	r := ring.New(3)
	for i := range 3 {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(x any) { fmt.Print(x, " ") })
	fmt.Println(r.Len())
	data := []byte(text(40))
	code := base64.StdEncoding.EncodeToString(data)
	back, err := base64.StdEncoding.DecodeString(code)
	fmt.Println(code, bytes.Equal(back, data), err, hex.EncodeToString(data))
	_, err = base64.URLEncoding.DecodeString("a?b")
	fmt.Println(err)
	_, err = hex.DecodeString("0g")
	fmt.Println(err)
	fmt.Print(hex.Dump(data))
	fmt.Println(binary.BigEndian.AppendUint32(nil, 0xDEADBEEF), binary.LittleEndian.Uint64([]byte("abcdefgh")),
		binary.AppendVarint(nil, -12345))
	type header struct {
		Magic  [4]byte
		Length uint32
		Ratio  float32
		Flags  []bool
	}
	fmt.Println(binary.Size(header{}), binary.Size([3]int16{}))
	var out bytes.Buffer
	err = binary.Write(&out, binary.LittleEndian, struct {
		A uint16
		B [2]int32
		C float64
	}{1, [2]int32{-1, 2}, 0.5})
	fmt.Println(out.Bytes(), err)
	for range 10 {
		x, y := source.Uint64(), source.Uint64()>>(source.Intn(64))
		hi, lo := bits.Mul64(x, y)
		quo, rem := bits.Div64(hi, lo, x|1<<63)
		fmt.Println(bits.LeadingZeros64(y), bits.OnesCount64(x), bits.Reverse64(x), hi, lo, quo, rem, bits.RotateLeft8(uint8(x), 3))
	}
	caught("Div64", func() { bits.Div64(5, 0, 3) })
	caught("Div64", func() { bits.Div64(5, 0, uint64(len(data)-len(data))) })
	fmt.Println(source.Perm(10), source.NormFloat64(), source.ExpFloat64(), source.Float32())
}

func main() {
	strs()
	streams()
	sorting()
	rest()
}

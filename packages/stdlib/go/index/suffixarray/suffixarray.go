// Package suffixarray finds texts within a text in a time that hardly depends on its length.
package suffixarray

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"regexp"
	"slices"
	"sort"
)

const realMaxData32 = math.MaxInt32

// maxData32 is the length from which on positions need 64 bits; tests change it.
var maxData32 = realMaxData32

// An Index has the suffixes of a text in order.
type Index struct {
	data []byte
	sa   ints
}

// ints are positions; one of both is used.
type ints struct {
	int32 []int32
	int64 []int64
}

func (a *ints) len() int { return len(a.int32) + len(a.int64) }

func (a *ints) get(i int) int64 {
	if a.int32 != nil {
		return int64(a.int32[i])
	}
	return a.int64[i]
}

func (a *ints) slice(i, j int) ints {
	if a.int32 != nil {
		return ints{a.int32[i:j], nil}
	}
	return ints{nil, a.int64[i:j]}
}

// New makes an index of data, in linear time.
func New(data []byte) *Index {
	x := &Index{data: data}
	if len(data) <= maxData32 {
		x.sa.int32 = make([]int32, len(data))
		text_32(data, x.sa.int32)
	} else {
		x.sa.int64 = make([]int64, len(data))
		text_64(data, x.sa.int64)
	}
	return x
}

// Bytes returns the text, not a copy.
func (x *Index) Bytes() []byte { return x.data }

func (x *Index) at(i int) []byte { return x.data[x.sa.get(i):] }

// lookupAll returns the suffixes that begin with s.
func (x *Index) lookupAll(s []byte) ints {
	i := sort.Search(x.sa.len(), func(i int) bool { return bytes.Compare(x.at(i), s) >= 0 })
	j := i + sort.Search(x.sa.len()-i, func(j int) bool { return !bytes.HasPrefix(x.at(j+i), s) })
	return x.sa.slice(i, j)
}

// Lookup returns where s is found, at most n places in no certain order; all if n < 0. Nothing is found of an empty s.
func (x *Index) Lookup(s []byte, n int) (result []int) {
	if len(s) == 0 || n == 0 {
		return nil
	}
	matches := x.lookupAll(s)
	count := matches.len()
	if n < 0 || count < n {
		n = count
	}
	if n == 0 {
		return nil
	}
	result = make([]int, n)
	for i := range result {
		result[i] = int(matches.get(i))
	}
	return result
}

// FindAllIndex returns matches of r that do not overlap, in order; at most n if n >= 0.
func (x *Index) FindAllIndex(r *regexp.Regexp, n int) (result [][]int) {
	if n == 0 {
		return nil
	}
	text, complete := r.LiteralPrefix()
	prefix := []byte(text)
	if prefix != nil && len(prefix) > 0 {
		found := x.lookupAll(prefix)
		if found.len() == 0 {
			return nil
		}
	}
	if !complete || len(prefix) == 0 {
		return r.FindAllIndex(x.data, n)
	}
	places := x.Lookup(prefix, -1)
	slices.Sort(places)
	end := 0
	for _, place := range places {
		if place < end {
			continue
		}
		end = place + len(prefix)
		result = append(result, []int{place, end})
		if len(result) == n {
			break
		}
	}
	return result
}

// Write writes the index so that Read can read it: the length of the text, the text, and the positions.
func (x *Index) Write(w io.Writer) error {
	var number [binary.MaxVarintLen64]byte
	if _, err := w.Write(number[:binary.PutUvarint(number[:], uint64(len(x.data)))]); err != nil {
		return err
	}
	if _, err := w.Write(x.data); err != nil {
		return err
	}
	buf := make([]byte, 0, 16<<10)
	for i := range x.sa.len() {
		buf = binary.AppendUvarint(buf, uint64(x.sa.get(i)))
		if len(buf) > 16<<10-binary.MaxVarintLen64 || i == x.sa.len()-1 {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	return nil
}

var errTooLarge = errors.New("suffixarray: data too large")

// byteReader reads no more of r than is asked for.
type byteReader struct {
	r    io.Reader
	byte [1]byte
}

func (r *byteReader) ReadByte() (byte, error) {
	_, err := io.ReadFull(r.r, r.byte[:])
	return r.byte[0], err
}

// Read sets x to an index that Write wrote.
func (x *Index) Read(r io.Reader) error {
	source, ok := r.(io.ByteReader)
	if !ok {
		source = &byteReader{r: r}
	}
	size, err := binary.ReadUvarint(source)
	if err != nil {
		return err
	}
	if size > math.MaxInt || int64(size) > math.MaxInt-1 {
		return errTooLarge
	}
	n := int(size)
	// The text is read in pieces, so that a wrong length does not take memory that it has no bytes for.
	x.data = x.data[:0]
	for len(x.data) < n {
		before := len(x.data)
		x.data = slices.Grow(x.data, min(n-before, 1<<20))[:before+min(n-before, 1<<20)]
		if _, err := io.ReadFull(r, x.data[before:]); err != nil {
			return err
		}
	}
	x.sa = ints{}
	small := n <= maxData32
	if small {
		x.sa.int32 = make([]int32, n)
	} else {
		x.sa.int64 = make([]int64, n)
	}
	for i := range n {
		position, err := binary.ReadUvarint(source)
		if err != nil {
			return err
		}
		if position >= size {
			return errors.New("suffixarray: position outside of the text")
		}
		if small {
			x.sa.int32[i] = int32(position)
		} else {
			x.sa.int64[i] = int64(position)
		}
	}
	return nil
}

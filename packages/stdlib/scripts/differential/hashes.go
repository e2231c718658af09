// Hashes of pseudo-random data of many lengths, written in pieces.
package main

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
)

func main() {
	makers := []func() hash.Hash{
		md5.New, sha1.New, sha256.New, sha256.New224, sha512.New, sha512.New384, sha512.New512_224, sha512.New512_256,
		fnv.New128, fnv.New128a,
		func() hash.Hash { return fnv.New32() }, func() hash.Hash { return fnv.New32a() },
		func() hash.Hash { return fnv.New64() }, func() hash.Hash { return fnv.New64a() },
		func() hash.Hash { return crc32.NewIEEE() }, func() hash.Hash { return adler32.New() },
		func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) },
		func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) },
		func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) },
		func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) },
	}
	state := uint32(1)
	next := func() uint32 {
		state = state*1664525 + 1013904223
		return state >> 8
	}
	for length := range 300 {
		data := make([]byte, length*length/20)
		for i := range data {
			data[i] = byte(next())
		}
		for i, maker := range makers {
			h := maker()
			for rest := data; len(rest) > 0; {
				n := min(int(next()%200), len(rest))
				h.Write(rest[:n])
				h.Sum(nil)
				rest = rest[n:]
			}
			fmt.Printf("%d %d %x %d %d\n", length, i, h.Sum([]byte{1}), h.Size(), h.BlockSize())
		}
		fmt.Printf("%x %x %x %x\n", md5.Sum(data), sha1.Sum(data), sha256.Sum256(data), sha512.Sum512(data))
	}
}

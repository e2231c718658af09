package rand

import (
	"errors"
	"io"
	"math/big"
)

// Int returns a random number from 0 to max-1, each as likely as any other. It panics if max is not positive.
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	n = new(big.Int)
	length := n.Sub(max, big.NewInt(1)).BitLen()
	if length == 0 {
		return n, nil
	}
	b := make([]byte, (length+7)/8)
	for {
		if _, err := io.ReadFull(rand, b); err != nil {
			return nil, err
		}
		b[0] &= 0xFF >> (8*len(b) - length)
		if n.SetBytes(b).Cmp(max) < 0 {
			return n, nil
		}
	}
}

// Prime returns a random number with as many bits that is almost certainly a prime. Its two highest bits are set, so that the product of two
// has twice as many bits. The bytes are the host's, whatever r is.
func Prime(r io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	b := make([]byte, (bits+7)/8)
	p := new(big.Int)
	for {
		if _, err := io.ReadFull(&hostReader{}, b); err != nil {
			return nil, err
		}
		b[0] &= 0xFF >> (8*len(b) - bits)
		p.SetBytes(b)
		p.SetBit(p, bits-1, 1)
		p.SetBit(p, bits-2, 1)
		if bits > 2 {
			p.SetBit(p, 0, 1)
		}
		if p.BitLen() == bits && p.ProbablyPrime(20) {
			return p, nil
		}
	}
}

package sha3

import (
	"errors"
	"internal/byteorder"
)

const (
	stateBytes = 200
	rate128    = stateBytes - 2*128/8 // bytes of a block for a strength of 128 bits
	rate256    = stateBytes - 2*256/8
)

// What begins the padding tells the functions apart (FIPS 202, 6; SP 800-185, 3.3), and the kinds of saved states.
const (
	padSHA3, kindSHA3     = 0x06, 0x08
	padSHAKE, kindSHAKE   = 0x1F, 0x09
	padCSHAKE, kindCSHAKE = 0x04, 0x0A
)

// A sponge takes blocks of rate bytes into its state and then returns blocks of it, with a permutation between any two (FIPS 202, 4).
type sponge struct {
	state     [25]uint64
	rate      int
	at        int // bytes of the block that were written or read
	size      int // bytes of a hash
	pad, kind byte
	reading   bool
}

func (d *sponge) reset() {
	d.state = [25]uint64{}
	d.at, d.reading = 0, false
}

// xor adds a byte to the state.
func (d *sponge) xor(i int, c byte) { d.state[i/8] ^= uint64(c) << (i % 8 * 8) }

func (d *sponge) write(p []byte) (n int, err error) {
	if d.reading {
		panic("sha3: Write after Read")
	}
	n = len(p)
	for len(p) > 0 {
		if d.at%8 == 0 {
			words := min((d.rate-d.at)/8, len(p)/8)
			for i := range words {
				d.state[d.at/8+i] ^= byteorder.LEUint64(p[8*i:])
			}
			d.at += 8 * words
			p = p[8*words:]
		}
		for len(p) > 0 && d.at < d.rate {
			d.xor(d.at, p[0])
			d.at++
			p = p[1:]
			if d.at%8 == 0 {
				break
			}
		}
		if d.at == d.rate {
			permute(&d.state)
			d.at = 0
		}
	}
	return n, nil
}

func (d *sponge) read(p []byte) (n int, err error) {
	if !d.reading {
		d.xor(d.at, d.pad)
		d.xor(d.rate-1, 0x80)
		permute(&d.state)
		d.at, d.reading = 0, true
	}
	n = len(p)
	for len(p) > 0 {
		if d.at == d.rate {
			permute(&d.state)
			d.at = 0
		}
		if d.at%8 == 0 && len(p) >= 8 {
			byteorder.LEPutUint64(p, d.state[d.at/8])
			d.at += 8
			p = p[8:]
			continue
		}
		p[0] = byte(d.state[d.at/8] >> (d.at % 8 * 8))
		d.at++
		p = p[1:]
	}
	return n, nil
}

// appendHash appends what follows what was written, and changes nothing.
func (d *sponge) appendHash(b []byte) []byte {
	c := *d
	var hash [64]byte
	c.read(hash[:d.size])
	return append(b, hash[:d.size]...)
}

const magic = "sha"

func (d *sponge) appendState(b []byte) []byte {
	b = append(b, magic...)
	b = append(b, d.kind, byte(d.rate))
	for _, s := range d.state {
		b = byteorder.LEAppendUint64(b, s)
	}
	b = append(b, byte(d.at), 0)
	if d.reading {
		b[len(b)-1] = 1
	}
	return b
}

// readState reads what appendState wrote, and returns what comes after it.
func (d *sponge) readState(b []byte) (rest []byte, err error) {
	const head = len(magic) + 2
	if len(b) < head+stateBytes+2 {
		return nil, errors.New("sha3: invalid hash state")
	}
	if string(b[:len(magic)]) != magic || b[len(magic)] != d.kind {
		return nil, errors.New("sha3: invalid hash state identifier")
	}
	if int(b[len(magic)+1]) != d.rate {
		return nil, errors.New("sha3: invalid hash state function")
	}
	at, mode := b[head+stateBytes], b[head+stateBytes+1]
	if int(at) > d.rate || mode > 1 {
		return nil, errors.New("sha3: invalid hash state")
	}
	for i := range d.state {
		d.state[i] = byteorder.LEUint64(b[head+8*i:])
	}
	d.at, d.reading = int(at), mode == 1
	return b[head+stateBytes+2:], nil
}

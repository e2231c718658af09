package io

import "errors"

// ErrClosedPipe is what a Read or Write gets on a pipe of which that side, or for Write the other, was closed.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// A pipe hands the slice of a Write to Reads, which say how much they took.
type pipe struct {
	data    chan []byte
	taken   chan int
	done    chan struct{}
	writing mutex // one Write at a time
	mutex   mutex // of what follows
	closed  bool
	readErr error // why the reader closed, for Write
	wrote   error // why the writer closed, for Read
}

// A mutex is a channel with room for one: package sync would be the only thing that io needs of it.
type mutex chan struct{}

func (m mutex) lock()   { m <- struct{}{} }
func (m mutex) unlock() { <-m }

func (p *pipe) errors() (ofReader, ofWriter error) {
	p.mutex.lock()
	defer p.mutex.unlock()
	return p.readErr, p.wrote
}

func (p *pipe) close(which *error, err error) {
	p.mutex.lock()
	if *which == nil {
		*which = err
	}
	if !p.closed {
		p.closed = true
		close(p.done)
	}
	p.mutex.unlock()
}

// A PipeReader is the side of a pipe to read from.
type PipeReader struct{ p *pipe }

// A PipeWriter is the side of a pipe to write to.
type PipeWriter struct{ p *pipe }

// Pipe connects a writer with a reader in memory, without a buffer: a Write returns when Reads have taken all.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{data: make(chan []byte), taken: make(chan int), done: make(chan struct{}),
		writing: make(mutex, 1), mutex: make(mutex, 1)}
	return &PipeReader{p}, &PipeWriter{p}
}

func (p *pipe) readError() error {
	if ofReader, ofWriter := p.errors(); ofReader == nil && ofWriter != nil {
		return ofWriter
	}
	return ErrClosedPipe
}

// Read waits for a Write or for the writer to be closed: then EOF or the error of CloseWithError.
func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := r.p
	select {
	case <-p.done:
		return 0, p.readError()
	default:
	}
	select {
	case b := <-p.data:
		n = copy(data, b)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.readError()
	}
}

// Close makes writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.p.close(&r.p.readErr, err)
	return nil
}

func (p *pipe) writeError() error {
	if ofReader, ofWriter := p.errors(); ofWriter == nil && ofReader != nil {
		return ofReader
	}
	return ErrClosedPipe
}

// Write waits until reads have taken all of data, or the reader is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := w.p
	select {
	case <-p.done:
		return 0, p.writeError()
	default:
	}
	p.writing.lock()
	defer p.writing.unlock()
	for first := true; first || len(data) > 0; first = false {
		select {
		case p.data <- data:
			m := <-p.taken
			data = data[m:]
			n += m
		case <-p.done:
			return n, p.writeError()
		}
	}
	return n, nil
}

// Close makes reads end with EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads end with err.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.p.close(&w.p.wrote, err)
	return nil
}

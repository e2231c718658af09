package fmt

import "errors"

// Errorf returns an error with a formatted text. Errors that %w formats are wrapped.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapErrors = true
	p.printf(format, a)
	text := string(p.buf)
	wrapped := p.wrapped
	p.release()
	switch len(wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		err, _ := a[wrapped[0]].(error)
		return &wrapError{text, err}
	}
	// Several: in the order of the operands, each once.
	var list []error
	for i := range a {
		for _, w := range wrapped {
			if w == i {
				if err, ok := a[i].(error); ok {
					list = append(list, err)
				}
				break
			}
		}
	}
	return &wrapErrors{text, list}
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }

func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }

package reflect

import "unsafe"

// The runtime's channels take elements that are values of direct types in words, as interfaces hold them; others by
// address.

//go:linkname makeChan runtime.makeChan
func makeChan(capacity int, size uint32, layout unsafe.Pointer) unsafe.Pointer

//go:linkname makeChanWord runtime.makeChanWord
func makeChanWord(capacity int, size uint32, layout unsafe.Pointer) unsafe.Pointer

//go:linkname chanCap runtime.chanCap
func chanCap(c unsafe.Pointer) int

//go:linkname closeChan runtime.closeChan
func closeChan(c unsafe.Pointer)

//go:linkname sendWord runtime.sendWord
func sendWord(c unsafe.Pointer, word uint64)

//go:linkname sendMemory runtime.sendMemory
func sendMemory(c, element unsafe.Pointer)

//go:linkname receiveWord runtime.receiveWord
func receiveWord(c unsafe.Pointer) (word uint64, ok bool)

//go:linkname receiveMemory runtime.receiveMemory
func receiveMemory(c, element unsafe.Pointer) (ok bool)

//go:linkname trySendWord runtime.trySendWord
func trySendWord(c unsafe.Pointer, word uint64) bool

//go:linkname trySendMemory runtime.trySendMemory
func trySendMemory(c, element unsafe.Pointer) bool

//go:linkname tryReceiveWord runtime.tryReceiveWord
func tryReceiveWord(c unsafe.Pointer) (word uint64, selected, ok bool)

//go:linkname tryReceiveMemory runtime.tryReceiveMemory
func tryReceiveMemory(c, element unsafe.Pointer) (selected, ok bool)

//go:linkname selectWait runtime.selectWait
func selectWait(cases *waiter, count uint32) (index int32, ok bool)

//go:linkname selectTry runtime.selectTry
func selectTry(cases *waiter, count uint32) (index int32, ok bool)

//go:linkname selectNone runtime.selectNone
func selectNone()

// waiter is the runtime's case of a select statement.
type waiter struct {
	g        unsafe.Pointer
	next     unsafe.Pointer
	previous unsafe.Pointer
	channel  unsafe.Pointer
	word     uint64
	element  unsafe.Pointer
	send     uint32
}

// inWord reports whether elements of the type go through channels in a word.
func (t *rtype) inWord() bool { return t.d().size == 0 || t.d().flags&flagDirect != 0 }

// chanWord returns a value as channels take it.
func (v Value) chanWord() uint64 {
	if v.typ.d().size == 0 {
		return 0
	}
	return v.payload()
}

// fromChanWord returns the value that a channel has given.
func fromChanWord(t *rtype, word uint64) Value {
	if t.d().flags&flagDirect != 0 {
		return Value{typ: t, place: payloadOf(word), flag: isInline}
	}
	return zeroOf(t)
}

// MakeChan returns a new channel.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	element := t.d().elem
	if !element.inWord() {
		return pointerValue(t, makeChan(buffer, element.d().size, element.layout()), 0)
	}
	size, layout := uint32(8), unsafe.Pointer(nil)
	switch {
	case element.d().size == 0:
		size = 0
	case element.d().flags&flagPointer != 0:
		layout = layoutOf[string]() // the word begins with the pointer
	}
	return pointerValue(t, makeChanWord(buffer, size, layout), 0)
}

// mustBeChan panics unless the value is a channel of a direction.
func (v Value) mustBeChan(method string, direction ChanDir, complaint string) *rtype {
	v.mustBe(method, Chan)
	v.mustBeExported(method)
	if ChanDir(v.typ.d().length)&direction == 0 {
		panic("reflect: " + complaint)
	}
	return v.typ.d().elem
}

// Close closes a channel.
func (v Value) Close() {
	v.mustBeChan("reflect.Value.Close", SendDir, "close of receive-only channel")
	closeChan(v.word())
}

// Send sends a value to a channel.
func (v Value) Send(x Value) {
	element := v.mustBeChan("reflect.Value.Send", SendDir, "send on recv-only channel")
	x.mustBeExported("reflect.Value.Send")
	x = x.assignTo("reflect.Value.Send", element)
	if element.inWord() {
		sendWord(v.word(), x.chanWord())
	} else {
		sendMemory(v.word(), x.pointer())
	}
}

// TrySend sends a value to a channel if that needs no waiting.
func (v Value) TrySend(x Value) bool {
	element := v.mustBeChan("reflect.Value.TrySend", SendDir, "send on recv-only channel")
	x.mustBeExported("reflect.Value.TrySend")
	x = x.assignTo("reflect.Value.Send", element)
	if element.inWord() {
		return trySendWord(v.word(), x.chanWord())
	}
	return trySendMemory(v.word(), x.pointer())
}

// Recv receives a value from a channel; ok says whether it was sent.
func (v Value) Recv() (x Value, ok bool) {
	element := v.mustBeChan("reflect.Value.Recv", RecvDir, "recv on send-only channel")
	if element.inWord() {
		word, ok := receiveWord(v.word())
		return fromChanWord(element, word), ok
	}
	place := allocate(element)
	ok = receiveMemory(v.word(), place)
	return Value{typ: element, address: place}, ok
}

// TryRecv receives a value if that needs no waiting; else it returns the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	element := v.mustBeChan("reflect.Value.TryRecv", RecvDir, "recv on send-only channel")
	if element.inWord() {
		word, selected, ok := tryReceiveWord(v.word())
		if !selected {
			return Value{}, false
		}
		return fromChanWord(element, word), ok
	}
	place := allocate(element)
	selected, ok := tryReceiveMemory(v.word(), place)
	if !selected {
		return Value{}, false
	}
	return Value{typ: element, address: place}, ok
}

// A SelectDir says what a case of Select does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is one case of Select. Cases without a channel are never chosen.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Select waits until one of the cases can go on and executes it. It returns its index and what was received.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	waiters := make([]waiter, 0, len(cases))
	places := make([]int, 0, len(cases))
	otherwise := -1
	for i, c := range cases {
		switch c.Dir {
		case SelectDefault:
			if otherwise >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			otherwise = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			continue
		case SelectSend, SelectRecv:
		default:
			panic("reflect.Select: invalid Dir")
		}
		if w, ok := c.waiter(); ok {
			waiters = append(waiters, w)
			places = append(places, i)
		}
	}
	if len(waiters) == 0 && otherwise < 0 {
		selectNone()
	}
	var index int32
	var ok bool
	if otherwise < 0 {
		index, ok = selectWait(unsafe.SliceData(waiters), uint32(len(waiters)))
	} else {
		index, ok = selectTry(unsafe.SliceData(waiters), uint32(len(waiters)))
		if index < 0 {
			return otherwise, Value{}, false
		}
	}
	chosen = places[index]
	if cases[chosen].Dir == SelectRecv {
		element := cases[chosen].Chan.typ.d().elem
		if element.inWord() {
			recv = fromChanWord(element, waiters[index].word)
		} else {
			recv = Value{typ: element, address: waiters[index].element}
		}
	}
	return chosen, recv, ok
}

// waiter returns the case as the runtime takes it; false for one that is never chosen.
func (c SelectCase) waiter() (waiter, bool) {
	if c.Dir == SelectRecv && c.Send.IsValid() {
		panic("reflect.Select: RecvDir case has Send value")
	}
	if !c.Chan.IsValid() {
		return waiter{}, false
	}
	if c.Dir == SelectRecv {
		element := c.Chan.mustBeSelectable(RecvDir, "RecvDir case using send-only channel")
		w := waiter{channel: c.Chan.word()}
		if !element.inWord() {
			w.element = allocate(element)
		}
		return w, true
	}
	element := c.Chan.mustBeSelectable(SendDir, "SendDir case using recv-only channel")
	if !c.Send.IsValid() {
		panic("reflect.Select: SendDir case missing Send value")
	}
	c.Send.mustBeExported(noMethod)
	x := c.Send.assignTo("reflect.Select", element)
	w := waiter{channel: c.Chan.word(), send: 1}
	if element.inWord() {
		w.word = x.chanWord()
	} else {
		w.element = copyOf(element, x.pointer())
	}
	return w, true
}

func (v Value) mustBeSelectable(direction ChanDir, complaint string) *rtype {
	v.mustBe(noMethod, Chan)
	v.mustBeExported(noMethod)
	if ChanDir(v.typ.d().length)&direction == 0 {
		panic("reflect.Select: " + complaint)
	}
	return v.typ.d().elem
}

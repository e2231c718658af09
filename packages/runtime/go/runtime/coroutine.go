package runtime

import "unsafe"

// Suspension of goroutines. A function that can suspend runs as plain code until a callee comes back with the unwind
// reason unwindSuspend. It then saves what is live in a frame here, links it after the frame of its callee and
// returns too. Resuming enters the innermost frame only; each caller is entered when its callee has returned. What
// saves and restores is written by the compiler (see coroutines in package optimizer).

// coroutineFrame is the saved activation of one function; the values follow.
type coroutineFrame struct {
	// descriptor is a constant closure object: called, it enters the function again.
	descriptor unsafe.Pointer
	caller     *coroutineFrame
	// state is the number of the suspension point, from 1.
	state uint32
	size  uint32
}

// coroutine is the stack of a suspended goroutine.
type coroutine struct {
	innermost *coroutineFrame
}

// suspend leaves to whoever started or resumed the goroutine, and comes back when it is resumed.
//
//goes:intrinsic suspend
func suspend()

const unwindSuspend = 1

var (
	// resumingFrame tells the function that is entered next to continue from this frame.
	resumingFrame *coroutineFrame
	// callersOfResumed is the frame of the caller of the function that was resumed last, and runs on top of it.
	callersOfResumed *coroutineFrame
	// The frames that have been saved since the last switch.
	innermostFrame *coroutineFrame
	outermostFrame *coroutineFrame
)

// start runs fn until it ends or suspends, and reports whether it has ended.
//
//goes:suspends never
func (c *coroutine) start(fn func()) bool {
	callersOfResumed = nil
	fn()
	if unwinding() != unwindSuspend {
		return true
	}
	c.leave()
	return false
}

// resume continues a suspended stack until it ends or suspends again, and reports whether it has ended.
//
//goes:suspends never
func (c *coroutine) resume() bool {
	frame := c.innermost
	// It does not hold frames that have been given back.
	c.innermost = nil
	if marking != 0 {
		// What the frames hold is looked at before it runs.
		shade(uint32(uintptr(unsafe.Pointer(frame))))
		scanFrames()
	}
	for frame != nil {
		caller := frame.caller
		resumingFrame = frame
		callersOfResumed = caller
		enter := *(*func())(unsafe.Pointer(&frame.descriptor))
		enter()
		if unwinding() == unwindSuspend {
			// The callers that have not been entered stay as they are.
			outermostFrame.caller = caller
			c.leave()
			return false
		}
		frame = caller
	}
	return true
}

func (c *coroutine) leave() {
	setUnwinding(0)
	c.innermost = innermostFrame
	innermostFrame = nil
	outermostFrame = nil
}

// drop frees the frames of a stack that will not be resumed.
func (c *coroutine) drop() {
	frame := c.innermost
	for frame != nil {
		caller := frame.caller
		freeFrame(frame)
		frame = caller
	}
	c.innermost = nil
}

// Blocks of memory for frames and locals, by size in units of 16 bytes; the first word of a free one links to the next. The
// collector takes what the lists hold, and never runs while a block is taken: functions do so when they are being suspended.
const (
	blockUnit   = 16
	blockLimit  = 1024
	headerBytes = 16
)

var (
	freeBlocks           [blockLimit/blockUnit + 1]unsafe.Pointer
	freeLargeBlocks      [32]unsafe.Pointer
	blockAllocators      [blockLimit/blockUnit + 1]allocator
	largeBlockAllocators [16]allocator
)

// listOf returns the list of free blocks that have room for size bytes. There is no bounds check that could panic:
// these functions run while the stack is being unwound, and what can panic would be thought to unwind too.
func listOf(size uint32) *unsafe.Pointer {
	return (*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(&freeBlocks), (size+blockUnit-1)/blockUnit*4))
}

// largeListOf is listOf for larger blocks, whose sizes are powers of two.
func largeListOf(class uint32) *unsafe.Pointer {
	return (*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(&freeLargeBlocks), class*4))
}

//goes:nobarrier
func takeBlock(size uint32) unsafe.Pointer {
	if size > blockLimit {
		return takeLargeBlock(32 - uint32(leadingZeros(int32(size-1))))
	}
	list := listOf(size)
	block := *list
	if block == nil {
		units := (size + blockUnit - 1) / blockUnit
		c := (*allocator)(unsafe.Add(unsafe.Pointer(&blockAllocators), units*uint32(unsafe.Sizeof(allocator{}))))
		return c.newBlock(units * blockUnit)
	}
	*list = *(*unsafe.Pointer)(block)
	return block
}

//go:noinline
//goes:nobarrier
func takeLargeBlock(class uint32) unsafe.Pointer {
	list := largeListOf(class)
	block := *list
	if block == nil {
		if 1<<class > largestSmall {
			return newLargeBlock(1 << class)
		}
		c := (*allocator)(unsafe.Add(unsafe.Pointer(&largeBlockAllocators), class*uint32(unsafe.Sizeof(allocator{}))))
		return c.newBlock(1 << class)
	}
	*list = *(*unsafe.Pointer)(block)
	return block
}

// newBlock returns a slot without collecting.
//
//go:noinline
//goes:nobarrier
func (c *allocator) newBlock(size uint32) unsafe.Pointer {
	at := c.next
	if at == c.limit {
		c.kind = spanFrames
		c.prepare(size)
		if !c.findRun() {
			outOfMemory(size)
		}
		at = c.next
	}
	c.next = at + size
	return unsafe.Pointer(uintptr(at))
}

//goes:nobarrier
func newLargeBlock(size uint32) unsafe.Pointer {
	s := newLargeSpan(size)
	if s == nil {
		outOfMemory(size)
	}
	s.kind = spanFrames
	return unsafe.Pointer(uintptr(s.start))
}

//goes:intrinsic i32.clz
func leadingZeros(x int32) int32

//goes:nobarrier
func giveBlock(block unsafe.Pointer, size uint32) {
	if marking != 0 {
		// It may be used again before the cycle ends.
		shade(uint32(uintptr(block)))
	}
	list := listOf(size)
	if size > blockLimit {
		list = largeListOf(32 - uint32(leadingZeros(int32(size-1))))
	}
	*(*unsafe.Pointer)(block) = *list
	*list = block
}

// forgetBlocks leaves free blocks to the collector.
//
//goes:linkif runtime.giveBlock forgetFreeBlocks forgetNoBlocks
func forgetBlocks()

//goes:nobarrier
func forgetFreeBlocks() {
	memoryFill(unsafe.Pointer(&freeBlocks), 0, uint32(unsafe.Sizeof(freeBlocks)))
	memoryFill(unsafe.Pointer(&freeLargeBlocks), 0, uint32(unsafe.Sizeof(freeLargeBlocks)))
}

func forgetNoBlocks() {}

// pushFrame makes the frame of a function that is being suspended, and links it after that of its callee.
//
//go:noinline
func pushFrame(descriptor unsafe.Pointer, size, state uint32) *coroutineFrame {
	frame := (*coroutineFrame)(takeBlock(size))
	frame.descriptor = descriptor
	frame.caller = nil
	frame.state = state
	frame.size = size
	if outermostFrame == nil {
		innermostFrame = frame
	} else {
		outermostFrame.caller = frame
	}
	outermostFrame = frame
	return frame
}

// freeFrame frees a frame whose values have been restored.
//
//go:noinline
func freeFrame(frame *coroutineFrame) {
	giveBlock(unsafe.Pointer(frame), frame.size)
}

// enterLocals returns the memory of the addressed locals of a function that can suspend: new, or what its frame holds
// after the header.
//
//go:noinline
func enterLocals(frame *coroutineFrame, size uint32) unsafe.Pointer {
	if frame != nil {
		return *(*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(frame), headerBytes))
	}
	return takeBlock(size)
}

// leaveLocals frees that memory when the function returns.
//
//go:noinline
func leaveLocals(locals unsafe.Pointer, size uint32) {
	giveBlock(locals, size)
}

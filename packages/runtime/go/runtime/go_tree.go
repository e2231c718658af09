package runtime

import "unsafe"

// What packages of a Go tree need of their runtime, under the names by which they do. Nothing of it is in a program that has none of them.

// alone is the goroutine of a program that has no others.
var alone g

func running() *g {
	if machine.current == nil {
		return &alone
	}
	return machine.current
}

//go:linkname fips_fatal crypto/internal/fips140.fatal
func fips_fatal(text string) { fatal(text) }

//go:linkname sysrand_fatal crypto/internal/sysrand.fatal
func sysrand_fatal(text string) { fatal(text) }

//go:linkname rand_fatal crypto/rand.fatal
func rand_fatal(text string) { fatal(text) }

//go:linkname fips_getIndicator crypto/internal/fips140.getIndicator
func fips_getIndicator() uint8 { return running().fips }

//go:linkname fips_setIndicator crypto/internal/fips140.setIndicator
func fips_setIndicator(indicator uint8) { running().fips = indicator }

//go:linkname fips_setBypass crypto/fips140.setBypass
func fips_setBypass() { running().bypass = true }

//go:linkname fips_isBypassed crypto/fips140.isBypassed
func fips_isBypassed() bool { return running().bypass }

//go:linkname fips_unsetBypass crypto/fips140.unsetBypass
func fips_unsetBypass() { running().bypass = false }

// Markers of binaries: nothing looks for them here.
//
//go:linkname boring_standard crypto/internal/boring/sig.StandardCrypto
func boring_standard() {}

//go:linkname boring_only crypto/internal/boring/sig.BoringCrypto
func boring_only() {}

//go:linkname boring_fips crypto/internal/boring/sig.FIPSOnly
func boring_fips() {}

//go:linkname boring_register crypto/internal/boring/bcache.registerCache
func boring_register(cache unsafe.Pointer) {}

// WebAssembly promises nothing about the time that instructions take, so there is no mode to switch on.
//
//go:linkname dit_setEnabled crypto/subtle.setDITEnabled
func dit_setEnabled() bool { return false }

//go:linkname dit_setDisabled crypto/subtle.setDITDisabled
func dit_setDisabled() {}

//go:linkname cfile_getCovCounterList internal/coverage/cfile.getCovCounterList
func cfile_getCovCounterList() []unsafe.Pointer { return nil }

// Code has no addresses.
//
//go:linkname abi_funcPC internal/abi.FuncPCABIInternal
func abi_funcPC(f any) uintptr { return 0 }

//go:linkname abi_funcPC0 internal/abi.FuncPCABI0
func abi_funcPC0(f any) uintptr { return 0 }

// Programs have no auxiliary vector.
//
//go:linkname getAuxv
func getAuxv() []uintptr { return nil }

// signalPlace is where the goroutine that waits for signals waits: no host has any.
var signalPlace goroutineQueue

//go:linkname signal_recv os/signal.signal_recv
func signal_recv() uint32 {
	for {
		sleepIn(&signalPlace, waitSelectNone)
	}
}

//go:linkname signal_enable os/signal.signal_enable
func signal_enable(number uint32) {}

//go:linkname signal_disable os/signal.signal_disable
func signal_disable(number uint32) {}

//go:linkname signal_ignore os/signal.signal_ignore
func signal_ignore(number uint32) {}

//go:linkname signal_ignored os/signal.signal_ignored
func signal_ignored(number uint32) bool { return false }

//go:linkname signal_wait os/signal.signalWaitUntilIdle
func signal_wait() {}

//go:linkname synctest_Run internal/synctest.Run
func synctest_Run(f func()) {
	panicValue(errorString("testing/synctest: goes has no clock for tests"))
}

//go:linkname synctest_Wait internal/synctest.Wait
func synctest_Wait() {
	panicValue(errorString("goroutine is not in a bubble"))
}

//go:linkname synctest_IsInBubble internal/synctest.IsInBubble
func synctest_IsInBubble() bool { return false }

//go:linkname synctest_associate internal/synctest.associate
func synctest_associate(p unsafe.Pointer) int { return 0 }

//go:linkname synctest_disassociate internal/synctest.disassociate
func synctest_disassociate(p unsafe.Pointer) {}

//go:linkname synctest_isAssociated internal/synctest.isAssociated
func synctest_isAssociated(p unsafe.Pointer) bool { return false }

//go:linkname synctest_acquire internal/synctest.acquire
func synctest_acquire() any { return nil }

//go:linkname synctest_release internal/synctest.release
func synctest_release(bubble any) {}

//go:linkname synctest_inBubble internal/synctest.inBubble
func synctest_inBubble(bubble any, f func()) { f() }

// metricSample is a Sample of package runtime/metrics.
type metricSample struct {
	name    string
	kind    int
	scalar  uint64
	pointer unsafe.Pointer
}

//go:linkname metrics_read runtime/metrics.runtime_readMetrics
func metrics_read(first unsafe.Pointer, length, capacity int) {
	samples := unsafe.Slice((*metricSample)(first), length)
	for i := range samples {
		s := &samples[i]
		s.kind = 1 // KindUint64
		s.pointer = nil
		switch s.name {
		case "/sched/goroutines:goroutines":
			s.scalar = uint64(NumGoroutine())
		case "/sched/gomaxprocs:threads":
			s.scalar = maxProcessors
		case "/gc/heap/allocs:bytes", "/gc/heap/live:bytes", "/memory/classes/heap/objects:bytes":
			s.scalar = uint64(heapNext - heapStart)
		case "/memory/classes/total:bytes":
			s.scalar = uint64(heapEnd)
		case "/gc/cycles/total:gc-cycles", "/gc/cycles/automatic:gc-cycles", "/gc/cycles/forced:gc-cycles", "/gc/heap/frees:bytes":
			s.scalar = 0
		default:
			s.kind = 0 // KindBad
		}
	}
}

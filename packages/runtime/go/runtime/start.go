package runtime

import _ "unsafe"

//go:linkname initPackages goes.init
func initPackages()

//go:linkname mainMain main.main
func mainMain()

// _start runs the program: package initialisation, then main. Returning from it is exit code 0.
//
//go:wasmexport _start
func _start() {
	initPackages()
	mainMain()
}

// _initialize prepares a library: package initialisation only, main is never called.
//
//go:wasmexport _initialize
func _initialize() { initPackages() }

// _initializeGoroutines is _initialize of libraries with goroutines.
//
//go:wasmexport _initialize
func _initializeGoroutines() { runExported(initPackages) }

// GOOS and GOARCH name the target.
const (
	GOOS   string = "wasip1"
	GOARCH string = "wasm"

	Compiler = "goes"
)

// Version is the version of the language that the compiler implements.
func Version() string { return "go1.26" }

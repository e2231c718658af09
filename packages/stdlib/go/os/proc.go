package os

import "unsafe"

//go:wasmimport wasi_snapshot_preview1 args_sizes_get
func argsSizesGet(count, size unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 args_get
func argsGet(pointers, text unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 environ_sizes_get
func environSizesGet(count, size unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 environ_get
func environGet(pointers, text unsafe.Pointer) uint32

// Args are the name of the program and its arguments.
var Args = hostArgs()

func hostArgs() []string {
	var count, size uint32
	argsSizesGet(unsafe.Pointer(&count), unsafe.Pointer(&size))
	return hostStrings(count, size, argsGet)
}

func hostStrings(count, size uint32, get func(pointers, text unsafe.Pointer) uint32) []string {
	if count == 0 {
		return nil
	}
	pointers := make([]uint32, count)
	text := make([]byte, size+1)
	get(unsafe.Pointer(&pointers[0]), unsafe.Pointer(&text[0]))
	start := uint32(uintptr(unsafe.Pointer(&text[0])))
	list := make([]string, count)
	for i, at := range pointers {
		from := at - start
		end := from
		for text[end] != 0 {
			end++
		}
		list[i] = string(text[from:end])
	}
	return list
}

var (
	environment     []string
	environmentRead bool
)

func readEnvironment() []string {
	if !environmentRead {
		environmentRead = true
		var count, size uint32
		environSizesGet(unsafe.Pointer(&count), unsafe.Pointer(&size))
		environment = hostStrings(count, size, environGet)
	}
	return environment
}

func findVariable(key string) int {
	for i, entry := range readEnvironment() {
		if len(entry) > len(key) && entry[len(key)] == '=' && entry[:len(key)] == key {
			return i
		}
	}
	return -1
}

// LookupEnv gives the value of an environment variable and whether it is set.
func LookupEnv(key string) (string, bool) {
	if i := findVariable(key); i >= 0 {
		return environment[i][len(key)+1:], true
	}
	return "", false
}

// Getenv gives the value of an environment variable, "" if it is not set.
func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// Setenv sets an environment variable for the program itself.
func Setenv(key, value string) error {
	if key == "" {
		return ErrInvalid
	}
	if i := findVariable(key); i >= 0 {
		environment[i] = key + "=" + value
	} else {
		environment = append(environment, key+"="+value)
	}
	return nil
}

// Unsetenv removes an environment variable for the program itself.
func Unsetenv(key string) error {
	if i := findVariable(key); i >= 0 {
		environment = append(environment[:i], environment[i+1:]...)
	}
	return nil
}

// Environ gives a copy of the environment as NAME=value.
func Environ() []string { return append([]string(nil), readEnvironment()...) }

// Exit ends the program at once with a code; deferred calls do not run.
func Exit(code int) {
	procExit(int32(code))
}

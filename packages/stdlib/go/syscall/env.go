package syscall

import "unsafe"

var (
	environment     []string
	environmentRead bool
)

func readEnvironment() []string {
	if environmentRead {
		return environment
	}
	environmentRead = true
	var count, size uint32
	environSizesGet(unsafe.Pointer(&count), unsafe.Pointer(&size))
	environment = hostStrings(count, size, environGet)
	return environment
}

// hostStrings returns strings that the host writes: first their addresses, then their bytes, each with a zero at its end.
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

//go:linkname environmentChanged runtime.environmentChanged
func environmentChanged(name, value string)

func findVariable(key string) int {
	for i, entry := range readEnvironment() {
		if len(entry) > len(key) && entry[len(key)] == '=' && entry[:len(key)] == key {
			return i
		}
	}
	return -1
}

// Getenv returns the value of an environment variable and whether it is set.
func Getenv(key string) (value string, found bool) {
	if i := findVariable(key); i >= 0 {
		return environment[i][len(key)+1:], true
	}
	return "", false
}

// Setenv sets an environment variable for the program itself.
func Setenv(key, value string) error {
	valid := key != ""
	for i := 0; i < len(key); i++ {
		valid = valid && key[i] != '=' && key[i] != 0
	}
	for i := 0; i < len(value); i++ {
		valid = valid && value[i] != 0
	}
	if !valid {
		return EINVAL
	}
	if i := findVariable(key); i >= 0 {
		environment[i] = key + "=" + value
	} else {
		environment = append(environment, key+"="+value)
	}
	environmentChanged(key, value)
	return nil
}

// Unsetenv removes an environment variable for the program itself.
func Unsetenv(key string) error {
	if i := findVariable(key); i >= 0 {
		environment = append(environment[:i], environment[i+1:]...)
		environmentChanged(key, "")
	}
	return nil
}

// Clearenv removes all environment variables for the program itself.
func Clearenv() {
	environmentRead = true
	environment = nil
	environmentChanged("GODEBUG", "")
}

// Environ returns a copy of the environment as NAME=value.
func Environ() []string { return append([]string(nil), readEnvironment()...) }

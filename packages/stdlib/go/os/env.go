package os

// Expand replaces ${name} and $name in s by what mapping returns for the name.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	start := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		out = append(out, s[start:i]...)
		name, size := variableName(s[i+1:])
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case size == 0:
			// No name follows: the $ stays.
			out = append(out, '$')
		}
		i += size
		start = i + 1
	}
	if out == nil {
		return s
	}
	return string(append(out, s[start:]...))
}

// ExpandEnv replaces ${name} and $name in s by the variables of the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// variableName returns the name that s begins with and how many bytes it takes. A bad name in braces takes bytes but is "".
func variableName(s string) (name string, size int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	for size < len(s) && isNameByte(s[size]) {
		size++
	}
	return s[:size], size
}

// isSpecial reports whether c alone is the name of a variable of the shell.
func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

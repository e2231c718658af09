package runtime

// The settings of GODEBUG that the runtime itself asks for. They are numbers; what is none leaves the value as it was. When the
// program begins, all entries of a list count from left to right; when it sets the variable, only the last one of a name does, and a
// name that is no longer in the list goes back to its default.

type debugNumber struct {
	name  string
	value int32
}

var (
	panicNilSetting   = debugNumber{name: "panicnil"}
	timerChanSetting  = debugNumber{name: "asynctimerchan"}
	debugNumbersKnown bool
)

// get returns the value of the setting.
func (s *debugNumber) get() int32 {
	readDebugNumbers()
	return s.value
}

func readDebugNumbers() {
	if debugNumbersKnown {
		return
	}
	debugNumbersKnown = true
	environment := getenv("GODEBUG")
	for _, s := range [...]*debugNumber{&panicNilSetting, &timerChanSetting} {
		eachDebugSetting(debugDefaults, s.name, s.set)
		eachDebugSetting(environment, s.name, s.set)
	}
}

// set takes the number of a text that is one.
func (s *debugNumber) set(text string) {
	if number, ok := parseInt32(text); ok {
		s.value = number
	}
}

// change takes what a new value of the variable says.
func (s *debugNumber) change(environment string) {
	for _, list := range [...]string{environment, debugDefaults} {
		last, found := "", false
		eachDebugSetting(list, s.name, func(value string) { last, found = value, true })
		if found {
			s.set(last)
			return
		}
	}
	s.value = 0
}

// noteDebugNumbers is called when the program sets GODEBUG.
func noteDebugNumbers(environment string) {
	readDebugNumbers()
	panicNilSetting.change(environment)
	timerChanSetting.change(environment)
}

// eachDebugSetting calls use for the values of a name in name=value,name=value, from left to right.
func eachDebugSetting(list, name string, use func(value string)) {
	for list != "" {
		end := 0
		for end < len(list) && list[end] != ',' {
			end++
		}
		if start := len(name) + 1; end >= start && list[start-1] == '=' && list[:start-1] == name {
			use(list[start:end])
		}
		if end == len(list) {
			break
		}
		list = list[end+1:]
	}
}

// parseInt32 reads a decimal number with or without a sign.
func parseInt32(text string) (number int32, ok bool) {
	negative := false
	if text != "" && (text[0] == '-' || text[0] == '+') {
		negative = text[0] == '-'
		text = text[1:]
	}
	value := int64(0)
	for i := 0; i < len(text); i++ {
		digit := text[i] - '0'
		if digit > 9 {
			return 0, false
		}
		value = 10*value + int64(digit)
		if value > 1<<31 {
			return 0, false
		}
	}
	if negative {
		value = -value
	}
	return int32(value), text != "" && value < 1<<31
}

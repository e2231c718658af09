package runtime

// The settings of GODEBUG. Only programs in which something asks for one read the environment.

var (
	debugEnvironment      string // the variable GODEBUG
	debugEnvironmentKnown bool
)

// debugSetting returns the value of a setting of GODEBUG: that of the environment before that of the program; "" where
// neither has one.
func debugSetting(name string) string {
	if !debugEnvironmentKnown {
		setDebugEnvironment(getenv("GODEBUG"))
	}
	if value, found := findDebugSetting(debugEnvironment, name); found {
		return value
	}
	value, _ := findDebugSetting(debugDefaults, name)
	return value
}

// findDebugSetting looks into name=value,name=value. The last one of a name counts; what follows a # is for finding
// faults of a compiler by bisection, and is not looked at.
func findDebugSetting(list, name string) (value string, found bool) {
	for list != "" {
		end := 0
		for end < len(list) && list[end] != ',' {
			end++
		}
		if start := len(name) + 1; end >= start && list[start-1] == '=' && list[:start-1] == name {
			stop := start
			for stop < end && list[stop] != '#' {
				stop++
			}
			value, found = list[start:stop], true
		}
		if end == len(list) {
			break
		}
		list = list[end+1:]
	}
	return value, found
}

func setDebugEnvironment(value string) {
	debugEnvironment, debugEnvironmentKnown = value, true
}

// panicNilValue is the value of the setting panicnil, the one number among them that package runtime has itself. Its rules differ: at the
// start all entries count from left to right, and of a new GODEBUG the last one; what is no number changes nothing.
var (
	panicNilValue int32
	panicNilKnown bool
)

func panicNilSetting() int32 {
	if !panicNilKnown {
		panicNilKnown = true
		for _, list := range [2]string{debugDefaults, getenv("GODEBUG")} {
			for list != "" {
				var value string
				value, list, _ = cutSetting(list, "panicnil")
				setPanicNil(value)
			}
		}
	}
	return panicNilValue
}

// changePanicNil notes a new value of the variable GODEBUG.
func changePanicNil(list string) {
	panicNilSetting()
	for _, entries := range [2]string{list, debugDefaults} {
		last, found := "", false
		for entries != "" {
			var value string
			var ok bool
			value, entries, ok = cutSetting(entries, "panicnil")
			if ok {
				last, found = value, true
			}
		}
		if found {
			setPanicNil(last)
			return
		}
	}
	panicNilValue = 0
}

// cutSetting returns the value of the first entry of a list, whether it is one of that name, and the rest of the list.
func cutSetting(list, name string) (value, rest string, ok bool) {
	end := 0
	for end < len(list) && list[end] != ',' {
		end++
	}
	if end < len(list) {
		rest = list[end+1:]
	}
	if start := len(name) + 1; end >= start && list[start-1] == '=' && list[:start-1] == name {
		return list[start:end], rest, true
	}
	return "", rest, false
}

// setPanicNil sets it to a decimal number of 32 bits; other texts change nothing.
func setPanicNil(text string) {
	negative := text != "" && text[0] == '-'
	if negative || text != "" && text[0] == '+' {
		text = text[1:]
	}
	if text == "" {
		return
	}
	number := int64(0)
	for i := range len(text) {
		digit := text[i] - '0'
		if digit > 9 || number > 1<<32 {
			return
		}
		number = number*10 + int64(digit)
	}
	if negative {
		number = -number
	}
	if int64(int32(number)) == number {
		panicNilValue = int32(number)
	}
}

// environmentChanged is what package syscall calls when the program sets a variable, to "" when it removes one.
func environmentChanged(name, value string) {
	noteVariable(name, value)
	notePanicNil(name, value)
}

// noteVariable returns a new GODEBUG its effect at once. Programs that ask for no setting have none of this.
//
//goes:linkif runtime.debugSetting noteDebugVariable noteNoVariable
func noteVariable(name, value string)

func noteDebugVariable(name, value string) {
	if name == "GODEBUG" {
		setDebugEnvironment(value)
	}
}

func noteNoVariable(name, value string) {}

// notePanicNil does the same for the setting panicnil.
//
//goes:linkif runtime.panicNilSetting noteNewPanicNil noteNoVariable
func notePanicNil(name, value string)

func noteNewPanicNil(name, value string) {
	if name == "GODEBUG" {
		changePanicNil(value)
	}
}

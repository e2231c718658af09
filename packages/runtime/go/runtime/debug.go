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

// environmentChanged is what package syscall calls when the program sets a variable, to "" when it removes one.
func environmentChanged(name, value string) {
	noteVariable(name, value)
	noteNumbers(name, value)
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

// noteNumbers does the same for what the runtime asks for.
//
//goes:linkif runtime.(*debugNumber).get noteDebugNumberVariable noteNoVariable
func noteNumbers(name, value string)

func noteDebugNumberVariable(name, value string) {
	if name == "GODEBUG" {
		noteDebugNumbers(value)
	}
}

package fmt

// parsenum is what Go's tests call to read a number of a format.
func parsenum(s string, start, end int) (num int, isnum bool, newi int) {
	for newi = start; newi < end && '0' <= s[newi] && s[newi] <= '9'; newi++ {
		if num > 1e6 {
			return 0, false, end
		}
		num = num*10 + int(s[newi]-'0')
		isnum = true
	}
	if start >= end {
		return 0, false, end
	}
	return num, isnum, newi
}

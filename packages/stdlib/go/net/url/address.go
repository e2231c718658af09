package url

import (
	"errors"
	"fmt"
	"strings"
)

// checkAddress says what is wrong with what is between brackets: it must be an address of IPv6, perhaps with a zone after %.
func checkAddress(text string) error {
	address, zone, hasZone := strings.Cut(text, "%")
	if !strings.Contains(address, ":") && isIPv4(address) && !hasZone {
		return errors.New("invalid IP-literal")
	}
	if !isIPv6(address) || hasZone && zone == "" {
		return fmt.Errorf("invalid host: ParseAddr(%q): unable to parse IP", text)
	}
	return nil
}

// isIPv6 reports whether text is eight groups of up to four hexadecimal digits, a run of zero groups being left out once at most, and an address of IPv4 perhaps in the place of
// the last two.
func isIPv6(text string) bool {
	groups, gap := 0, false
	if strings.HasPrefix(text, "::") {
		gap = true
		text = text[2:]
	}
	for text != "" {
		i := 0
		for i < len(text) && i < 5 {
			if _, ok := hexValue(text[i]); !ok {
				break
			}
			i++
		}
		if i < len(text) && text[i] == '.' {
			if !isIPv4(text) {
				return false
			}
			groups += 2
			break
		}
		if i == 0 || i > 4 {
			return false
		}
		groups++
		if text = text[i:]; text == "" {
			break
		}
		if text[0] != ':' || len(text) == 1 {
			return false
		}
		text = text[1:]
		if text[0] == ':' {
			if gap {
				return false
			}
			gap = true
			text = text[1:]
		}
	}
	return gap && groups < 8 || !gap && groups == 8
}

// isIPv4 reports whether text is four numbers below 256 without leading zeros.
func isIPv4(text string) bool {
	parts := strings.Split(text, ".")
	if len(parts) != 4 {
		return false
	}
	for _, part := range parts {
		if part == "" || len(part) > 3 || len(part) > 1 && part[0] == '0' {
			return false
		}
		v := 0
		for i := range len(part) {
			if part[i] < '0' || part[i] > '9' {
				return false
			}
			v = v*10 + int(part[i]-'0')
		}
		if v > 255 {
			return false
		}
	}
	return true
}

package url

import (
	"errors"
	"fmt"
	"internal/godebug"
	"strings"
)

// Parse reads a URL, which may be relative.
func Parse(rawURL string) (*URL, error) {
	text, fragment, _ := strings.Cut(rawURL, "#")
	url, err := parse(text, false)
	if err != nil {
		return nil, &Error{"parse", text, err}
	}
	if fragment == "" {
		return url, nil
	}
	if err = url.setFragment(fragment); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return url, nil
}

// ParseRequestURI reads the URL of a request: absolute or an absolute path, without fragment.
func ParseRequestURI(rawURL string) (*URL, error) {
	url, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return url, nil
}

// cutScheme cuts off the scheme, if the text begins with one.
func cutScheme(text string) (scheme, rest string, err error) {
	for i := range len(text) {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		case '0' <= c && c <= '9' || c == '+' || c == '-' || c == '.':
			if i == 0 {
				return "", text, nil
			}
		case c == ':':
			if i == 0 {
				return "", "", errors.New("missing protocol scheme")
			}
			return strings.ToLower(text[:i]), text[i+1:], nil
		default:
			return "", text, nil
		}
	}
	return "", text, nil
}

func parse(rawURL string, viaRequest bool) (*URL, error) {
	for i := range len(rawURL) {
		if c := rawURL[i]; c < ' ' || c == 0x7F {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	if rawURL == "" && viaRequest {
		return nil, errors.New("empty url")
	}
	url := new(URL)
	if rawURL == "*" {
		url.Path = "*"
		return url, nil
	}
	var rest string
	var err error
	if url.Scheme, rest, err = cutScheme(rawURL); err != nil {
		return nil, err
	}
	if before, found := strings.CutSuffix(rest, "?"); found && !strings.Contains(before, "?") {
		url.ForceQuery = true
		rest = before
	} else {
		rest, url.RawQuery, _ = strings.Cut(rest, "?")
	}
	if !strings.HasPrefix(rest, "/") {
		if url.Scheme != "" {
			url.Opaque = rest
			return url, nil
		}
		if viaRequest {
			return nil, errors.New("invalid URI for request")
		}
		if first, _, _ := strings.Cut(rest, "/"); strings.Contains(first, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	if (url.Scheme != "" || !viaRequest && !strings.HasPrefix(rest, "///")) && strings.HasPrefix(rest, "//") {
		authority := rest[2:]
		rest = ""
		if i := strings.IndexByte(authority, '/'); i >= 0 {
			authority, rest = authority[:i], authority[i:]
		}
		if url.User, url.Host, err = parseAuthority(url.Scheme, authority); err != nil {
			return nil, err
		}
	} else if url.Scheme != "" && strings.HasPrefix(rest, "/") {
		url.OmitHost = true
	}
	if err := url.setPath(rest); err != nil {
		return nil, err
	}
	return url, nil
}

func parseAuthority(scheme, authority string) (user *Userinfo, host string, err error) {
	i := strings.LastIndexByte(authority, '@')
	if host, err = parseHost(scheme, authority[i+1:]); err != nil || i < 0 {
		return nil, host, err
	}
	info := authority[:i]
	for k := range len(info) {
		c := info[k]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._:~!$&'()*+,;=%@", c) >= 0) {
			return nil, "", errors.New("net/url: invalid userinfo")
		}
	}
	name, password, has := strings.Cut(info, ":")
	if name, err = unescape(name, encodeUserPassword); err != nil {
		return nil, "", err
	}
	if !has {
		return User(name), host, nil
	}
	if password, err = unescape(password, encodeUserPassword); err != nil {
		return nil, "", err
	}
	return UserPassword(name, password), host, nil
}

var urlstrictcolons = godebug.New("urlstrictcolons")

// parseHost reads host and port; an address of IPv6 is in brackets and may have a zone.
func parseHost(scheme, host string) (string, error) {
	if open := strings.LastIndexByte(host, '['); open > 0 {
		return "", errors.New("invalid IP-literal")
	} else if open == 0 {
		i := strings.LastIndexByte(host, ']')
		if i < 0 {
			return "", errors.New("missing ']' in host")
		}
		port := host[i+1:]
		if !validOptionalPort(port) {
			return "", fmt.Errorf("invalid port %q after host", port)
		}
		address, zone := host[:i], ""
		var err error
		if z := strings.Index(address, "%25"); z >= 0 {
			if zone, err = unescape(address[z:], encodeZone); err != nil {
				return "", err
			}
			address = address[:z]
		}
		if address, err = unescape(address, encodeHost); err != nil {
			return "", err
		}
		if err := checkAddress(address[1:] + zone); err != nil {
			return "", err
		}
		return address + zone + "]" + port, nil
	}
	i := strings.IndexByte(host, ':')
	if i >= 0 && (severalHosts(scheme) || urlstrictcolons.Value() == "0") {
		i = strings.LastIndexByte(host, ':')
	}
	if i >= 0 && !validOptionalPort(host[i:]) {
		return "", fmt.Errorf("invalid port %q after host", host[i:])
	}
	return unescape(host, encodeHost)
}

// severalHosts reports whether URLs of a scheme list hosts, each with its port.
func severalHosts(scheme string) bool {
	switch scheme {
	case "mongodb", "mongodb+srv", "postgres", "postgresql":
		return true
	}
	return false
}

// validOptionalPort reports whether text is empty or a colon and digits.
func validOptionalPort(text string) bool {
	if text == "" {
		return true
	}
	if text[0] != ':' {
		return false
	}
	for i := 1; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// Package url reads and writes URLs (RFC 3986) and their queries.
package url

import (
	"bytes"
	"fmt"
	"path"
	"strings"
)

// An Error says what was done with which URL.
type Error struct {
	Op  string
	URL string
	Err error
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Error() string { return fmt.Sprintf("%s %q: %s", e.Op, e.URL, e.Err) }

// Timeout reports whether the cause is that time was up.
func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary reports whether the cause may go away.
func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// A URL is scheme://user@host/path?query#fragment, or scheme:opaque?query#fragment. Path and Fragment are without escapes;
// RawPath and RawFragment are set where the usual escapes would not be those of the text.
type URL struct {
	Scheme      string
	Opaque      string
	User        *Userinfo
	Host        string
	Path        string
	Fragment    string
	RawQuery    string // without ?
	RawPath     string
	RawFragment string
	ForceQuery  bool // a ? without query
	OmitHost    bool // no // before an empty host
}

// User returns the Userinfo without a password.
func User(username string) *Userinfo { return &Userinfo{username, "", false} }

// UserPassword returns the Userinfo with a password, which is not for secrets.
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

// A Userinfo is what is before the @ of a host.
type Userinfo struct {
	username    string
	password    string
	passwordSet bool
}

// Username returns the name.
func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.username
}

// Password returns the password, and whether there is one.
func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.passwordSet
}

// String returns name:password with escapes.
func (u *Userinfo) String() string {
	if u == nil || u.username == "" && u.password == "" && !u.passwordSet {
		return ""
	}
	s := escape(u.username, encodeUserPassword)
	if u.passwordSet {
		s += ":" + escape(u.password, encodeUserPassword)
	}
	return s
}

func (u *URL) setPath(p string) error {
	plain, err := unescape(p, encodePath)
	if err != nil {
		return err
	}
	u.Path = plain
	u.RawPath = ""
	if escape(plain, encodePath) != p {
		u.RawPath = p
	}
	return nil
}

func (u *URL) setFragment(f string) error {
	plain, err := unescape(f, encodeFragment)
	if err != nil {
		return err
	}
	u.Fragment = plain
	u.RawFragment = ""
	if escape(plain, encodeFragment) != f {
		u.RawFragment = f
	}
	return nil
}

// escaped returns raw if it is an escaped form of text, and the usual one otherwise.
func escaped(text, raw string, mode encoding) string {
	if raw != "" && validEncoded(raw, mode) {
		if plain, err := unescape(raw, mode); err == nil && plain == text {
			return raw
		}
	}
	return escape(text, mode)
}

// EscapedPath returns the path with escapes: RawPath if it is that of Path.
func (u *URL) EscapedPath() string {
	if u.Path == "*" && (u.RawPath == "" || u.RawPath == "*") {
		return "*"
	}
	return escaped(u.Path, u.RawPath, encodePath)
}

// EscapedFragment returns the fragment with escapes: RawFragment if it is that of Fragment.
func (u *URL) EscapedFragment() string { return escaped(u.Fragment, u.RawFragment, encodeFragment) }

// String puts a URL together.
func (u *URL) String() string {
	var out strings.Builder
	if u.Scheme != "" {
		out.WriteString(u.Scheme)
		out.WriteByte(':')
	}
	if u.Opaque != "" {
		out.WriteString(u.Opaque)
	} else {
		hasHost := u.Host != "" || u.User != nil
		if (u.Scheme != "" || hasHost) && (!u.OmitHost || hasHost) {
			if hasHost || u.Path != "" {
				out.WriteString("//")
			}
			if u.User != nil {
				out.WriteString(u.User.String())
				out.WriteByte('@')
			}
			out.WriteString(escape(u.Host, encodeHost))
		}
		p := u.EscapedPath()
		if p != "" && p[0] != '/' && u.Host != "" {
			out.WriteByte('/')
		}
		if out.Len() == 0 {
			// A colon in the first part would make it a scheme (RFC 3986, 4.2).
			if first, _, _ := strings.Cut(p, "/"); strings.Contains(first, ":") {
				out.WriteString("./")
			}
		}
		out.WriteString(p)
	}
	if u.ForceQuery || u.RawQuery != "" {
		out.WriteByte('?')
		out.WriteString(u.RawQuery)
	}
	if u.Fragment != "" {
		out.WriteByte('#')
		out.WriteString(u.EscapedFragment())
	}
	return out.String()
}

// Redacted is String with xxxxx for a password.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	copied := *u
	if _, has := copied.User.Password(); has {
		copied.User = UserPassword(copied.User.Username(), "xxxxx")
	}
	return copied.String()
}

// IsAbs reports whether there is a scheme.
func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query returns the values of the query, without what is wrong.
func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

// RequestURI returns what a request for u names: path or opaque part, and query.
func (u *URL) RequestURI() string {
	result := u.Opaque
	if result == "" {
		if result = u.EscapedPath(); result == "" {
			result = "/"
		}
	} else if strings.HasPrefix(result, "//") {
		result = u.Scheme + ":" + result
	}
	if u.ForceQuery || u.RawQuery != "" {
		result += "?" + u.RawQuery
	}
	return result
}

// Hostname returns the host without port and brackets.
func (u *URL) Hostname() string {
	host, _ := splitHostPort(u.Host)
	return host
}

// Port returns the port, or "".
func (u *URL) Port() string {
	_, port := splitHostPort(u.Host)
	return port
}

func splitHostPort(hostPort string) (host, port string) {
	host = hostPort
	if colon := strings.LastIndexByte(host, ':'); colon >= 0 && validOptionalPort(host[colon:]) {
		host, port = host[:colon], host[colon+1:]
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return host, port
}

// MarshalBinary returns String.
func (u *URL) MarshalBinary() (text []byte, err error) { return u.AppendBinary(nil) }

// AppendBinary appends String.
func (u *URL) AppendBinary(b []byte) ([]byte, error) { return append(b, u.String()...), nil }

// UnmarshalBinary reads what MarshalBinary returned.
func (u *URL) UnmarshalBinary(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*u = *parsed
	return nil
}

// Parse returns the URL that ref is, seen from u.
func (u *URL) Parse(ref string) (*URL, error) {
	refURL, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(refURL), nil
}

// ResolveReference returns the URL that ref is, seen from u (RFC 3986, 5.2).
func (u *URL) ResolveReference(ref *URL) *URL {
	url := *ref
	if ref.Scheme == "" {
		url.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		url.setPath(resolvePath(ref.EscapedPath(), ""))
		return &url
	}
	withoutHost := func() *URL {
		url.User = nil
		url.Host = ""
		url.Path = ""
		return &url
	}
	if ref.Opaque != "" {
		return withoutHost()
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		url.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			url.Fragment = u.Fragment
			url.RawFragment = u.RawFragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		url.Opaque = u.Opaque
		return withoutHost()
	}
	url.Host = u.Host
	url.User = u.User
	url.setPath(resolvePath(u.EscapedPath(), ref.EscapedPath()))
	return &url
}

// resolvePath returns the path ref seen from base, without parts . and ..
func resolvePath(base, ref string) string {
	full := ref
	switch {
	case ref == "":
		full = base
	case ref[0] != '/':
		full = base[:strings.LastIndexByte(base, '/')+1] + ref
	}
	if full == "" {
		return ""
	}
	out := make([]byte, 1, len(full)+2)
	out[0] = '/'
	rest, more, last := full, true, ""
	first := true // the next part follows the slash in out at once
	for more {
		last, rest, more = strings.Cut(rest, "/")
		switch last {
		case ".":
			first = false
		case "..":
			i := bytes.LastIndexByte(out[1:], '/')
			if i < 0 {
				out, first = out[:1], true
			} else {
				out = out[:1+i]
			}
		default:
			if !first {
				out = append(out, '/')
			}
			out = append(out, last...)
			first = false
		}
	}
	if last == "." || last == ".." {
		out = append(out, '/')
	}
	// The part before the first slash of an absolute path was empty.
	if len(out) > 1 && out[1] == '/' {
		out = out[1:]
	}
	return string(out)
}

// JoinPath returns u with elements added to its path, which is cleaned.
func (u *URL) JoinPath(elem ...string) *URL {
	url, _ := u.joinPath(elem)
	return url
}

func (u *URL) joinPath(elem []string) (*URL, error) {
	elem = append([]string{u.EscapedPath()}, elem...)
	var p string
	if !strings.HasPrefix(elem[0], "/") {
		// A relative path stays one, but has no .. at its beginning.
		elem[0] = "/" + elem[0]
		p = path.Join(elem...)[1:]
	} else {
		p = path.Join(elem...)
	}
	if strings.HasSuffix(elem[len(elem)-1], "/") && !strings.HasSuffix(p, "/") {
		p += "/"
	}
	url := *u
	err := url.setPath(p)
	return &url, err
}

// JoinPath parses base and adds elements to its path.
func JoinPath(base string, elem ...string) (result string, err error) {
	url, err := Parse(base)
	if err != nil {
		return "", err
	}
	if url, err = url.joinPath(elem); err != nil {
		return "", err
	}
	return url.String(), nil
}

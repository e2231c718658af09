package debug

import (
	"fmt"
	"strconv"
	"strings"
)

// BuildInfo says from what and how a program was built.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"`
	Path      string         `json:",omitempty"`
	Main      Module         `json:""`
	Deps      []*Module      `json:",omitempty"`
	Settings  []BuildSetting `json:",omitempty"`
}

// Module is a module of a build.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"`
	Replace *Module `json:",omitempty"`
}

// BuildSetting is a key and a value that describe a part of how a program was built.
type BuildSetting struct {
	Key   string `json:",omitempty"`
	Value string `json:",omitempty"`
}

// ReadBuildInfo returns what is known of the build of this program: nothing, as goes puts no such record into modules.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }

// String returns the form that ParseBuildInfo reads: a line for each item, with tabs between its parts.
func (bi *BuildInfo) String() string {
	var text strings.Builder
	line := func(parts ...string) {
		text.WriteString(strings.Join(parts, "\t"))
		text.WriteByte('\n')
	}
	module := func(word string, m Module) {
		line(word, m.Path, m.Version, m.Sum)
	}
	write := func(word string, m Module) {
		if m.Replace == nil {
			module(word, m)
			return
		}
		line(word, m.Path, m.Version)
		module("=>", *m.Replace)
	}
	if bi.GoVersion != "" {
		line("go", bi.GoVersion)
	}
	if bi.Path != "" {
		line("path", bi.Path)
	}
	if bi.Main != (Module{}) {
		write("mod", bi.Main)
	}
	for _, dependency := range bi.Deps {
		write("dep", *dependency)
	}
	for _, setting := range bi.Settings {
		line("build", quoteIf(setting.Key, "= \t\r\n\"`")+"="+quoteIf(setting.Value, " \t\r\n\"`"))
	}
	return text.String()
}

// quoteIf quotes a text that is empty or has any of the characters.
func quoteIf(text, characters string) string {
	if text == "" || strings.ContainsAny(text, characters) {
		return strconv.Quote(text)
	}
	return text
}

// ParseBuildInfo reads what String has written.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = &BuildInfo{}
	var last *Module
	number := 1
	for rest := data; rest != ""; number++ {
		line, after, found := strings.Cut(rest, "\n")
		if !found {
			break
		}
		rest = after
		word, value, _ := strings.Cut(line, "\t")
		switch word {
		case "go":
			bi.GoVersion = value
		case "path":
			bi.Path = value
		case "mod", "dep", "=>":
			m, err := parseModule(strings.Split(value, "\t"))
			if err != nil {
				return nil, wrongLine(number, err)
			}
			switch word {
			case "mod":
				bi.Main = m
				last = &bi.Main
			case "dep":
				last = &m
				bi.Deps = append(bi.Deps, last)
			default:
				if last == nil {
					return nil, wrongLine(number, fmt.Errorf("replacement with no module on previous line"))
				}
				last.Replace = &m
				last = nil
			}
		case "build":
			setting, err := parseSetting(value)
			if err != nil {
				return nil, wrongLine(number, err)
			}
			bi.Settings = append(bi.Settings, setting)
		}
	}
	return bi, nil
}

func wrongLine(number int, err error) error {
	return fmt.Errorf("could not parse Go build info: line %d: %w", number, err)
}

func parseModule(parts []string) (Module, error) {
	if len(parts) < 2 || len(parts) > 3 {
		return Module{}, fmt.Errorf("expected 2 or 3 columns; got %d", len(parts))
	}
	m := Module{Path: parts[0], Version: parts[1]}
	if len(parts) == 3 {
		m.Sum = parts[2]
	}
	return m, nil
}

func parseSetting(text string) (BuildSetting, error) {
	if text == "" {
		return BuildSetting{}, fmt.Errorf("build line with no setting")
	}
	key, rest, err := unquotePart(text, "=")
	if err != nil {
		return BuildSetting{}, fmt.Errorf("invalid quoted key in build line")
	}
	if !strings.HasPrefix(rest, "=") {
		return BuildSetting{}, fmt.Errorf("build line with no =")
	}
	if key == "" {
		return BuildSetting{}, fmt.Errorf("build line with empty key")
	}
	value, rest, err := unquotePart(rest[1:], "")
	if err != nil || rest != "" {
		return BuildSetting{}, fmt.Errorf("invalid quoted value in build line")
	}
	return BuildSetting{key, value}, nil
}

// unquotePart reads a quoted text, or what comes before the end character.
func unquotePart(text, end string) (part, rest string, err error) {
	if text != "" && (text[0] == '"' || text[0] == '`') {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return "", "", err
		}
		part, err = strconv.Unquote(quoted)
		return part, text[len(quoted):], err
	}
	if i := strings.IndexAny(text, end); end != "" && i >= 0 {
		return text[:i], text[i:], nil
	}
	return text, "", nil
}

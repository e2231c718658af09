package time

import (
	"errors"
	"internal/hostfile"
	_ "unsafe"
)

//go:linkname getenv runtime.getenv
func getenv(name string) string

// embeddedZones returns the file of a location that package time/tzdata holds, where it is part of the program.
var embeddedZones func(name string) (string, error)

// Package time/tzdata of a Go tree calls this.
//
//go:linkname registerLoadFromEmbeddedTZData
func registerLoadFromEmbeddedTZData(load func(name string) (string, error)) { embeddedZones = load }

// zoneDirectories are where systems have the time zone database.
var zoneDirectories = [...]string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"}

// LoadLocation returns the location of a name of the IANA time zone database, like "Europe/Berlin", from the directory that ZONEINFO
// names, from the system's, or from package time/tzdata. "" and "UTC" are UTC, and "Local" is Local.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' || hasParent(name) {
		return nil, errors.New("time: invalid location name")
	}
	if directory := getenv("ZONEINFO"); directory != "" {
		if data, ok := hostfile.Read(directory + "/" + name); ok {
			if location, err := LoadLocationFromTZData(name, data); err == nil {
				return location, nil
			}
		}
	}
	for _, directory := range zoneDirectories {
		if data, ok := hostfile.Read(directory + name); ok {
			return LoadLocationFromTZData(name, data)
		}
	}
	if embeddedZones != nil {
		if data, err := embeddedZones(name); err == nil {
			return LoadLocationFromTZData(name, []byte(data))
		}
	}
	return nil, errors.New("unknown time zone " + name)
}

// hasParent reports whether a part of the path is "..".
func hasParent(path string) bool {
	for i := 0; i+1 < len(path); i++ {
		if path[i] == '.' && path[i+1] == '.' {
			return true
		}
	}
	return false
}

package fs

import "time"

// FormatFileInfo returns mode, size, time and name on a line: "-rw-r--r-- 100 1970-01-01 12:00:00 hello.go".
func FormatFileInfo(info FileInfo) string {
	text := []byte(info.Mode().String())
	text = append(text, ' ')
	size := info.Size()
	magnitude := uint64(size)
	if size < 0 {
		text = append(text, '-')
		magnitude = -magnitude
	}
	var digits [20]byte
	at := len(digits)
	for first := true; first || magnitude > 0; first = false {
		at--
		digits[at] = byte('0' + magnitude%10)
		magnitude /= 10
	}
	text = append(text, digits[at:]...)
	text = append(text, ' ')
	text = info.ModTime().AppendFormat(text, time.DateTime)
	text = append(text, ' ')
	return string(text) + entryName(info.Name(), info.IsDir())
}

// FormatDirEntry returns kind and name: "d subdir/".
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	return mode[:len(mode)-9] + " " + entryName(dir.Name(), dir.IsDir())
}

func entryName(name string, isDir bool) string {
	if isDir {
		return name + "/"
	}
	return name
}

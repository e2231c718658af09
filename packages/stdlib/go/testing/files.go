package testing

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Setenv sets an environment variable until the end of the test.
func (c *common) Setenv(key, value string) {
	c.checkFuzzBody("Setenv")
	before, existed := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if existed {
			os.Setenv(key, before)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working directory until the end of the test, and sets the environment variable PWD.
func (c *common) Chdir(dir string) {
	c.checkFuzzBody("Chdir")
	before, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	if !filepath.IsAbs(dir) {
		dir, err = os.Getwd()
		if err != nil {
			c.Fatal(err)
		}
	}
	c.Setenv("PWD", dir)
	c.Cleanup(func() {
		if err := os.Chdir(before); err != nil {
			// Nothing that follows would find its files.
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// TempDir returns a directory of the test's own that is removed with all in it at its end; each call returns another.
func (c *common) TempDir() string {
	c.checkFuzzBody("TempDir")
	c.mu.Lock()
	made := c.tempDir != "" || c.tempDirErr != nil
	c.mu.Unlock()
	if !made {
		dir, err := os.MkdirTemp("", fileName(c.name, 64))
		c.mu.Lock()
		c.tempDir, c.tempDirErr = dir, err
		c.mu.Unlock()
		if err == nil {
			c.Cleanup(func() {
				if err := os.RemoveAll(dir); err != nil {
					c.Errorf("TempDir RemoveAll cleanup: %v", err)
				}
			})
		}
	}
	c.mu.Lock()
	seq := c.tempDirSeq
	c.tempDirSeq++
	base, err := c.tempDir, c.tempDirErr
	c.mu.Unlock()
	if err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	dir := fmt.Sprintf("%s/%03d", base, seq+1)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// fileName leaves of a test's name what every system takes in a file's name, and no more than limit bytes.
func fileName(name string, limit int) string {
	if len(name) > limit {
		name = name[:limit]
	}
	return strings.Map(func(r rune) rune {
		const allowed = "!#$%&()+,-.=@^_{}~ "
		if r < 0x80 {
			if '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || strings.ContainsRune(allowed, r) {
				return r
			}
			return -1
		}
		return r
	}, name)
}

// ArtifactDir returns a directory for files that the test is to leave. With -artifacts they stay, below that of
// -outputdir; without, they are removed with the test.
func (c *common) ArtifactDir() string {
	c.checkFuzzBody("ArtifactDir")
	c.mu.Lock()
	dir := c.artifacts
	c.mu.Unlock()
	if dir != "" {
		return dir
	}
	if artifacts == nil || !*artifacts {
		dir = c.TempDir()
	} else {
		var err error
		if dir, err = c.makeArtifactDir(); err != nil {
			c.Fatalf("ArtifactDir: %v", err)
		}
		if c.printer != nil {
			c.printer.update(c.name, "=== ARTIFACTS "+c.name+" "+dir+"\n")
		} else {
			fmt.Fprintf(os.Stdout, "=== ARTIFACTS %s %s\n", c.name, dir)
		}
	}
	c.mu.Lock()
	c.artifacts = dir
	c.mu.Unlock()
	return dir
}

func (c *common) makeArtifactDir() (string, error) {
	base := filepath.Join(toOutputDir("_artifacts"), filepath.FromSlash(relativePath(c.importPath)), fileName(c.name, 200))
	if err := os.MkdirAll(base, 0o777); err != nil {
		return "", err
	}
	return os.MkdirTemp(base, "")
}

// relativePath leaves out of an import path what would lead out of a directory.
func relativePath(path string) string {
	var parts []string
	for part := range strings.SplitSeq(path, "/") {
		if part != "" && part != "." && part != ".." {
			parts = append(parts, fileName(part, 100))
		}
	}
	return strings.Join(parts, "/")
}

// toOutputDir is a path below the directory of -test.outputdir.
func toOutputDir(path string) string {
	if *outputDir == "" || path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(*outputDir, path)
}

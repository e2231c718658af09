// Runs a module on wazero: the module, then the program's name and arguments. All files are there, as under goes run.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental/sysfs"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

func main() {
	code, err := run(os.Args[1], os.Args[2:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "wazero:", err)
		os.Exit(99)
	}
	os.Exit(int(code))
}

func run(file string, args []string) (code uint32, err error) {
	ctx := context.Background()
	module, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	r := wazero.NewRuntime(ctx)
	defer r.Close(ctx)
	wasi_snapshot_preview1.MustInstantiate(ctx, r)
	mounts := wazero.NewFSConfig().(sysfs.FSConfig).WithSysFSMount(sysfs.DirFS("/"), "/")
	config := wazero.NewModuleConfig().WithArgs(args...).WithFSConfig(mounts).
		WithStdin(os.Stdin).WithStdout(os.Stdout).WithStderr(os.Stderr).
		WithSysWalltime().WithSysNanotime().WithSysNanosleep()
	for _, pair := range os.Environ() {
		name, value, _ := strings.Cut(pair, "=")
		if name != "PWD" {
			config = config.WithEnv(name, value)
		}
	}
	if wd, err := os.Getwd(); err == nil {
		config = config.WithEnv("PWD", wd)
	}
	_, err = r.InstantiateWithConfig(ctx, module, config)
	var exit *sys.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	return 0, err
}

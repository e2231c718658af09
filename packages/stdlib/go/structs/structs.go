// Package structs has markers for the layout of structs: a field of such a type says something of the struct that it is in.
package structs

// HostLayout marks a struct that is laid out as the host does it; all are.
type HostLayout struct {
	_ hostLayout
}

type hostLayout struct{}

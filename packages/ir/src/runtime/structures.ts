import { alignTo, fieldOffsets, sizeAlignOf } from "../components.ts";
import { structType, types, type Type } from "../type.ts";

/** A structure in memory that the compiler and the runtime share: its fields by name. */
export interface Structure<Name extends string> {
  /** The Go type that declares it, as `runtime.Type`; undefined for what only generated code and `unsafe` look at. */
  readonly goType: string | undefined;
  readonly fields: Readonly<Record<Name, Type>>;
  /** Byte offset of each field. */
  readonly offset: Readonly<Record<Name, number>>;
  /** Bytes of one structure in an array. */
  readonly size: number;
}

function structure<Name extends string>(
  goType: string | undefined,
  fields: Readonly<Record<Name, Type>>,
): Structure<Name> {
  const list = Object.values<Type>(fields);
  const offsets = fieldOffsets(list);
  const { size, align } = sizeAlignOf(structType(list));
  const names = Object.keys(fields) as Name[];
  const offset = Object.fromEntries(names.map((name, i) => [name, offsets[i]!])) as Record<Name, number>;
  return Object.freeze({ goType, fields, offset: Object.freeze(offset), size: alignTo(size, align) });
}

const { ptr, uint8, uint32, uint64, string } = types;

/** A type descriptor (ABI.md, "Type descriptors"). */
export const typeDescriptorLayout = structure("runtime.typeDescriptor", {
  size: uint32,
  id: uint32,
  row: uint32,
  kind: uint8,
  flags: uint8,
  align: uint8,
  fieldAlign: uint8,
  equal: ptr,
  hash: ptr,
  name: string,
  pkgPath: string,
  typeName: string,
  methods: ptr,
  methodCount: uint32,
  ptrTo: ptr,
  pointers: ptr,
  elem: ptr,
  key: ptr,
  length: uint32,
  fields: ptr,
  fieldCount: uint32,
  functions: ptr,
});

/** Bits of `flags` of a type descriptor. */
export const typeFlags = Object.freeze({
  /** The payload of an interface holds the value itself. */
  direct: 1,
  /** The payload is a pointer or begins with one. */
  pointer: 2,
  comparable: 4,
  /** A defined or predeclared type. */
  named: 8,
  /** Payloads are equal if their bits are. */
  bitEqual: 16,
  /** An instance of a generic type. */
  instance: 32,
});

/** An entry of the fields of a struct type. */
export const fieldLayout = structure("runtime.fieldDescriptor", {
  name: string,
  pkgPath: string,
  tag: string,
  typ: ptr,
  offset: uint32,
  embedded: uint32,
});

/** An entry of the methods of a type or interface. */
export const methodLayout = structure("runtime.methodDescriptor", {
  name: string,
  pkgPath: string,
  typ: ptr,
  function: ptr,
});

/** The functions by which reflection and the collector call functions of a type. */
export const thunksLayout = structure(undefined, { call: ptr, make: uint32, finalize: ptr });

/** A case of a select statement, and a goroutine that waits for a channel. */
export const waiterLayout = structure("runtime.waiter", {
  g: ptr,
  next: ptr,
  previous: ptr,
  channel: ptr,
  word: uint64,
  element: ptr,
  send: uint32,
});

/** The header of the frame of a suspended function; its values come after it. */
export const frameLayout = structure("runtime.coroutineFrame", {
  descriptor: ptr,
  caller: ptr,
  state: uint32,
  size: uint32,
});

/** Where a go statement is: for reports. */
export const goSiteLayout = structure("runtime.goSite", { function: string, line: string });

/** What is constant about a call, for traces that the program makes itself; `line` is 0 where the position is unknown. */
export const callSiteLayout = structure("runtime.callSite", {
  function: string,
  file: string,
  line: uint32,
  around: ptr,
});

/** Where a function is while it calls another one: in its frame. */
export const callRecordLayout = structure("runtime.callRecord", { site: ptr, caller: ptr });

/** The name of a function in the table. */
export const functionNameLayout = structure("runtime.functionName", { index: uint32, name: string });

/** The variable with the sites of all calls and the names of functions. */
export const callTableLayout = structure(undefined, {
  sites: ptr,
  siteCount: uint32,
  names: ptr,
  nameCount: uint32,
});

/** What hands out objects of one layout, or of one class of sizes; what follows is known to the runtime alone. */
export const allocatorLayout = structure("runtime.allocator", {
  next: uint32,
  limit: uint32,
  size: uint32,
  kind: uint32,
  layout: ptr,
  current: ptr,
  swept: ptr,
  partial: ptr,
  unswept: ptr,
  link: ptr,
  known: uint32,
});

/** The beginning of a closure object; captured values come after it. */
export const closureLayout = structure(undefined, { code: uint32 });

/** The descriptor of frames in programs that make traces themselves: `calls` is a list of call sites by state, from 1. */
export const tracedDescriptorLayout = structure(undefined, { code: uint32, calls: ptr });

/** The beginning of layout data: then the offsets of the pointers, a word each; bit 0 is set for payloads of interfaces. */
export const layoutData = structure(undefined, { size: uint32, count: uint32 });

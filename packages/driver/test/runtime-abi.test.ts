// What the compiler knows of package runtime (packages/ir/src/runtime) against its Go code, read by our own checker.
import {
  callRecordLayout,
  callSiteLayout,
  fieldLayout,
  frameLayout,
  functionNameLayout,
  goSiteLayout,
  largestSlot,
  methodLayout,
  runtimeFunction,
  runtimeFunctions,
  runtimeVariables,
  sizeAlignOf,
  sizeClassOf,
  sizeClasses,
  tracingVariables,
  typeDescriptorLayout,
  typeFlags,
  types,
  waiterLayout,
  watchedRuntimeFunctions,
  type RuntimeFunctionName,
  type Structure,
  type Type as IrType,
} from "@goes/ir";
import { loadProgram } from "@goes/modules";
import { decodeUtf8, encodeUtf8, FileSet, memoryFileSystem, type Diagnostic } from "@goes/source";
import { goesSizes, signatureOf, underlying, type Package, type Type } from "@goes/types";
import { expect, test } from "vitest";
import { loadLibrary } from "../../cli/src/library.ts";
import { checkProgram } from "../src/index.ts";

const library = loadLibrary();
const diagnostics: Diagnostic[] = [];
const report = (item: Diagnostic): void => {
  diagnostics.push(item);
};
const source = 'package main\n\nimport "reflect"\n\nfunc main() { println(reflect.TypeOf(1).Name()) }\n';
const loaded = loadProgram(
  { kind: "files", files: [{ path: "main.go", bytes: encodeUtf8(source) }], directory: "." },
  { files: new FileSet(), fileSystem: memoryFileSystem({}), library, tags: [], report },
)!;
const { packages } = checkProgram(loaded, report);

function packageOf(path: string): Package {
  return packages.get(path)!.pkg;
}

/** The form of a Go type on the Go level of the IR; only types that the runtime's interface uses. */
function irTypeOf(type: Type): IrType {
  const under = underlying(type);
  switch (under.kind) {
    case "slice":
      return types.slice;
    case "interface":
      return types.iface;
    case "basic":
      if (under.basic === "int") return types.int64;
      if (under.basic === "uint") return types.uint64;
      if (under.basic === "uintptr") return types.uint32;
      if (under.basic === "unsafe.Pointer") return types.ptr;
      return types[under.basic as "int32"];
    case "array":
    case "chan":
    case "map":
    case "pointer":
    case "signature":
    case "struct":
    case "tuple":
    case "union":
      return types.ptr;
  }
}

// Programs with -traces=module have other files in package runtime.
const traced = checkProgram(
  loadProgram(
    { kind: "files", files: [{ path: "main.go", bytes: encodeUtf8(source) }], directory: "." },
    { files: new FileSet(), fileSystem: memoryFileSystem({}), library, tags: ["goes.traces"], report },
  )!,
  report,
).packages;

test("the library is without errors", () => {
  expect(diagnostics).toEqual([]);
});

test.each(Object.keys(runtimeFunctions))("func %s", (name) => {
  const known = runtimeFunction(name as RuntimeFunctionName);
  const object = packageOf("runtime").scope.lookup(name);
  if (object?.kind !== "func") throw new Error(`package runtime has no function ${name}`);
  const signature = signatureOf(object);
  expect(signature.typeParams.length).toBe(known.typeParams);
  if (known.typeParams > 0) return;
  const texts = (vars: readonly { readonly type?: Type | undefined }[]): string[] =>
    vars.map((variable) => irTypeOf(variable.type!).text);
  expect(texts(signature.params.vars)).toEqual(known.params.map((type) => type.text));
  expect(texts(signature.results.vars)).toEqual(known.results.map((type) => type.text));
});

test.each([...runtimeVariables])("var %s", (name) => {
  expect(packageOf("runtime").scope.lookup(name)?.kind).toBe("var");
});

test.each([...tracingVariables])("var %s of traces", (name) => {
  expect(traced.get("runtime")!.pkg.scope.lookup(name)?.kind).toBe("var");
});

test.each([...watchedRuntimeFunctions])("func %s, which is only looked for", (name) => {
  expect(packageOf("runtime").scope.lookup(name)?.kind).toBe("func");
});

function typeNamed(path: string, name: string): Type {
  return (packageOf(path).scope.lookup(name) ?? traced.get(path)!.pkg.scope.lookup(name))!.type!;
}

/** Name, offset and size of each field. */
function fieldsOf(path: string, name: string): (readonly [name: string, offset: number, size: number])[] {
  const under = underlying(typeNamed(path, name));
  if (under.kind !== "struct") throw new Error(`${path}.${name} is no struct`);
  const offsets = goesSizes.offsetsof(under.fields);
  return under.fields.map((field, i) => [field.name, offsets[i]!, goesSizes.sizeof(field.type!)] as const);
}

const structures = {
  typeDescriptor: typeDescriptorLayout,
  fieldDescriptor: fieldLayout,
  methodDescriptor: methodLayout,
  waiter: waiterLayout,
  coroutineFrame: frameLayout,
  goSite: goSiteLayout,
  callSite: callSiteLayout,
  callRecord: callRecordLayout,
  functionName: functionNameLayout,
} satisfies Record<string, Structure<string>>;

test.each(Object.entries<Structure<string>>(structures))("type %s", (name, structure) => {
  expect(structure.goType).toBe(`runtime.${name}`);
  const expected = Object.entries(structure.fields).map(([field, type]) => [
    field,
    structure.offset[field],
    sizeAlignOf(type).size,
  ]);
  expect(fieldsOf("runtime", name)).toEqual(expected);
  expect(goesSizes.sizeof(typeNamed("runtime", name))).toBe(structure.size);
});

test("the descriptor as package reflect reads it", () => {
  const own = Object.values<IrType>(typeDescriptorLayout.fields).map((type, i) => [
    Object.values<number>(typeDescriptorLayout.offset)[i],
    sizeAlignOf(type).size,
  ]);
  const read = fieldsOf("reflect", "descriptor").map(([, offset, size]) => [offset, size]);
  expect(read).toEqual(own);
});

// Constants of the library are evaluated when they are used: their declarations are read here.
const flagFiles = ["runtime/type.go", "reflect/descriptor.go", "internal/reflectlite/reflectlite.go"];

test.each(Object.entries(typeFlags))("flag %s", (name, bit) => {
  const declared = new RegExp(`^\\s*flag${name[0]!.toUpperCase()}${name.slice(1)}\\s*=\\s*(\\d+)`, "m");
  const values = flagFiles.map((file) => declared.exec(decodeUtf8(library.readFile(file)!).text)?.[1]);
  expect(values[0]).toBe(String(bit));
  for (const value of values) expect(value ?? String(bit)).toBe(String(bit));
});

test("the classes of sizes are those of package runtime", () => {
  const file = decodeUtf8(library.readFile("runtime/sizeclass.go")!).text;
  const table = /var sizeClasses = \[\.\.\.\]uint16\{([\d,\s]+)\}/.exec(file)![1]!;
  expect(table.match(/\d+/g)!.map(Number)).toEqual(sizeClasses);
  // And every size up to the largest has one.
  expect(sizeClasses.at(-1)! * 8).toBe(largestSlot);
  expect([1, 8, 9, largestSlot - 7, largestSlot].map((size) => sizeClassOf(size).bytes)).toEqual([
    8,
    8,
    16,
    largestSlot,
    largestSlot,
  ]);
});

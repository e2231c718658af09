import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { basicTypes, underlying, type MapType, type Type, type Var } from "@goes/types";
import { mapSymbol } from "../layout/map-functions.ts";
import { structOffsets } from "../layout/ir-types.ts";
import type { Variable } from "../function/emitter.ts";
import { buildExpr, buildExprAs, buildInt } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { selectionOf } from "../function/selections.ts";
import { preparePlaces } from "./order/spines.ts";

/** A step of an address that still has to be computed: a constant distance, or an element after a bounds check. */
type Step =
  | { readonly kind: "offset"; readonly offset: number }
  | { readonly kind: "index"; readonly index: Value; readonly length: Value; readonly scale: number };

/**
 * What can be read and often written: the operands are evaluated, the checks (nil, bounds) are not yet done. So
 * `a[i] = f()` calls f before it panics for i, as the spec requires.
 */
export type Place =
  | { readonly kind: "blank"; readonly type: Type }
  /** A part of a register value that cannot be written. */
  | { readonly kind: "value"; readonly type: Type; readonly value: Value }
  /** A variable in a register, or a part of it: `path` are field numbers. */
  | {
      readonly kind: "register";
      readonly type: Type;
      readonly variable: Variable;
      readonly path: readonly number[];
      /** Index checks that are due: index and length. */
      readonly checks: readonly (readonly [Value, Value])[];
    }
  | {
      readonly kind: "memory";
      readonly type: Type;
      readonly base: Value;
      /** The base may be nil. */
      readonly nilCheck: boolean;
      readonly steps: readonly Step[];
      /** Nobody but this function can change what is there. */
      readonly isPrivate: boolean;
    }
  | {
      readonly kind: "map";
      readonly type: Type;
      readonly map: Value;
      readonly mapType: MapType;
      readonly key: Value;
    };

/** The place at an address that is known not to be nil. */
function memoryPlace(type: Type, base: Value, isPrivate = false): Place {
  return { kind: "memory", type, base, nilCheck: false, steps: [], isPrivate };
}

/** The place that a pointer points to. */
function pointerPlace(type: Type, pointer: Value): Place {
  return { kind: "memory", type, base: pointer, nilCheck: true, steps: [], isPrivate: false };
}

/** The place of a local or package-level variable. */
function variablePlace(fb: FunctionBuilder, variable: Var): Place {
  const type = fb.typeOfVar(variable);
  const storage = fb.storage.get(variable);
  if (storage === undefined) {
    if (variable.role !== "package" && variable.parent !== variable.pkg?.scope) fb.storageOf(variable);
    return memoryPlace(type, fb.global(fb.ctx.useGlobal(variable)));
  }
  if (storage.kind === "register") {
    return { kind: "register", type, variable: storage.variable, path: [], checks: [] };
  }
  return memoryPlace(type, fb.addressOf(storage), storage.kind === "memory" && storage.isPrivate);
}

/** Evaluates the operands of an expression that denotes a variable, map element or part of a value. */
export function buildPlace(fb: FunctionBuilder, expr: ast.Expr): Place {
  const node = unparen(expr);
  const ready = fb.places.get(node);
  if (ready !== undefined) {
    fb.places.delete(node);
    return ready;
  }
  preparePlaces(fb, node, (part) => buildPlace(fb, part));
  switch (node.kind) {
    case "Ident": {
      if (node.name === "_") return { kind: "blank", type: basicTypes.invalid };
      const object = fb.unit.info.uses.get(node) ?? fb.unit.info.defs.get(node);
      if (object?.kind === "var") return variablePlace(fb, object);
      break;
    }
    case "SelectorExpr": {
      const selection = selectionOf(fb, node);
      if (selection === undefined) {
        const object = fb.unit.info.uses.get(node.selector);
        if (object?.kind === "var") return variablePlace(fb, object);
        break;
      }
      if (selection.kind !== "field") break;
      return fieldPath(fb, buildPlace(fb, node.x), fb.typeOf(node.x), selection.index);
    }
    case "IndexExpr":
      if (fb.unit.info.types.get(node.x)?.mode !== "type") {
        const place = indexPlace(fb, node);
        if (place !== undefined) return place;
      }
      break;
    case "StarExpr": {
      const pointer = buildExpr(fb, node.x);
      return pointerPlace(fb.typeOf(node), pointer);
    }
    case "ArrayType":
    case "BadExpr":
    case "BasicLit":
    case "BinaryExpr":
    case "CallExpr":
    case "ChanType":
    case "CompositeLit":
    case "Ellipsis":
    case "FuncLit":
    case "FuncType":
    case "InterfaceType":
    case "KeyValueExpr":
    case "MapType":
    case "ParenExpr":
    case "SliceExpr":
    case "StructType":
    case "TypeAssertExpr":
    case "UnaryExpr":
      break;
  }
  return valuePlace(fb, fb.typeOf(node), buildExpr(fb, node));
}

/** A value as a place that can only be read. */
function valuePlace(fb: FunctionBuilder, type: Type, value: Value): Place {
  return fb.isMemory(type) ? memoryPlace(type, value) : { kind: "value", type, value };
}

/** Follows field numbers, through embedded pointers, from a place of type `type`. */
export function fieldPath(
  fb: FunctionBuilder,
  start: Place,
  startType: Type,
  path: readonly number[],
): Place {
  let place = start;
  let type = startType;
  for (const index of path) {
    const under = underlying(type);
    if (under.kind === "pointer") {
      place = pointerPlace(under.element, readPlace(fb, place));
      type = under.element;
    }
    const struct = underlying(type);
    if (struct.kind !== "struct") throw fb.broken("a field of something that is no struct");
    const fieldType = fb.type(struct.fields[index]!.type!);
    place = fieldPlace(fb, place, type, index, fieldType);
    type = fieldType;
  }
  return place;
}

function fieldPlace(fb: FunctionBuilder, place: Place, struct: Type, index: number, type: Type): Place {
  switch (place.kind) {
    case "register":
      return { ...place, type, path: [...place.path, index] };
    case "memory":
      return {
        ...place,
        type,
        steps: [...place.steps, { kind: "offset", offset: structOffsets(fb.ctx, struct)[index]! }],
      };
    case "blank":
    case "map":
    case "value": {
      const value = readPlace(fb, place);
      if (fb.isMemory(struct)) return fieldPlace(fb, memoryPlace(struct, value), struct, index, type);
      return { kind: "value", type, value: fb.extract(value, index) };
    }
  }
}

/** The place of `x[i]`; undefined for strings, whose bytes are no variables, and instantiations. */
function indexPlace(fb: FunctionBuilder, node: ast.IndexExpr): Place | undefined {
  const type = fb.typeOf(node.x);
  const under = underlying(type);
  const indexExpr = node.indices[0]!;
  switch (under.kind) {
    case "slice": {
      const slice = buildExpr(fb, node.x);
      const index = buildInt(fb, indexExpr);
      return slicePlace(fb, under.element, slice, index);
    }
    case "array": {
      const base = buildPlace(fb, node.x);
      return arrayPlace(fb, base, under.element, under.length, buildInt(fb, indexExpr));
    }
    case "pointer": {
      const array = underlying(under.element);
      if (array.kind !== "array") return undefined;
      const base = pointerPlace(under.element, buildExpr(fb, node.x));
      return arrayPlace(fb, base, array.element, array.length, buildInt(fb, indexExpr));
    }
    case "map": {
      const map = buildExpr(fb, node.x);
      const key = fb.copied(under.key, buildExprAs(fb, indexExpr, under.key));
      return { kind: "map", type: under.value, map, mapType: under, key };
    }
    case "basic":
    case "chan":
    case "interface":
    case "signature":
    case "struct":
    case "tuple":
    case "union":
      return undefined;
  }
}

/** Element `index` of a slice. */
function slicePlace(fb: FunctionBuilder, element: Type, slice: Value, index: Value): Place {
  const length = fb.emit("len", types.int64, [slice]);
  const base = fb.emit("data", types.ptr, [slice]);
  const step: Step = { kind: "index", index, length, scale: fb.sizeOf(element) };
  return { kind: "memory", type: element, base, nilCheck: false, steps: [step], isPrivate: false };
}

/** Element `index` of an array. */
function arrayPlace(fb: FunctionBuilder, array: Place, element: Type, length: number, index: Value): Place {
  switch (array.kind) {
    case "memory": {
      const step: Step = { kind: "index", index, length: fb.int(length), scale: fb.sizeOf(element) };
      return { ...array, type: element, steps: [...array.steps, step] };
    }
    case "register":
      if (length === 0) {
        boundsCheck(fb, index, fb.int(0));
        return memoryPlace(element, fb.nil());
      }
      return {
        ...array,
        type: element,
        path: [...array.path, 0],
        checks: [...array.checks, [index, fb.int(length)]],
      };
    case "blank":
    case "map":
    case "value": {
      const value = readPlace(fb, array);
      if (fb.isMemory(array.type)) {
        return arrayPlace(fb, memoryPlace(array.type, value), element, length, index);
      }
      boundsCheck(fb, index, fb.int(length));
      return { kind: "value", type: element, value: length === 0 ? fb.zero(element) : fb.extract(value, 0) };
    }
  }
}

/** Panics unless `index < length`, unsigned. */
export function boundsCheck(fb: FunctionBuilder, index: Value, length: Value): void {
  if (index.op === "const" && length.op === "const") {
    const at = index.imm as bigint;
    if (at >= 0n && at < (length.imm as bigint)) return;
  }
  const sym = fb.ctx.runtimeFunc(`panicIndex${boundSuffix(fb, index)}`);
  fb.emit("check.index", types.void, [index, length], { sym });
}

/** A bound of type uint64 may be beyond int64; the panic then says which. The library has no such bounds. */
export function boundSuffix(fb: FunctionBuilder, bound: Value): "U" | "" {
  if (bound.op !== "convert" || bound.args[0]!.type.kind !== "uint64") return "";
  return fb.ctx.isLibrary(fb.unit.checked.pkg) ? "" : "U";
}

/** Does the checks that are due; the place can then be read and written any number of times. */
export function checkPlace(fb: FunctionBuilder, place: Place): Place {
  if (place.kind === "register" && place.checks.length > 0) {
    for (const [index, length] of place.checks) boundsCheck(fb, index, length);
    return { ...place, checks: [] };
  }
  if (place.kind !== "memory") return place;
  if (place.steps.length <= 1 && place.steps[0]?.kind !== "index" && !place.nilCheck) return place;
  const { base, offset } = resolve(fb, place);
  const steps: Step[] = offset === 0 ? [] : [{ kind: "offset", offset }];
  return { ...place, base, nilCheck: false, steps };
}

function resolve(
  fb: FunctionBuilder,
  place: Place & { readonly kind: "memory" },
): { base: Value; offset: number } {
  let base = place.base;
  let offset = 0;
  if (place.nilCheck) fb.nilCheck(base);
  for (const step of place.steps) {
    if (step.kind === "offset") {
      offset += step.offset;
      continue;
    }
    boundsCheck(fb, step.index, step.length);
    if (step.index.op === "const") {
      const distance = Number(step.index.imm as bigint) * step.scale;
      if (distance >= 0 && distance < 1 << 30) {
        offset += distance;
        continue;
      }
    }
    base = fb.emit("index", types.ptr, [fb.offset(base, offset), step.index], { imm: step.scale });
    offset = 0;
  }
  return { base, offset };
}

/** The address of a place in memory. */
export function placeAddress(fb: FunctionBuilder, place: Place): Value {
  if (place.kind !== "memory") throw fb.broken(`the address of a ${place.kind} place is needed`);
  const { base, offset } = resolve(fb, place);
  return fb.offset(base, offset);
}

/** The value at a place. Memory class: its address, so the value is only good until the place is changed. */
export function readPlace(fb: FunctionBuilder, place: Place): Value {
  switch (place.kind) {
    case "blank":
      return fb.zero(place.type);
    case "value":
      return place.value;
    case "register": {
      for (const [index, length] of place.checks) boundsCheck(fb, index, length);
      let value = fb.read(place.variable);
      for (const index of place.path) value = fb.extract(value, index);
      return value;
    }
    case "memory": {
      const { base, offset } = resolve(fb, place);
      return fb.load(place.type, base, offset);
    }
    case "map":
      return readMap(fb, place);
  }
}

function readMap(fb: FunctionBuilder, place: Place & { readonly kind: "map" }): Value {
  const found = findInMap(fb, place.mapType, place.map, place.key);
  return loadFound(fb, place.type, found);
}

/**
 * The place as `x op= y` uses it when the operation cannot panic: a map element is looked up once, and made if it is
 * missing.
 */
export function updatedPlace(fb: FunctionBuilder, place: Place): Place {
  if (place.kind !== "map") return place;
  const sym = mapSymbol(fb.ctx, place.mapType, "assign");
  return memoryPlace(place.type, fb.emit("map.assign", types.ptr, [place.map, place.key], { sym }));
}

/** The address of a map element, or nil. */
export function findInMap(fb: FunctionBuilder, type: MapType, map: Value, key: Value): Value {
  return fb.emit("map.find", types.ptr, [map, key], { sym: mapSymbol(fb.ctx, type, "find") });
}

/** The value at an address that is nil for a missing map element: then zero. */
export function loadFound(fb: FunctionBuilder, type: Type, found: Value): Value {
  if (fb.sizeOf(type) <= 1024) return fb.load(type, found);
  const zeros = fb.temp(type);
  fb.clear(type, zeros);
  const present = fb.emit("ne", types.bool, [found, fb.nil()]);
  return fb.emit("select", types.ptr, [present, found, zeros]);
}

/** Sets a place to a value of its type. */
export function writePlace(fb: FunctionBuilder, place: Place, value: Value): void {
  switch (place.kind) {
    case "blank":
      return;
    case "value":
      throw fb.broken("an assignment to a value");
    case "register":
      for (const [index, length] of place.checks) boundsCheck(fb, index, length);
      fb.write(place.variable, replaced(fb, fb.read(place.variable), place.path, 0, value));
      return;
    case "memory": {
      const { base, offset } = resolve(fb, place);
      fb.store(place.type, base, value, offset);
      return;
    }
    case "map": {
      const address = fb.emit("map.assign", types.ptr, [place.map, place.key], {
        sym: mapSymbol(fb.ctx, place.mapType, "assign"),
      });
      fb.store(place.type, address, value);
    }
  }
}

/** `whole` with the part at `path` replaced. */
function replaced(
  fb: FunctionBuilder,
  whole: Value,
  path: readonly number[],
  depth: number,
  part: Value,
): Value {
  if (depth === path.length) return part;
  const type = whole.type;
  if (type.kind !== "struct") throw fb.broken("a field of a register that is no struct");
  const fields = type.fields.map((_, i) =>
    i === path[depth] ? replaced(fb, fb.extract(whole, i), path, depth + 1, part) : fb.extract(whole, i),
  );
  return fb.emit("make.struct", type, fields);
}

import type { Generator } from "./generator.ts";
import {
  bool,
  int,
  satisfies,
  text,
  underlying,
  type Constraint,
  type GoType,
  type Method,
  type NamedType,
} from "./types.ts";

/** Generic types of a fixed shape, with instances over types of the program. */
interface Template {
  readonly prefix: string;
  readonly params: readonly Constraint[];
  readonly text: (name: string) => string;
  readonly underlying: (args: readonly GoType[]) => GoType;
  readonly methods: (args: readonly GoType[]) => readonly Method[];
}

const templates: readonly Template[] = [
  {
    prefix: "Box",
    params: ["any"],
    text: (name) => `type ${name}[T any] struct {
	Value T
	Count int
}

func (b ${name}[T]) Get() T {
	return b.Value
}

func (b *${name}[T]) Set(v T) int {
	b.Value = v
	b.Count++
	return b.Count
}`,
    underlying: ([t]) => ({
      kind: "struct",
      fields: [
        { name: "Value", type: t! },
        { name: "Count", type: int },
      ],
    }),
    methods: ([t]) => [
      { name: "Get", params: [], results: [t!] },
      { name: "Set", params: [t!], results: [int], pointer: true },
    ],
  },
  {
    prefix: "Pair",
    params: ["comparable", "any"],
    text: (name) => `type ${name}[K comparable, V any] struct {
	Key K
	Val V
	More map[K]V
}

func (p *${name}[K, V]) Put(k K, v V) int {
	if p.More == nil {
		p.More = make(map[K]V)
	}
	p.More[k] = v
	p.Key, p.Val = k, v
	return len(p.More)
}

func (p ${name}[K, V]) Has(k K) bool {
	_, ok := p.More[k]
	return ok || p.Key == k
}

func (p ${name}[K, V]) Flip(k K) (K, V, bool) {
	return p.Key, p.More[k], p.Key == k
}`,
    underlying: ([k, v]) => ({
      kind: "struct",
      fields: [
        { name: "Key", type: k! },
        { name: "Val", type: v! },
        { name: "More", type: { kind: "map", key: k!, elem: v! } },
      ],
    }),
    methods: ([k, v]) => [
      { name: "Put", params: [k!, v!], results: [int], pointer: true },
      { name: "Has", params: [k!], results: [bool] },
      { name: "Flip", params: [k!], results: [k!, v!, bool] },
    ],
  },
  {
    prefix: "Ring",
    params: ["number"],
    text: (name) => `type ${name}[N number] [3]N

func (r ${name}[N]) Sum() (s N) {
	for _, v := range r {
		s += v
	}
	return s
}

func (r *${name}[N]) Push(v N) N {
	old := r[0]
	copy(r[:], r[1:])
	r[2] = v * 2
	return old
}`,
    underlying: ([t]) => ({ kind: "array", length: 3, elem: t! }),
    methods: ([t]) => [
      { name: "Sum", params: [], results: [t!] },
      { name: "Push", params: [t!], results: [t!], pointer: true },
    ],
  },
  {
    prefix: "List",
    params: ["any"],
    text: (name) => `type ${name}[T any] []T

func (l ${name}[T]) Each(f func(T) bool) int {
	for i, v := range l {
		if !f(v) {
			return i
		}
	}
	return len(l)
}

func (l ${name}[T]) Last() (v T, ok bool) {
	if len(l) == 0 {
		return
	}
	return l[len(l)-1], true
}`,
    underlying: ([t]) => ({ kind: "slice", elem: t! }),
    methods: ([t]) => [
      { name: "Each", params: [{ kind: "func", params: [t!], results: [bool] }], results: [int] },
      { name: "Last", params: [], results: [t!, bool] },
    ],
  },
];

/** Declares some generic types and adds instances of them to the types of the program. */
export function declareGenericTypes(gen: Generator): void {
  const { random } = gen;
  for (const template of random.shuffled(templates).slice(0, random.int(3))) {
    const name = gen.fresh(template.prefix);
    gen.declarations.push(template.text(name));
    for (const constraint of template.params) gen.need(constraint);
    for (let n = 1 + random.int(2); n > 0; n--) {
      const args = template.params.map((constraint) =>
        gen.typeWhere((t) => argument(t) && satisfies(t, constraint)),
      );
      if (args.some((t) => t === undefined)) continue;
      const known = args as readonly GoType[];
      const type: NamedType = {
        kind: "named",
        name: `${name}[${known.map(text).join(", ")}]`,
        underlying: template.underlying(known),
        methods: [...template.methods(known)],
      };
      if (gen.types.some((t) => text(t) === type.name)) continue;
      gen.namedTypes.push(type);
      gen.addType(type);
    }
  }
}

function argument(type: GoType): boolean {
  const kind = underlying(type).kind;
  return (
    kind !== "func" &&
    kind !== "interface" &&
    !text(type).includes("float") &&
    !text(type).includes("complex")
  );
}

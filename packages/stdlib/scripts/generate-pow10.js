// Writes go/strconv/pow10table.go: what strconv needs to compute the top 128 bits of any 10^q, -351 <= q <= 350, exactly.
// As in the small tables of Ryū (Adams 2018) only each 27th power is stored; its product with 5^0…5^26 is short of the
// wanted floor by 0, 1 or 2, which two bits per power say.
import { writeFileSync } from "node:fs";

const first = -351;
const last = 350;
const step = 27;

/** Floor of the top 128 bits of 10^q. */
function top128(q) {
  let value = q >= 0 ? (10n ** BigInt(q)) << 200n : (1n << 1600n) / 10n ** BigInt(-q);
  return value >> BigInt(value.toString(2).length - 128);
}

const words = (value, count) =>
  Array.from({ length: count }, (_, i) => `0x${((value >> BigInt(64 * i)) & (2n ** 64n - 1n)).toString(16)}`);

const coarse = [];
let corrections = 0n;
for (let q = first; q <= last; q++) {
  const offset = (q - first) % step;
  const base = top128(q - offset);
  if (offset === 0) {
    const [low, high] = words(base, 2);
    coarse.push(`\t{${high}, ${low}}, // 10^${q}`);
  }
  let product = base * 5n ** BigInt(offset);
  product >>= BigInt(product.toString(2).length - 128);
  const missing = top128(q) - product;
  if (missing < 0n || missing > 2n) throw new Error(`10^${q}: off by ${missing}`);
  corrections |= missing << BigInt(2 * (q - first));
}
const fine = Array.from({ length: step }, (_, i) => `${5n ** BigInt(i)}`);

writeFileSync(
  new URL("../go/strconv/pow10table.go", import.meta.url),
  `// Written by scripts/generate-pow10.js.

package strconv

const (
	pow10First = ${first}
	pow10Last  = ${last}
	pow10Step  = ${step}
)

// The top 128 bits of each 27th power of ten.
var pow10Coarse = [...][2]uint64{
${coarse.join("\n")}
}

// 5^0 … 5^26.
var pow5Fine = [...]uint64{${fine.join(", ")}}

// Two bits from 2*(q-pow10First): what to add to the product.
var pow10Corrections = [...]uint64{${words(corrections, Math.ceil((last - first + 1) / 32)).join(", ")}}
`,
);

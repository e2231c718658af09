import { encodeUtf8 } from "@goes/source";

/** A growing byte buffer with the number encodings of the WebAssembly binary format (core spec, 5.2). */
export class ByteWriter {
  #bytes: Uint8Array;
  #view: DataView;
  /** The number of bytes written. */
  length = 0;

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** One byte. */
  u8(value: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  u32(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#reserve(5);
    const bytes = this.#bytes;
    let rest = value >>> 0;
    while (rest >= 0x80) {
      bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[this.length++] = rest;
  }

  /** A signed LEB128 number of 32 bits. */
  s32(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#reserve(5);
    const bytes = this.#bytes;
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>= 7;
    }
    bytes[this.length++] = rest & 0x7f;
  }

  /** A signed LEB128 number of 64 bits. */
  s64(value: bigint): void {
    if (value >= -0x80000000n && value <= 0x7fffffffn) {
      this.s32(Number(value));
      return;
    }
    let rest = BigInt.asIntN(64, value);
    while (rest < -64n || rest > 63n) {
      this.u8(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.u8(Number(rest & 0x7fn));
  }

  /** An IEEE 754 number of 32 bits. */
  f32(value: number): void {
    this.#reserve(4);
    this.#view.setFloat32(this.length, value, true);
    this.length += 4;
  }

  /** An IEEE 754 number of 64 bits. */
  f64(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** The bytes themselves, without a length. */
  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.length);
    this.length += value.length;
  }

  /** A name: its length in UTF-8 and its UTF-8 form. */
  name(value: string): void {
    let ascii = true;
    for (let i = 0; i < value.length && ascii; i++) ascii = value.charCodeAt(i) < 0x80;
    if (!ascii) {
      this.vector(encodeUtf8(value));
      return;
    }
    this.u32(value.length);
    this.#reserve(value.length);
    for (let i = 0; i < value.length; i++) this.#bytes[this.length++] = value.charCodeAt(i);
  }

  /** The length and the bytes. */
  vector(value: Uint8Array): void {
    this.u32(value.length);
    this.bytes(value);
  }

  /** Replaces the byte at `offset`. */
  patch(offset: number, value: number): void {
    this.#bytes[offset] = value;
  }

  /** Forgets what was written, keeps the memory. */
  reset(): void {
    this.length = 0;
  }

  /** What was written; shares memory with the writer. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** A copy of what was written. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

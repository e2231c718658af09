/** A decoded text and the offsets (UTF-16 units) of the replacement characters that stand for invalid bytes. */
export interface DecodedText {
  readonly text: string;
  readonly invalidOffsets: readonly number[];
}

const CHUNK = 8192;

/**
 * Decodes UTF-8 and drops a leading byte order mark. Each byte that is part of no valid sequence becomes one
 * U+FFFD, which is what Go's decoder does (The Unicode Standard, table 3-7 lists the well-formed sequences).
 */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  const invalidOffsets: number[] = [];
  const parts: string[] = [];
  let units: number[] = [];
  let flushed = 0;
  let at = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    if (units.length >= CHUNK) {
      parts.push(String.fromCharCode.apply(undefined, units));
      flushed += units.length;
      units = [];
    }
    if (bytes[at]! < 0x80) {
      // Most sources are ASCII: take as long a run as there is at once.
      const end = asciiEnd(bytes, at, Math.min(bytes.length, at + CHUNK));
      if (units.length > 0) parts.push(String.fromCharCode.apply(undefined, units));
      parts.push(String.fromCharCode.apply(undefined, bytes.subarray(at, end) as unknown as number[]));
      flushed += units.length + (end - at);
      units = [];
      at = end;
      continue;
    }
    const { rune, size } = decodeRune(bytes, at);
    if (rune === 0xfffd && size === 1) invalidOffsets.push(flushed + units.length);
    if (rune >= 0x10000) {
      units.push(0xd800 + ((rune - 0x10000) >> 10), 0xdc00 + ((rune - 0x10000) & 0x3ff));
    } else {
      units.push(rune);
    }
    at += size;
  }
  parts.push(String.fromCharCode.apply(undefined, units));
  return { text: parts.join(""), invalidOffsets };
}

/** The end of the run of ASCII bytes that begins at `at`. */
function asciiEnd(bytes: Uint8Array, at: number, limit: number): number {
  let end = at;
  while (end < limit && bytes[end]! < 0x80) end++;
  return end;
}

/**
 * Decodes the rune at `at`. An invalid sequence yields U+FFFD with size 1; a valid U+FFFD has size 3.
 */
export function decodeRune(
  bytes: ArrayLike<number>,
  at: number,
): { readonly rune: number; readonly size: number } {
  const lead = bytes[at]!;
  if (lead < 0x80) return { rune: lead, size: 1 };
  const invalid = { rune: 0xfffd, size: 1 };
  const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (size === 0 || at + size > bytes.length) return invalid;
  let rune = lead & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const next = bytes[at + i]!;
    if ((next & 0xc0) !== 0x80) return invalid;
    rune = (rune << 6) | (next & 0x3f);
  }
  if (size === 3 && (rune < 0x800 || (rune >= 0xd800 && rune <= 0xdfff))) return invalid;
  if (size === 4 && (rune < 0x10000 || rune > 0x10ffff)) return invalid;
  return { rune, size };
}

/** Number of UTF-8 bytes of `text.slice(start, end)`. A lone surrogate counts as three. */
export function utf8Length(text: string, start = 0, end = text.length): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < end) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}

/** Encodes a text as UTF-8. Lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const length = utf8Length(text);
  const out = new Uint8Array(length);
  if (length === text.length) {
    for (let i = 0; i < length; i++) out[i] = text.charCodeAt(i);
    return out;
  }
  let at = 0;
  for (const character of text) {
    at = putRune(out, at, character.codePointAt(0)!);
  }
  return out;
}

/** The UTF-8 encoding of one rune as a byte string (each character one byte, 0–255). */
export function runeToByteString(rune: number): string {
  const out = new Uint8Array(4);
  const size = putRune(out, 0, rune);
  return String.fromCharCode(...out.subarray(0, size));
}

/** A text as a byte string: a JavaScript string in which each character is one byte of the UTF-8 encoding. */
export function toByteString(text: string): string {
  let out = "";
  for (const character of text) {
    const rune = character.codePointAt(0)!;
    out += rune < 0x80 ? character : runeToByteString(rune);
  }
  return out;
}

/** The bytes of a byte string. */
export function byteStringToBytes(value: string): Uint8Array {
  const out = new Uint8Array(value.length);
  for (let i = 0; i < value.length; i++) out[i] = value.charCodeAt(i);
  return out;
}

function putRune(out: Uint8Array, start: number, value: number): number {
  let at = start;
  const rune = value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff) ? 0xfffd : value;
  if (rune < 0x80) {
    out[at++] = rune;
  } else if (rune < 0x800) {
    out[at++] = 0xc0 | (rune >> 6);
    out[at++] = 0x80 | (rune & 0x3f);
  } else if (rune < 0x10000) {
    out[at++] = 0xe0 | (rune >> 12);
    out[at++] = 0x80 | ((rune >> 6) & 0x3f);
    out[at++] = 0x80 | (rune & 0x3f);
  } else {
    out[at++] = 0xf0 | (rune >> 18);
    out[at++] = 0x80 | ((rune >> 12) & 0x3f);
    out[at++] = 0x80 | ((rune >> 6) & 0x3f);
    out[at++] = 0x80 | (rune & 0x3f);
  }
  return at;
}

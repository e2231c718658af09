// Names of files, arguments and variables are bytes on most systems and for programs, but texts for JavaScript. Bytes that
// are not UTF-8 become the lone surrogates U+DC80 to U+DCFF, one each (as PEP 383 does it for Python): no text that is
// UTF-8 has any, so that all bytes come back as they were.

const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
const escapeBase = 0xdc00;
const escaped = /[\udc80-\udcff]/;

/** The text for bytes; what is not UTF-8 is kept by escapes. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return escapeBytes(bytes);
  }
}

/** The bytes for a text of {@link textOfBytes}. */
export function bytesOfText(text: string): Uint8Array {
  if (!escaped.test(text)) return encoder.encode(text);
  const parts: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= escapeBase + 0x80 && code <= escapeBase + 0xff) parts.push(code - escapeBase);
    else parts.push(...encoder.encode(character));
  }
  return Uint8Array.from(parts);
}

function escapeBytes(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const size = sequenceLength(bytes[at]!);
    const sequence = bytes.subarray(at, at + size);
    try {
      text += strictDecoder.decode(sequence);
      at += size;
    } catch {
      text += String.fromCharCode(escapeBase + bytes[at]!);
      at++;
    }
  }
  return text;
}

/** How many bytes a character of UTF-8 has that begins with this one. */
function sequenceLength(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

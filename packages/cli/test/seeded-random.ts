/**
 * What a host of tests gives for random: the same bytes for the same seed, but not the same byte again and again, with which a
 * program that looks for a prime never ends (xorshift, Marsaglia, "Xorshift RNGs", 2003).
 */
export function seededRandom(seed: number): (buffer: Uint8Array) => void {
  let state = (seed + 1) * 0x9e37_79b9;
  return (buffer) => {
    for (let i = 0; i < buffer.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      buffer[i] = state >>> 24;
    }
  };
}

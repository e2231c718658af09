/**
 * The sizes in which small objects are handed out, in units of 8 bytes: those of Go, which programs can see by `cap`. The
 * runtime has the same table; a test compares them.
 */
// prettier-ignore
export const sizeClasses: readonly number[] = Object.freeze([
  1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 64, 72, 80, 88,
  96, 112, 128, 144, 160, 176, 192, 224, 256, 288, 336, 384, 400, 432, 512, 608, 640, 672, 768, 816, 848, 864,
  1024, 1184, 1216, 1280, 1360, 1536, 1696, 1792, 2048, 2304, 2384, 2560, 2720, 3072, 3408, 3584, 4096,
]);

/** The largest object that shares its pages with others, in bytes. */
export const largestSlot = 32768;

/** The class of a size from 1 to {@link largestSlot}: its index from 1, and the bytes of its slots. */
export function sizeClassOf(size: number): { readonly index: number; readonly bytes: number } {
  const at = sizeClasses.findIndex((units) => units * 8 >= size);
  return { index: at + 1, bytes: sizeClasses[at]! * 8 };
}

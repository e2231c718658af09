/** Bytes of a frame before its values: descriptor, caller, state, size (see coroutineFrame in package runtime). */
export const headerSize = 16;

/** Offset of the state in a frame. */
export const stateOffset = 8;

/** The data in which results wait for a caller that is entered later. */
export const resultsSymbol = "goes.results";

/** The unwind reason of suspending. */
export const suspendReason = 1;

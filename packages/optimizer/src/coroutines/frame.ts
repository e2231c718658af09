/** The data in which results wait for a caller that is entered later. */
export const resultsSymbol = "goes.results";

/** The unwind reason of suspending. */
export const suspendReason = 1;

/** The newest minor version of Go 1 that goes knows: language, library and build tags. */
export const newestMinor = 26;

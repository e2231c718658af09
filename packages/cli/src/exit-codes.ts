/** Exit codes that are the same for all commands. */
export const exitCodes = { success: 0, buildError: 1, usage: 2 } as const;

/** What a shell sees of a program that SIGPIPE has ended. */
export const brokenPipeCode = 141;

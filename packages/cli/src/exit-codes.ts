/** Exit codes that are the same for all commands. */
export const exitCodes = { success: 0, buildError: 1, usage: 2 } as const;

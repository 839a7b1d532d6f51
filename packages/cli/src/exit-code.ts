/** What the command line answers to the shell. */
export const exitCode = {
  clean: 0,
  findings: 1,
  couldNotRun: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

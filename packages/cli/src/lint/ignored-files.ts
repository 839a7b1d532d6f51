import type { ESLint } from 'eslint';

/** ESLint's warning about a named file that is ignored has no place and speaks of options that this command lacks. */
export function explainIgnored(results: readonly ESLint.LintResult[]): ESLint.LintResult[] {
  return results.map((result) => ({
    ...result,
    messages: result.messages.map((message) =>
      message.message.startsWith('File ignored')
        ? {
            ...message,
            line: 1,
            column: 1,
            message: 'The file is ignored, or of a kind that holds no definitions: nothing in it was looked at',
          }
        : message,
    ),
  }));
}

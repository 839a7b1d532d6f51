import { CouldNotRun } from '../could-not-run';
import { fileName } from '../formats/file-name';
import { oneLine } from '../one-line';

/** What ESLint's errors carry beside their message. */
interface EslintError extends Error {
  readonly code?: string;
  readonly path?: string;
  readonly messageTemplate?: string;
  readonly messageData?: { readonly pattern?: string };
  readonly ruleId?: string;
  readonly currentNode?: unknown;
}

/** An error of ESLint's as one line that says what to do. */
export function explained(error: unknown, cwd: string): CouldNotRun {
  if (error instanceof CouldNotRun || !(error instanceof Error)) return new CouldNotRun(oneLine(String(error)));
  const { code, path, message, messageTemplate, messageData, ruleId, currentNode }: EslintError = error;
  const pattern = fileName(messageData?.pattern ?? '', cwd);
  if (messageTemplate === 'file-not-found') {
    return new CouldNotRun(`"${pattern}" matches no file to lint; check the path, and quote a glob`);
  }
  if (messageTemplate === 'all-matched-files-ignored') {
    return new CouldNotRun(
      `nothing to lint in "${pattern}": all files there are ignored or of a kind that is not looked at; name the files themselves`,
    );
  }
  if (path !== undefined && code?.startsWith('E')) {
    return new CouldNotRun(`cannot read "${fileName(path, cwd)}" (${code}); check that it exists and may be read`);
  }
  if (ruleId !== undefined || currentNode !== undefined) {
    return new CouldNotRun(
      `a rule failed: ${oneLine(message)}; switch it off with --rule '${ruleId ?? 'ID'}: off' and report the bug`,
    );
  }
  return new CouldNotRun(
    `cannot use the configuration: ${oneLine(message).replace(/\.$/, '')}; correct --rule or the file given to --config`,
  );
}

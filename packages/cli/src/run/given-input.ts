import { CouldNotRun } from '../could-not-run';
import { oneLine } from '../one-line';
import { readText } from './read-text';

/** The value of `--input`: JSON, or a file that holds it. */
export function givenInput(option: string, cwd: string): unknown {
  const isFile = option.startsWith('@');
  const text = isFile ? readText(option.slice(1), cwd) : option;
  try {
    return JSON.parse(text);
  } catch (error) {
    const what = isFile ? `the input in "${option.slice(1)}"` : '--input';
    throw new CouldNotRun(
      `${what} is not JSON: ${oneLine((error as SyntaxError).message)}; write it as '{ "orderId": 7 }' or as @file`,
    );
  }
}

import { CouldNotRun } from '../could-not-run';
import { oneLine } from '../one-line';
import { readText } from './read-text';

/** The value of `--input`: JSON, or a file that holds it. */
export function givenInput(option: string, cwd: string): unknown {
  if (option.startsWith('@')) return readJson(option.slice(1), cwd, `the input in "${option.slice(1)}"`);
  return parsed(option, '--input', `write it as '{ "orderId": 7 }' or as @file`);
}

/** The JSON value in a file. */
export const readJson = (file: string, cwd: string, what: string): unknown =>
  parsed(readText(file, cwd), what, 'correct the text');

function parsed(text: string, what: string, remedy: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CouldNotRun(`${what} is not JSON: ${oneLine((error as SyntaxError).message)}; ${remedy}`);
  }
}

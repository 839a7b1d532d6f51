import { nearest } from '@stepproof/asl';
import type { Execution } from '@stepproof/test-harness';
import { InvalidExpectation } from './matcher';

/** A name that no state has is a mistake in the test, whatever the matcher would say. Not all tests are type checked. */
export function requireStates({ stateNames }: Execution, names: unknown): void {
  if (!Array.isArray(names)) throw new InvalidExpectation(`the names of states must be an array, not ${shown(names)}`);
  for (const name of names as unknown[]) requireKnown('state', name, stateNames);
}

/** Calls go by the names of states, and by those of resources, which all have a colon. */
export function requireCallName({ stateNames }: Execution, name: unknown): void {
  if (typeof name !== 'string' || !name.includes(':')) requireKnown('state', name, stateNames);
}

/** A misspelt option would be ignored, and the test would pass for the wrong reason. */
export function requireOptions(options: unknown, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidExpectation(`the options must be an object with ${listOf(names)}, not ${shown(options)}`);
  }
  for (const name of Object.keys(options)) requireKnown('option', name, names);
}

function requireKnown(what: string, name: unknown, known: readonly string[]): void {
  if (known.includes(name as string)) return;
  const near = typeof name === 'string' ? nearest(name, known) : undefined;
  const remedy = near === undefined ? `use one of ${listOf(known)}` : `did you mean "${near}"?`;
  throw new InvalidExpectation(`there is no ${what} named ${shown(name)}; ${remedy}`);
}

const shown = (value: unknown): string => (value === undefined ? 'undefined' : JSON.stringify(value));

const listOf = (names: readonly string[]): string => names.map(shown).join(', ');

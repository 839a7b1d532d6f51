import { readDocument, type AslDocument, type ReadOptions } from '../../src/documents';
import type { StateMachine } from '../../src/syntax';
import { toJson } from '../../src/text/value';
import type { Range } from '../../src/text/located';

/** Reads a text under a name and gives the parts that the tests compare. */
export function read(filename: string, text: string, options: Partial<ReadOptions> = {}): AslDocument {
  return readDocument(text, { filename, ...options });
}

/** The only machine of the text. */
export function onlyMachine(filename: string, text: string, options: Partial<ReadOptions> = {}): StateMachine {
  const { machines, problems } = read(filename, text, options);
  expect(problems).toEqual([]);
  expect(machines).toHaveLength(1);
  return machines[0]!;
}

export const definitionOf = (machine: StateMachine): unknown => toJson(machine.located);

/** What stands in the file at the range. */
export const written = (text: string, [start, end]: Range): string => text.slice(start, end);

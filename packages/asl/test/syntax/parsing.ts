import { parseStateMachine, parseText, type StateMachine } from '../../src';

/** The machine that a definition says; text for what an object cannot say. */
export function parse(definition: object | string): StateMachine {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  return parseStateMachine(parseText(text, 'json').root!);
}

/** The only state of a machine, called A. */
export const stateOf = (state: object, machine: object = {}) =>
  parse({ ...machine, StartAt: 'A', States: { A: state } }).states[0]!;

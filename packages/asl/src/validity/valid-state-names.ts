import { hasUnknownName } from '../analysis';
import { statesOf } from '../syntax';
import type { ValidityCheck } from './problem';

/** Longest name of a state, in characters (developer guide; that characters are code points is unverified). */
const maxLength = 80;

/** State names: 1 to 80 characters. */
export const validStateNames: ValidityCheck = function* (machine) {
  for (const state of statesOf(machine)) {
    const { length } = Array.from(state.name);
    if (length >= 1 && (length <= maxLength || hasUnknownName(state))) continue;
    yield {
      message: length
        ? `The state name "${state.name.slice(0, 20)}…" is ${length} characters long; shorten it to at most ${maxLength}`
        : 'The state name "" is empty; write one of 1 to 80 characters',
      range: state.key!.range,
      aws: {
        code: 'INVALID_STATE_NAME',
        message: `State name must be between 1 and ${maxLength} characters long: "${state.name}"`,
        location: state.location,
      },
    };
  }
};

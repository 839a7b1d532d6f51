import { scopesOf } from '../syntax';
import { quoted, type ValidityCheck } from './problem';

/** Longest name of a state, in characters (developer guide). */
const maxLength = 80;

/** State names: 1 to 80 characters. */
export const validStateNames: ValidityCheck = function* (machine) {
  for (const scope of scopesOf(machine)) {
    for (const state of scope.states) {
      const { length } = [...state.name];
      if (length >= 1 && (length <= maxLength || state.name.includes('${'))) continue;
      yield {
        message: length
          ? `The state name is ${length} characters long; shorten it to at most ${maxLength}`
          : 'A state needs a name of at least one character',
        range: state.key!.range,
        aws: {
          code: 'INVALID_STATE_NAME',
          message: `State name must be between 1 and ${maxLength} characters long: ${quoted([state.name])}`,
          location: state.location,
        },
      };
    }
  }
};

import { toJson } from '../text';
import { schema, type ValidityCheck } from './problem';

/** The most characters that the API takes as a definition (API model of Step Functions). */
export const maxDefinitionLength = 1_048_576;

/** Definitions too long for AWS even without any white space. */
export const maxDefinitionSize: ValidityCheck = function* (machine) {
  const [start, end] = machine.range;
  // No text can be shorter than its JSON without white space, but YAML, so most need no second look.
  if (end - start <= maxDefinitionLength / 2) return;
  const { length } = JSON.stringify(toJson(machine.located));
  if (length <= maxDefinitionLength) return;
  yield {
    message: `The definition is ${length} characters long even without white space, and AWS takes ${maxDefinitionLength}; move parts of it into state machines of their own`,
    range: [start, start + 1],
    aws: schema(`Definition must be at most ${maxDefinitionLength} characters long`, '/'),
  };
};

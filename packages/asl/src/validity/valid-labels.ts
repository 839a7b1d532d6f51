import { MapState, statesOf } from '../syntax';
import type { AwsCode, ValidityCheck, ValidityProblem } from './problem';

/** White space, control characters and the wildcards, brackets and specials that AWS excludes (developer guide). */
const forbidden = /[\s\p{Cc}?*<>{}[\]:;,\\|^~$#%&`"]/u;
const maxLength = 40;

/** The Label of a Map: 1 to 40 characters, none of them special, unique in the machine. */
export const validLabels: ValidityCheck = function* (machine) {
  const first = new Map<string, MapState>();
  for (const map of statesOf(machine)) {
    const field = map instanceof MapState ? map.field('Label') : undefined;
    if (!(map instanceof MapState) || field?.value.kind !== 'string' || field.isUnknown) continue;
    const label = field.value.value;
    const problem = (message: string, code: AwsCode, aws: string): ValidityProblem => ({
      message,
      range: field.value.range,
      aws: { code, message: aws, location: field.location },
    });
    const fault = faultOf(label);
    // What AWS says behind the name is (unverified), and so is its answer to an empty label.
    if (fault) yield problem(fault, 'INVALID_LABEL_NAME', `Invalid Label name: ${label}`);
    const other = first.get(label);
    if (!other) first.set(label, map);
    else {
      yield problem(
        `The Map "${other.name}" has the same "Label"; labels must be unique in the state machine, so change one`,
        'DUPLICATE_LABEL_NAME',
        `Duplicate Label name: ${label}`,
      );
    }
  }
};

function faultOf(label: string): string | undefined {
  if (label === '') return '"Label" must not be empty; remove it and AWS makes one up';
  const { length } = Array.from(label);
  if (length > maxLength) return `"Label" has ${length} characters and may have ${maxLength}; shorten it`;
  const wrong = forbidden.exec(label);
  return wrong ? `"Label" must not contain ${JSON.stringify(wrong[0])}; use letters, digits, "-" and "_"` : undefined;
}

import { descendantsOf, MapState } from '../syntax';
import type { ValidityCheck } from './problem';

/** White space, control characters and the wildcards, brackets and specials that AWS excludes (developer guide). */
const forbidden = /[\s\p{Cc}?*<>{}[\]:;,\\|^~$#%&`"]/u;

/** The Label of a Map: no special characters, unique in the machine. Its length is in the field table. */
export const validLabels: ValidityCheck = function* (machine) {
  const first = new Map<string, MapState>();
  for (const map of descendantsOf(machine)) {
    const field = map instanceof MapState ? map.field('Label') : undefined;
    if (!(map instanceof MapState) || field?.value.kind !== 'string' || field.isUnknown) continue;
    const label = field.value.value;
    const wrong = forbidden.exec(label);
    if (wrong) {
      yield {
        message: `"Label" must not contain ${JSON.stringify(wrong[0])}; use letters, digits, "-" and "_"`,
        range: field.value.range,
        aws: {
          code: 'INVALID_LABEL_NAME',
          message: `Label contains invalid character '${wrong[0]}'`,
          location: field.location,
        },
      };
    }
    const other = first.get(label);
    if (!other) first.set(label, map);
    else {
      yield {
        message: `The Map "${other.name}" has the same "Label"; labels must be unique in the state machine, so change one`,
        range: field.value.range,
        aws: { code: 'DUPLICATE_LABEL_NAME', message: `Duplicate label: ${label}`, location: field.location },
      };
    }
  }
};

import { descendantsOf, type Field } from '../syntax';
import { quoted, schema, type ValidityCheck } from './problem';

/** Fields that exclude one another: Next and End, Seconds and Timestamp, a value and its path. */
export const noConflictingFields: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    for (const { fields } of node.exclusiveFields) {
      const given = node.fields.filter((field) => fields.includes(field.name) && !saysNothing(field));
      const names = [...new Set(given.map((field) => field.name))];
      if (names.length < 2) continue;
      yield {
        message: `${quoted(names)} exclude one another; keep one of them`,
        range: given[1]!.key.range,
        aws: schema(`There should only be one of the following fields: [${fields.join(', ')}]`, node.location),
      };
    }
  }
};

/** `End: false` beside a Next is redundant, not a contradiction; a placeholder may turn out to be no value at all. */
const saysNothing = (field: Field): boolean =>
  field.value.kind === 'placeholder' || (field.name === 'End' && field.json === false);

import { parseTimestamp } from '../expressions';
import { allFieldsOf } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/** Timestamps that AWS cannot read. */
export const validTimestamps: ValidityCheck = function* (machine) {
  for (const field of allFieldsOf(machine)) {
    const { spec, value } = field;
    if (spec?.is !== 'timestamp' || value.kind !== 'string' || field.isUnknown || field.expressions.length) continue;
    for (const problem of parseTimestamp(value.value).problems) {
      yield {
        message: `"${field.name}": ${problem.message}`,
        range: value.range,
        aws: schema('String does not match RFC3339 timestamp', field.location),
      };
    }
  }
};

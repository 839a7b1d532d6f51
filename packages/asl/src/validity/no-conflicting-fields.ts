import { descendantsOf, type AslNode, type Field } from '../syntax';
import { quotedNames } from '../text/quoted-names';
import { schema, type ValidityCheck } from './problem';

/** Fields that exclude one another: Next and End, Seconds and Timestamp, a value and its path. */
export const noConflictingFields: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    for (const { fields } of node.exclusiveFields) {
      if (fields.filter((name) => node.has(name)).length < 2) continue;
      const given = node.fields.filter((field) => fields.includes(field.name) && counts(field, node));
      const second = given.find((field) => field.name !== given[0]!.name);
      if (!second) continue;
      yield {
        message: `${quotedNames([...new Set(given.map((field) => field.name))])} exclude one another; keep one of them`,
        range: second.key.range,
        aws: schema(`There should only be one of the following fields: [${fields.join(', ')}]`, node.location),
      };
    }
  }
};

/**
 * `End: false` beside a Next is redundant, not a contradiction; a placeholder may turn out to be no value at all; and a
 * field of the other query language has to go in any case, as valid-query-language says.
 */
const counts = ({ name, value, json, spec }: Field, node: AslNode): boolean =>
  value.kind !== 'placeholder' &&
  !(name === 'End' && json === false) &&
  (!spec?.language || spec.language === node.queryLanguage);

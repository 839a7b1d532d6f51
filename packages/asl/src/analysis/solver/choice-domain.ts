import type { Json } from '../../text/located';
import { absent, anything, nothing, present, valuesOf, type Domain } from './domain';
import type { ChoiceOperator } from './choice-operator';
import { foreignDomains, typeDomains, valuesRelated } from './relation';
import { otherSigns } from './sign';
import { patternTerm } from './string-term';
import { stringsBy } from './strings';

/**
 * The values of Variable for which the operator with that operand is true, or false. That all operators but IsPresent fail
 * where there is no value is not its concern: `absent` is in neither domain then.
 */
export function domainOfOperator(operator: ChoiceOperator, operand: Json, outcome: boolean): Domain {
  switch (operator.kind) {
    case 'presence':
      if (typeof operand !== 'boolean') return outcome ? nothing : anything;
      return operand === outcome ? present : absent;
    case 'type':
      if (typeof operand !== 'boolean') return outcome ? nothing : present;
      return operand === outcome ? valuesOfType[operator.is] : othersThanType[operator.is];
    case 'pattern': {
      const term = typeof operand === 'string' ? patternTerm(operand, outcome) : undefined;
      if (!term) return outcome ? nothing : present;
      return { ...(outcome ? nothing : present), strings: stringsBy(term) };
    }
    case 'comparison':
      return outcome ? valuesRelated(operator.type, operator.signs, operand) : otherValues(operator, operand);
  }
}

const valuesOfType = {
  boolean: typeDomains.Boolean,
  null: valuesOf('null'),
  number: typeDomains.Numeric,
  string: typeDomains.String,
  timestamp: typeDomains.Timestamp,
} as const;

const othersThanType = {
  boolean: foreignDomains.Boolean,
  null: { ...present, null: false },
  number: foreignDomains.Numeric,
  string: foreignDomains.String,
  timestamp: foreignDomains.Timestamp,
} as const;

/** The values that do not compare so: those of the type that lie otherwise, and all of other types. */
function otherValues({ type, signs }: Extract<ChoiceOperator, { kind: 'comparison' }>, operand: Json): Domain {
  if (valuesRelated(type, signs, operand) === nothing) return present;
  const { booleans, numbers, strings } = valuesRelated(type, otherSigns(signs), operand);
  switch (type) {
    case 'String':
      return { ...present, strings };
    case 'Numeric':
      return { ...present, numbers };
    case 'Boolean':
      return { ...present, booleans };
    case 'Timestamp':
      return { ...present, strings: { ...strings, hasOthers: true } };
  }
}

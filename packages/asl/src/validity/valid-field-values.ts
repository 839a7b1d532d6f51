import { descendantsOf, StateMachine, UnknownState, type AslNode, type Field, type FieldSpec } from '../syntax';
import { isUnknown, type Located } from '../text/located';
import { nearest } from '../expressions';
import { quotedNames } from '../text/quoted-names';
import { replacement, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Values of the wrong type, outside their range, empty, or not one of the words allowed. */
export const validFieldValues: ValidityCheck = function* (machine) {
  if (machine.located.kind !== 'object') {
    if (machine.located.kind !== 'placeholder') yield notADefinition(machine);
    return;
  }
  for (const node of descendantsOf(machine)) {
    if (node instanceof UnknownState && node.located.kind !== 'object' && !node.isPlaceholder) yield notAState(node);
    for (const field of node.fields) {
      if (!field.spec || (field.spec.language && field.spec.language !== node.queryLanguage)) continue;
      const fault = faultOf(field, field.spec, node);
      if (fault) yield fault;
    }
  }
};

/** AWS gives no place for it (recorded). */
const notADefinition = ({ range }: StateMachine): ValidityProblem => ({
  message: 'A definition must be an object; write one with "StartAt" and "States"',
  range,
  aws: { code: 'SCHEMA_VALIDATION_FAILED', message: 'Definition must be a valid JSON object' },
});

/** AWS's words are (unverified). */
const notAState = ({ name, located, location }: UnknownState): ValidityProblem => ({
  message: Object.hasOwn(StateMachine.table, name)
    ? `"${name}" is taken for a state inside "States"; move it out of "States"`
    : `The state ${quotedNames([name])} must be an object, not ${show(located)}; write one with a "Type"`,
  range: located.range,
  aws: schema('State must be a JSON object', location),
});

interface Fault {
  readonly expected: string;
  readonly aws: string;
  readonly at?: Located;
  readonly suggestion?: string;
}

function faultOf(field: Field, spec: FieldSpec, node: AslNode): ValidityProblem | undefined {
  const { value } = field;
  if (mayBeAnything(value) || (value.kind === 'null' && spec.nullable)) return undefined;
  if (spec.jsonata && node.queryLanguage === 'JSONata' && value.kind === 'string' && value.value.startsWith('{%'))
    return undefined;
  const fault = checkers[spec.is]?.(value, spec as never, field);
  if (!fault) return undefined;
  const at = fault.at ?? value;
  return {
    message: `"${field.name}" must be ${fault.expected}, not ${show(at)}${fault.suggestion ? `; did you mean "${fault.suggestion}"?` : ''}`,
    range: at.range,
    aws: schema(fault.aws, field.location),
    ...(fault.suggestion && at.kind === 'string' && { suggestion: replacement(fault.suggestion, at) }),
  };
}

type Checkers = {
  readonly [Is in FieldSpec['is']]?: (
    value: Located,
    spec: Extract<FieldSpec, { is: Is }>,
    field: Field,
  ) => Fault | undefined;
};

/** A placeholder, also between quotes, which what fills it in may take away. */
const mayBeAnything = (value: Located): boolean =>
  value.kind === 'placeholder' || (value.kind === 'string' && /^\s*\$\{[^}]*\}\s*$/.test(value.value));

/** Of AWS's names of the types, only `Integer` is measured; the others follow it (unverified). */
const wrongType = (expected: string, type: string): Fault => ({ expected, aws: `Expected value of type ${type}` });

const empty = (expected: string): Fault => ({ expected, aws: 'Value cannot be empty' });

const text = (value: Located): Fault | undefined =>
  value.kind === 'string' ? undefined : wrongType('a string', 'String');

const object = (value: Located): Fault | undefined =>
  value.kind === 'object' ? undefined : wrongType('an object', 'Object');

const checkers: Checkers = {
  string(value, { maxLength }) {
    if (value.kind !== 'string') return wrongType('a string', 'String');
    if (maxLength !== undefined && Array.from(value.value).length > maxLength) {
      return { expected: `at most ${maxLength} characters long`, aws: `Maximum length is ${maxLength}` };
    }
    return undefined;
  },
  integer: (value, { min, max }) => number(value, min, max, 'Integer'),
  number: (value, { min, max }) => number(value, min, max, 'Double'),
  boolean: (value) => (value.kind === 'boolean' ? undefined : wrongType('true or false', 'Boolean')),
  enum(value, { values }, { name }) {
    if (isUnknown(value) || (value.kind === 'string' && values.includes(value.value))) return undefined;
    const near = value.kind === 'string' ? nearest(value.value, values) : undefined;
    const list = `[${values.join(', ')}]`;
    return {
      expected: values.length > 1 ? `one of ${quotedNames(values, 'or')}` : quotedNames(values),
      aws:
        name === 'Type'
          ? `The field 'Type' should have one of these values: ${list}`
          : `Value should be one of the following: ${list}`,
      ...(near !== undefined && { suggestion: near }),
    };
  },
  resource: text,
  timestamp: text,
  condition: (value) =>
    value.kind === 'boolean' || value.kind === 'string'
      ? undefined
      : wrongType('true, false or a JSONata expression', 'Boolean'),
  'state-name': text,
  path: text,
  'reference-path': text,
  'path-or-intrinsic': text,
  'payload-template': (value, { anyJson }) => (anyJson ? undefined : object(value)),
  'jsonata-template': (value, { object: mustBeObject }) => {
    if (!mustBeObject || value.kind === 'object' || value.kind === 'string') return undefined;
    return wrongType('an object or a JSONata expression', 'Object');
  },
  assignments: object,
  states(value) {
    if (value.kind !== 'object') return wrongType('an object', 'Object');
    return value.entries.length ? undefined : empty('an object with at least one state');
  },
  // An error name of no characters could match nothing (whether AWS refuses it is unverified).
  strings: (value, { nonEmpty }) => array(value, 'string', nonEmpty) ?? (nonEmpty && emptyString(value)),
  node: object,
  nodes: (value, { nonEmpty }) => array(value, 'object', nonEmpty),
};

function emptyString(value: Located): Fault | undefined {
  const found = value.kind === 'array' && value.items.find((item) => item.kind === 'string' && item.value === '');
  return found ? { ...empty('an array of strings of at least one character'), at: found } : undefined;
}

function array(value: Located, of: 'string' | 'object', nonEmpty: true | undefined): Fault | undefined {
  const expected = `an array of ${of}s`;
  if (value.kind !== 'array') return wrongType(expected, 'Array');
  if (nonEmpty && value.items.length === 0) return empty(`an array of at least one ${of}`);
  const wrong = value.items.find((item) => item.kind !== of && item.kind !== 'placeholder');
  return wrong && { ...wrongType(expected, 'Array'), at: wrong };
}

function number(value: Located, min: number, max: number | undefined, type: 'Integer' | 'Double'): Fault | undefined {
  const isInteger = type === 'Integer';
  if (value.kind !== 'number' || (isInteger && !Number.isInteger(value.value)))
    return wrongType(isInteger ? 'an integer' : 'a number', type);
  // AWS writes the limits of its floating-point fields as such: `Maximum value is 100.0`.
  const limit = (bound: number) => (isInteger ? String(bound) : bound.toFixed(1));
  if (value.value < min) return { expected: `at least ${min}`, aws: `Minimum value is ${limit(min)}` };
  if (max !== undefined && value.value > max)
    return { expected: `at most ${max}`, aws: `Maximum value is ${limit(max)}` };
  return undefined;
}

/** The value as the message shows it; long ones by their kind. */
function show(value: Located): string {
  switch (value.kind) {
    case 'string':
      return value.value.length > 40 ? `${JSON.stringify(value.value.slice(0, 37))}...` : JSON.stringify(value.value);
    case 'number':
      return value.raw.length > 40 ? `${value.raw.slice(0, 37)}...` : value.raw;
    case 'array':
      return value.items.length ? 'an array' : 'an empty array';
    case 'object':
      return value.entries.length ? 'an object' : 'an empty object';
    default:
      return value.kind === 'boolean' ? String(value.value) : value.kind;
  }
}

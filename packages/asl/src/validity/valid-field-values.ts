import { descendantsOf, UnknownState, type AslNode, type Field, type FieldSpec } from '../syntax';
import type { Located } from '../text/located';
import { nearest } from '../expressions';
import { quoted, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Values of the wrong type, outside their range, empty, or not one of the words allowed. */
export const validFieldValues: ValidityCheck = function* (machine) {
  if (machine.located.kind !== 'object') {
    yield {
      message: 'A definition must be a JSON object',
      range: machine.range,
      aws: schema('Definition must be a valid JSON object', '/'),
    };
    return;
  }
  for (const node of descendantsOf(machine)) {
    if (node instanceof UnknownState && node.located.kind !== 'object' && !node.isPlaceholder) {
      yield {
        message: `The state "${node.name}" must be an object with a "Type"`,
        range: node.located.range,
        aws: schema('State must be a JSON object', node.location),
      };
    }
    for (const field of node.fields) {
      if (!field.spec || (field.spec.language && field.spec.language !== node.queryLanguage)) continue;
      const fault = faultOf(field, field.spec, node);
      if (fault) yield fault;
    }
  }
};

interface Fault {
  readonly expected: string;
  readonly aws: string;
  readonly at?: Located;
  readonly suggestion?: string;
}

function faultOf(field: Field, spec: FieldSpec, node: AslNode): ValidityProblem | undefined {
  const { value } = field;
  if (value.kind === 'placeholder' || (value.kind === 'null' && spec.nullable)) return undefined;
  if (spec.jsonata && node.queryLanguage === 'JSONata' && value.kind === 'string' && value.value.startsWith('{%'))
    return undefined;
  const fault = checkers[spec.is]?.(value, spec as never);
  if (!fault) return undefined;
  const at = fault.at ?? value;
  return {
    message: `"${field.name}" must be ${fault.expected}, not ${show(at)}${fault.suggestion ? `; did you mean "${fault.suggestion}"?` : ''}`,
    range: at.range,
    aws: schema(fault.aws, field.location),
    ...(fault.suggestion &&
      at.kind === 'string' && {
        suggestion: {
          message: `Change to "${fault.suggestion}"`,
          range: [at.at(0), at.at(at.value.length)] as const,
          text: fault.suggestion,
        },
      }),
  };
}

type Checkers = {
  readonly [Is in FieldSpec['is']]?: (value: Located, spec: Extract<FieldSpec, { is: Is }>) => Fault | undefined;
};

/** A string with a placeholder in it may turn out to be a number. */
const mayBe = (value: Located): boolean => value.kind === 'string' && /^\s*\$\{[^}]*\}\s*$/.test(value.value);

const wrongType = (type: string): Fault => ({
  expected: type,
  aws: `Expected value of type ${type.replace(/^an? /, '')}`,
});

const text = (value: Located): Fault | undefined => (value.kind === 'string' ? undefined : wrongType('a string'));

const object = (value: Located): Fault | undefined => (value.kind === 'object' ? undefined : wrongType('an object'));

const checkers: Checkers = {
  string(value, { nonEmpty, maxLength }) {
    if (value.kind !== 'string') return wrongType('a string');
    if (nonEmpty && value.value === '')
      return { expected: 'a string of at least one character', aws: 'Value cannot be empty' };
    if (maxLength !== undefined && [...value.value].length > maxLength) {
      return { expected: `at most ${maxLength} characters long`, aws: `Maximum length is ${maxLength}` };
    }
    return undefined;
  },
  integer: (value, { min, max }) => number(value, min, max, true),
  number: (value, { min, max }) => number(value, min, max, false),
  boolean: (value) => (value.kind === 'boolean' || mayBe(value) ? undefined : wrongType('true or false')),
  enum(value, { values }) {
    if (value.kind === 'string' && (values.includes(value.value) || value.value.includes('${'))) return undefined;
    const written = value.kind === 'string' ? value.value : undefined;
    const near =
      written === undefined
        ? undefined
        : (values.find((word) => word.toLowerCase() === written.toLowerCase()) ?? nearest(written, values));
    return {
      expected: values.length > 1 ? `one of ${quoted(values, 'or')}` : quoted(values),
      aws: `The field should have one of these values: [${values.join(', ')}]`,
      ...(near !== undefined && { suggestion: near }),
    };
  },
  resource: text,
  timestamp: text,
  condition: (value) =>
    value.kind === 'boolean' || value.kind === 'string' ? undefined : wrongType('true, false or a JSONata expression'),
  'state-name': text,
  path: text,
  'reference-path': text,
  'path-or-intrinsic': text,
  'payload-template': (value, { anyJson }) => (anyJson ? undefined : object(value)),
  'jsonata-template': (value, { object: mustBeObject }) => {
    if (!mustBeObject || value.kind === 'object' || value.kind === 'string') return undefined;
    return wrongType('an object or a JSONata expression');
  },
  assignments: object,
  states(value) {
    if (value.kind !== 'object') return wrongType('an object');
    return value.entries.length
      ? undefined
      : { expected: 'an object with at least one state', aws: 'Value cannot be empty' };
  },
  strings(value, { nonEmpty }) {
    if (value.kind !== 'array') return wrongType('an array of strings');
    if (nonEmpty && value.items.length === 0)
      return { expected: 'an array of at least one string', aws: 'Value cannot be empty' };
    const wrong = value.items.find((item) => item.kind !== 'string' && item.kind !== 'placeholder');
    return wrong && { ...wrongType('an array of strings'), at: wrong };
  },
  node: object,
  nodes(value, { nonEmpty }) {
    if (value.kind !== 'array') return wrongType('an array of objects');
    if (nonEmpty && value.items.length === 0)
      return { expected: 'an array of at least one object', aws: 'Value cannot be empty' };
    const wrong = value.items.find((item) => item.kind !== 'object' && item.kind !== 'placeholder');
    return wrong && { ...wrongType('an array of objects'), at: wrong };
  },
};

function number(value: Located, min: number, max: number | undefined, integer: boolean): Fault | undefined {
  if (mayBe(value)) return undefined;
  if (value.kind !== 'number' || (integer && !Number.isInteger(value.value)))
    return wrongType(integer ? 'an integer' : 'a number');
  if (value.value < min) return { expected: `at least ${min}`, aws: `Minimum value is ${min}` };
  if (max !== undefined && value.value > max) return { expected: `at most ${max}`, aws: `Maximum value is ${max}` };
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

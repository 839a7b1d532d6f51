import { nearest } from '../../expressions/nearest';
import { isJsonata } from '../../expressions/jsonata/delimiters';
import { isUnknown, type Located, type LocatedObject, type LocatedString } from '../../text/located';
import { withoutPathMark } from '../../text/path-mark';
import { quoted } from '../../text/quoted';
import type { Shape, StructureShape, TextShape } from '../shapes/shape';
import { countProblem, lengthProblem, numberProblem } from './limit-fault';
import { madeTextOf } from './made-text';
import type { ValueProblem } from './value-problem';

/** A value and how its key marks it. */
export interface GivenValue {
  readonly value: Located;
  /** The key ends with `.$`. */
  readonly isPath: boolean;
}

/**
 * Why a member cannot have a value: a literal one, or a text of which enough is known before it is made. Step Functions
 * converts much: objects for members that are strings, a string for an attribute value of DynamoDB (both seen in published
 * definitions), and numbers and Booleans in quotes (unverified). It does not make texts of numbers and Booleans: "The value
 * for the field 'S' must be a STRING".
 */
export function valueFaultOf({ value, isPath }: GivenValue, shape: Shape, isClosed: boolean): ValueProblem | undefined {
  if (value.kind === 'null') return undefined;
  if (value.kind === 'string' && (isPath || isUnknown(value) || isJsonata(value.value))) {
    return shape.kind === 'string' ? madeTextProblem(value, isPath, shape) : undefined;
  }
  if (isPath || isUnknown(value) || (value.kind === 'string' && lacksMark(value))) return undefined;
  switch (shape.kind) {
    case 'list':
      return value.kind === 'array'
        ? countProblem(value, shape)
        : problem('must be an array', 'write "[...]" around it');
    case 'map':
      return value.kind === 'object' ? undefined : problem('must be an object', 'write it as one');
    case 'structure':
      if (value.kind === 'object') return attributeValueProblem(value, shape);
      return value.kind === 'string' ? undefined : problem('must be an object', 'write it as one');
    case 'string':
      return textProblem(value, shape, isClosed);
    case 'boolean':
      return isCompound(value) || (value.kind === 'string' && !/^(true|false)$/i.test(value.value.trim()))
        ? problem('must be a Boolean', 'use true or false')
        : undefined;
    case 'integer':
    case 'number':
      return isCompound(value) || value.kind === 'boolean' || (value.kind === 'string' && isNaN(Number(value.value)))
        ? problem('must be a number', 'use one')
        : numberProblem(value, shape);
    case 'timestamp':
    case 'blob':
    case 'json':
      return undefined;
  }
}

/** DynamoDB: "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes". */
function attributeValueProblem({ entries }: LocatedObject, { members }: StructureShape): ValueProblem | undefined {
  const isAttributeValue = ['S', 'N', 'SS', 'BOOL', 'NULL'].every((type) => members.has(type));
  const given = entries.filter(({ key, value }) => members.has(withoutPathMark(key.value)) && value.kind !== 'null');
  if (!isAttributeValue || given.length < 2) return undefined;
  const types = given.map(({ key }) => `"${withoutPathMark(key.value)}"`).join(' and ');
  return problem(`is given as ${types}, and a value has one type`, 'remove all but one');
}

function textProblem(value: Located, shape: TextShape, isClosed: boolean): ValueProblem | undefined {
  if (value.kind === 'number' || value.kind === 'boolean') return problem('must be a string', 'write it in quotes');
  if (value.kind !== 'string') return undefined;
  if (shape.isJson && !isJsonText(value.value)) {
    return problem('must be JSON text', 'write it as such: a text has quotes inside its quotes, "\\"...\\""');
  }
  return madeTextProblem(value, false, shape) ?? (shape.values && enumProblem(value, shape.values, isClosed));
}

/** Also of a text that is known in part. */
function madeTextProblem(value: LocatedString, isPath: boolean, shape: TextShape): ValueProblem | undefined {
  const { refused, minLength, maxLength } = shape;
  if (refused === undefined && minLength === undefined && maxLength === undefined) return undefined;
  const made = madeTextOf(value, isPath);
  return refused?.pattern.test(made.pattern) ? problem(refused.problem, refused.remedy) : lengthProblem(made, shape);
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const problem = (text: string, remedy: string): ValueProblem => ({ problem: text, remedy });

const isCompound = ({ kind }: Located): boolean => kind === 'object' || kind === 'array';

/** What was to be an expression: that it lacks its `.$` or its delimiters is found elsewhere. */
const lacksMark = ({ value }: LocatedString): boolean => value.startsWith('$') || /^\s*States\./.test(value);

/** Long lists, such as those of the types of instances, become longer with each year; the shortest ones stay as they are. */
const longestStable = 12;
const longestClosed = 3;

function enumProblem(
  { value }: LocatedString,
  values: NonNullable<TextShape['values']>,
  isClosed: boolean,
): ValueProblem | undefined {
  if (values.includes(value)) return undefined;
  const sameLetters = values.find((one) => one.toLowerCase() === value.toLowerCase());
  const fault = { problem: `cannot be ${quoted(value)}` };
  if (sameLetters !== undefined) return { ...fault, remedy: `use "${sameLetters}"`, meant: sameLetters };
  const near = nearest(value, values);
  const isLikely = values.length <= (near === undefined ? longestClosed : longestStable);
  if (!isLikely && !isClosed) return undefined;
  const words = near === undefined ? values : [near];
  return { ...fault, remedy: `use ${words.map((one) => `"${one}"`).join(' or ')}` };
}

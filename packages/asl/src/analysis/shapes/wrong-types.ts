import { MapState, type Field, type StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import { partsOf } from './parts';
import { isWholeRead, type DataRead } from './data-read';
import { typeOf, type ValueType } from './value-type';

/** A field whose path or expression gives a value of another type than the field takes, which fails the state. */
export interface WrongType {
  readonly read: DataRead;
  readonly field: Field;
  readonly expected: ValueType;
  /** What the values are instead. */
  readonly actual: readonly ValueType[];
}

/** What the fields take, by their names in JSONPath and in JSONata. */
const expectedTypes: Readonly<Record<string, ValueType>> = {
  Condition: 'boolean',
  CausePath: 'string',
  Cause: 'string',
  ErrorPath: 'string',
  Error: 'string',
  HeartbeatSeconds: 'number',
  HeartbeatSecondsPath: 'number',
  Items: 'array',
  ItemsPath: 'array',
  MaxConcurrency: 'number',
  MaxConcurrencyPath: 'number',
  Seconds: 'number',
  SecondsPath: 'number',
  TimeoutSeconds: 'number',
  TimeoutSecondsPath: 'number',
  Timestamp: 'string',
  TimestampPath: 'string',
};

/** The fields of a machine that are given a value of the wrong type on every way to their state. */
export const wrongTypesOf = (machine: StateMachine): readonly WrongType[] => machine.once(findWrongTypes);

function findWrongTypes(machine: StateMachine): readonly WrongType[] {
  const found = new Map<Field, { read: DataRead; types: Set<ValueType> | undefined }>();
  for (const read of dataFlowOf(machine).reads) {
    const field = read.expression.parent;
    if (!Object.hasOwn(expectedTypes, field.name) || field.spec === undefined || !isWholeRead(read)) continue;
    const types = typesOf(read);
    const known = found.get(field);
    if (!known) found.set(field, { read, types });
    else if (known.types && types) for (const type of types) known.types.add(type);
    else known.types = undefined;
  }
  return [...found].flatMap(([field, { read, types }]): WrongType[] => {
    const expected = expectedTypes[field.name]!;
    const isPossible =
      !types?.size ||
      types.has(expected) ||
      (types.has('object') && takesObject(read)) ||
      (types.has('string') && expected === 'number' && takesDigits(read));
    return isPossible ? [] : [{ read, field, expected, actual: [...types] }];
  });
}

/** A distributed Map goes over the members of an object, too. */
const takesObject = ({ state }: DataRead): boolean => state instanceof MapState && state.mode !== 'INLINE';

/** In JSONPath a number in quotes may be read as one (unverified: definitions that AWS has accepted do so). */
const takesDigits = ({ expression }: DataRead): boolean => expression.kind !== 'jsonata';

/** Undefined where the values may be of any type; none where there is no value, which is another finding. */
export function typesOf({ reading: { shape, missing } }: DataRead): Set<ValueType> | undefined {
  if (missing === 'sure') return new Set();
  return shape.kind === 'unknown' ? undefined : new Set(partsOf(shape).map(typeOf));
}

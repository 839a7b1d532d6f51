import { MapState, type Field, type StateMachine } from '../../syntax';
import { grouped } from '../grouped';
import { dataFlowOf } from './data-flow';
import { partsOf } from './parts';
import { isWholeRead, type DataRead } from './data-read';
import { typeOf, type ValueType } from './value-type';
import { isTypeAskedFor } from './asked-types';

/** A field whose path or expression gives a value of another type than the field takes, which fails the state. */
export interface WrongType {
  readonly read: DataRead;
  readonly field: Field;
  readonly expected: ValueType;
  /** On some ways: the read is on the first of these. */
  readonly ways: 'every' | 'some';
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

/** The fields of a machine that are given a value of the wrong type on every way to their state, or on some. */
export const wrongTypesOf = (machine: StateMachine): readonly WrongType[] => machine.once(findWrongTypes);

const findWrongTypes = (machine: StateMachine): readonly WrongType[] =>
  [...grouped(dataFlowOf(machine).reads, takingField)].flatMap(([field, reads]) => {
    const expected = expectedTypes[field.name]!;
    const wrong = reads.filter((read) => isWrong(read, expected));
    const given = reads.filter((read) => typesOf(read)?.size !== 0);
    const ways = wrong.length === given.length ? 'every' : 'some';
    const told = ways === 'every' ? wrong : wrong.filter(({ world }) => !isTypeAskedFor(world)).slice(0, 1);
    const [read] = told;
    return read
      ? [{ read, field, expected, ways, actual: [...new Set(told.flatMap((one) => [...typesOf(one)!]))] }]
      : [];
  });

/** The field that takes what is read as it is. */
function takingField(read: DataRead): readonly Field[] {
  const { parent: field } = read.expression;
  return Object.hasOwn(expectedTypes, field.name) && field.spec !== undefined && isWholeRead(read) ? [field] : [];
}

function isWrong(read: DataRead, expected: ValueType): boolean {
  const types = typesOf(read);
  return !(
    !types?.size ||
    types.has(expected) ||
    (types.has('object') && takesObject(read)) ||
    (types.has('string') && expected === 'number' && takesDigits(read))
  );
}

/** A distributed Map goes over the members of an object, too. */
const takesObject = ({ state }: DataRead): boolean => state instanceof MapState && state.mode !== 'INLINE';

/**
 * In JSONPath a number in quotes may be read as one (unverified: definitions that AWS has accepted do so). A Wait takes it for no value:
 * "The SecondsPath parameter does not reference an input value".
 */
const takesDigits = ({ expression }: DataRead): boolean =>
  expression.kind !== 'jsonata' && expression.parent.name !== 'SecondsPath';

/** Undefined where the values may be of any type; none where there is no value, which is another finding. */
export function typesOf({ reading: { shape, missing } }: DataRead): Set<ValueType> | undefined {
  if (missing === 'sure') return new Set();
  return shape.kind === 'unknown' ? undefined : new Set(partsOf(shape).map(typeOf));
}

import { parseTimestamp } from '../../expressions';
import type { Field, StateMachine } from '../../syntax';
import type { Json } from '../../text/located';
import { dataFlowOf } from './data-flow';
import { isWholeRead, type DataRead } from './data-read';
import { valuesOf } from './data-shape';
import { partsOf } from './parts';

/** A field whose path or expression gives a value of the right type that the field does not take, which fails the state. */
export interface WrongValue {
  readonly read: DataRead;
  readonly field: Field;
  /** What the field takes: `a whole number of 0 or more`. */
  readonly expected: string;
  /** What it may be given. */
  readonly values: readonly Json[];
}

interface Taken {
  readonly expected: string;
  readonly takes: (value: Json) => boolean;
}

/** By path also a text of digits: see `wrongTypesOf`. */
const wholeFrom = (least: number): Taken => ({
  expected: `a whole number of ${least} or more`,
  takes: (value) => {
    const number = typeof value === 'string' ? (/^\d+$/.test(value) ? Number(value) : -1) : value;
    return Number.isInteger(number) && (number as number) >= least;
  },
});

/** A text is of the wrong type: see `wrongTypesOf`. */
const wholeNumber: Taken = {
  expected: 'a whole number of 0 or more',
  takes: (value) => typeof value !== 'number' || (Number.isInteger(value) && value >= 0),
};

/** What becomes of fractions in these fields is not on record. */
const from = (least: number): Taken => ({
  expected: `${least} or more`,
  takes: (value) => typeof value !== 'number' || value >= least,
});

const taken: Readonly<Record<string, Taken>> = {
  MaxConcurrencyPath: wholeFrom(0),
  Seconds: wholeNumber,
  SecondsPath: wholeNumber,
  Timestamp: {
    expected: 'a timestamp such as "2024-08-18T17:33:00Z"',
    takes: (value) => typeof value !== 'string' || parseTimestamp(value).value !== undefined,
  },
  HeartbeatSeconds: from(1),
  HeartbeatSecondsPath: wholeFrom(1),
  TimeoutSeconds: from(1),
  TimeoutSecondsPath: wholeFrom(1),
};

const takenBy = (name: string): Taken | undefined => taken[name === 'TimestampPath' ? 'Timestamp' : name];

/** The fields of a machine that are given none but such values, on every way to their state. */
export function wrongValuesOf(machine: StateMachine): readonly WrongValue[] {
  const found = new Map<Field, WrongValue | undefined>();
  for (const read of dataFlowOf(machine).reads) {
    const field = read.expression.parent;
    const { expected, takes } = takenBy(field.name) ?? {};
    if (!takes || expected === undefined || field.spec === undefined || !isWholeRead(read)) continue;
    const before = found.get(field);
    const values = knownValuesOf(read);
    if ((found.has(field) && !before) || !values?.length || values.some(takes)) found.set(field, undefined);
    else found.set(field, { read, field, expected, values: [...new Set([...(before?.values ?? []), ...values])] });
  }
  return [...found.values()].flatMap((wrong) => wrong ?? []);
}

/** Texts and numbers; what is of another type is another finding. */
function knownValuesOf({ reading: { shape, missing } }: DataRead): readonly Json[] | undefined {
  if (missing === 'sure' || shape.kind === 'unknown') return undefined;
  const values = partsOf(shape).map((part) =>
    part.kind === 'scalar' && (part.type === 'number' || part.type === 'string') ? valuesOf(part) : undefined,
  );
  return values.every((some) => some !== undefined) ? values.flat() : undefined;
}

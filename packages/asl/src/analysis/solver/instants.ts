import { parseTimestamp, type Timestamp } from '../../expressions';
import { includesValue, type Intervals, type Order } from './intervals';

/** Nanoseconds since 1970-01-01T00:00:00Z. */
export type Instant = bigint;

const nanosOf = ({ epochMillis, nanos }: Timestamp): Instant => BigInt(epochMillis) * 1_000_000n + BigInt(nanos);

/** The instant that a text means; undefined if it is no timestamp. */
export function instantOf(text: string): Instant | undefined {
  const { value } = parseTimestamp(text);
  return value && nanosOf(value);
}

/** The instants that a timestamp can mean: years of four digits, offsets of at most 18 hours. */
export const instantOrder: Order<Instant> = {
  min: instantOf('0000-01-01T00:00:00+18:00')!,
  max: instantOf('9999-12-31T23:59:59.999999999-18:00')!,
  next: (value) => value + 1n,
  previous: (value) => value - 1n,
};

const second = 1_000_000_000n;
const familiar = instantOf('2025-01-01T00:00:00Z')!;

/** Instants of the set, those first that a person would write. */
export function naturalInstants(set: Intervals<Instant>): readonly Instant[] {
  const found = new Set<Instant>();
  const add = (value: Instant) => {
    if (includesValue(set, value)) found.add(value);
  };
  if (set.some(([low, high]) => low === instantOrder.min && high === instantOrder.max)) add(familiar);
  for (const [low, high] of set.toReversed()) {
    if (low > instantOrder.min) add(secondAtOrAfter(low));
    if (high < instantOrder.max) add(secondAtOrBefore(high));
  }
  add(familiar);
  for (const [low, high] of set) {
    add(low);
    add(high);
  }
  return [...found];
}

const secondAtOrBefore = (value: Instant): Instant => value - (((value % second) + second) % second);
const secondAtOrAfter = (value: Instant): Instant => secondAtOrBefore(value + second - 1n);

const firstInUtc = instantOf('0000-01-01T00:00:00Z')!;
const lastInUtc = instantOf('9999-12-31T23:59:59.999999999Z')!;

/** The timestamp of an instant, in UTC where UTC has four digits for the year. */
export function timestampOf(instant: Instant): string {
  const zone = instant < firstInUtc ? '+18:00' : instant > lastInUtc ? '-18:00' : 'Z';
  const hours = zone === 'Z' ? 0n : zone === '+18:00' ? 18n : -18n;
  const whole = secondAtOrBefore(instant);
  const local = new Date(Number(whole / 1_000_000n + hours * 3_600_000n)).toISOString().slice(0, -'.000Z'.length);
  const fraction = String(instant - whole)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${local}${fraction && `.${fraction}`}${zone}`;
}

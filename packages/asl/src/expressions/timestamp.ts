import type { ExpressionResult } from './result';

/** An instant. Two timestamps are the same instant if both members agree. */
export interface Timestamp {
  /** Milliseconds since 1970-01-01T00:00:00Z, a whole number. */
  readonly epochMillis: number;
  /** What the fraction says beyond the millisecond, 0..999999. */
  readonly nanos: number;
}

const shape =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:\.(?<fraction>\d+))?(?<zone>Z|[+-]\d\d:\d\d)$/;

/**
 * Parses an RFC 3339 timestamp as Step Functions takes it: with an uppercase "T" and an uppercase "Z" or a numeric
 * offset. Strings without a zone, with a blank for the "T" or with a day the calendar lacks are not timestamps. A leap
 * second (":60") is refused, as Java's date parser does (unverified against the service).
 */
export function parseTimestamp(text: string): ExpressionResult<Timestamp> {
  const parts = shape.exec(text)?.groups;
  if (parts === undefined) return refused(text, 'write it like 2024-08-18T17:33:00Z');
  const field = (name: string) => Number(parts[name] ?? 0);

  const date = new Date(0);
  date.setUTCFullYear(field('year'), field('month') - 1, field('day'));
  const isCalendarDay = date.getUTCMonth() === field('month') - 1 && date.getUTCDate() === field('day');
  if (!isCalendarDay) return refused(text, 'use a month of 01 to 12 and a day that the month has');
  if (field('hour') > 23 || field('minute') > 59 || field('second') > 59) {
    return refused(text, 'use a time from 00:00:00 to 23:59:59');
  }
  const offset = offsetMinutes(parts.zone ?? 'Z');
  if (offset === undefined) return refused(text, 'use "Z" or an offset such as +02:00');

  date.setUTCHours(field('hour'), field('minute') - offset, field('second'));
  const fraction = (parts.fraction ?? '').slice(0, 9).padEnd(9, '0');
  const epochMillis = date.getTime() + Number(fraction.slice(0, 3));
  return { value: { epochMillis, nanos: Number(fraction.slice(3)) }, problems: [] };
}

/** Java's offsets end at 18 hours (unverified against the service). */
function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (minutes > 59 || hours * 60 + minutes > 18 * 60) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function refused(text: string, remedy: string): ExpressionResult<never> {
  const message = `"${text.slice(0, 64)}" is not an RFC 3339 timestamp; ${remedy}`;
  return { problems: [{ message, start: 0, end: text.length }] };
}

/** A number of seconds, or a text such as "90 seconds", "5 minutes", "1.5 hours", "6 days". */
export type Duration = number | string;

const units: Readonly<Record<string, number>> = {
  millisecond: 0.001,
  ms: 0.001,
  second: 1,
  s: 1,
  minute: 60,
  m: 60,
  hour: 3600,
  h: 3600,
  day: 86_400,
  d: 86_400,
  week: 604_800,
  year: 31_536_000,
};

export function secondsOf(duration: Duration): number {
  const seconds = typeof duration === 'number' ? duration : parse(duration);
  if (seconds !== undefined && Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new RangeError(
    `"${duration}" is no duration; give seconds of 0 or more, or a text such as "90 seconds" or "6 days". Time does not run backwards`,
  );
}

function parse(text: string): number | undefined {
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  const name = unit.toLowerCase();
  const factor = Object.hasOwn(units, name) ? units[name] : units[name.replace(/s$/, '')];
  return factor === undefined ? undefined : Number(amount) * factor;
}

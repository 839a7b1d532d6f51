let last = { time: Number.NaN, text: '' };

/**
 * The time as the context object has it: ISO 8601 in UTC, without a fraction of zero, as Java's Instant prints it. Most
 * states are entered at the time of the one before, so the last text is kept.
 */
export function timestampText(time: number): string {
  if (time !== last.time) last = { time, text: new Date(time).toISOString().replace('.000Z', 'Z') };
  return last.text;
}

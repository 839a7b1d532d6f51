/** The time as the context object has it: ISO 8601 in UTC, without a fraction of zero, as Java's Instant prints it. */
export const timestampText = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
] as const;

/** Virtual seconds for a reader: `0s`, `1.5s`, `2d 3h`. */
export function durationText(seconds: number): string {
  let left = Math.round(seconds * 1000);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    if (left >= size) parts.push(`${Math.floor(left / size)}${unit}`);
    left %= size;
  }
  if (left > 0 || parts.length === 0) parts.push(`${left / 1000}s`);
  return parts.join(' ');
}

const multiplier = 0x5deece66dn;
const mask = (1n << 48n) - 1n;

/**
 * The first `nextDouble()` of Java's `java.util.Random` with that seed; a fraction of the seed is cut off. A seeded
 * `$random` of Step Functions is exactly this number (measured: `$random(42)` is 0.7275636800328681).
 */
export function javaRandom(seed: number): number {
  let state = (BigInt(Math.trunc(seed)) ^ multiplier) & mask;
  const next = (bits: bigint): number => {
    state = (state * multiplier + 0xbn) & mask;
    return Number(state >> (48n - bits));
  };
  return (next(26n) * 2 ** 27 + next(27n)) * 2 ** -53;
}

/** Longer texts are no typing mistakes of a name, and the distance costs time in their square. */
const longestName = 80;

/**
 * The candidate that `name` is probably a misspelling of: equal but for case, or a few typing mistakes away, a third of
 * the name's length unless `mostMistakes` says how many.
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  mostMistakes = Math.max(1, Math.floor(name.length / 3)),
): string | undefined {
  if (name.length > longestName) return undefined;
  const written = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = mostMistakes + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(written, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein's distance with a swap of neighbours as one edit; any number from `limit` on where it is not less. */
function editDistance(from: string, to: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  let leastOfLast = 0;
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const substitution = from[row - 1] === to[column - 1] ? 0 : 1;
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + substitution);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        distance = Math.min(distance, beforeLast[column - 2]! + 1);
      }
      current.push(distance);
      least = Math.min(least, distance);
    }
    // Each distance is made of one in the two rows before.
    if (least >= limit && leastOfLast >= limit) return limit;
    leastOfLast = least;
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}

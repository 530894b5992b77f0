/** "Did you mean": the name out of a list that somebody most likely wanted to write. */

/**
 * The candidate that differs from `name` in case only, else in the fewest characters, else the one that it begins;
 * undefined when none is near.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const lower = name.toLowerCase();
  let best: string | undefined;
  // Names of three characters are all near to each other.
  let bestDistance = (name.length < 4 ? 0 : Math.floor(name.length / 3)) + 1;
  const longer: string[] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (other === lower) return candidate;
    if (lower.length >= 4 && other.startsWith(lower)) longer.push(candidate);
    const distance = editDistance(lower, other, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best ?? (longer.length === 1 ? longer[0] : undefined);
}

/** Insertions, deletions, replacements and swaps of neighbours; `limit` where there are that many or more. */
export function editDistance(first: string, second: string, limit: number): number {
  if (Math.abs(first.length - second.length) >= limit) return limit;
  const [from, to] = differingParts(first, second);
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) >= limit) return limit;
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[to.length] ?? limit, limit);
}

/** The two texts without what they have in common at their beginnings and ends, which costs nothing. */
function differingParts(first: string, second: string): readonly [string, string] {
  const shorter = Math.min(first.length, second.length);
  let start = 0;
  while (start < shorter && first.charCodeAt(start) === second.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && first.at(-1 - same) === second.at(-1 - same)) same++;
  return [first.slice(start, first.length - same), second.slice(start, second.length - same)];
}

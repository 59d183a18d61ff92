/**
 * Divides `total` (a whole number) in proportion to `weights` into whole numbers that add up to it exactly: largest remainder
 * first, the earlier one where remainders are equal. All zero weights give all zeros.
 */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight * total) / sum);
  const shares = exact.map(Math.floor);
  let left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((value, k) => ({ k, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k);
  for (const { k } of byRemainder) {
    if (left <= 0) break;
    shares[k] = (shares[k] as number) + 1;
    left--;
  }
  return shares;
}

/**
 * Rounds the parts of a sum, each given in thousandths, to whole numbers that add up to `total` (the sum, rounded): each is rounded
 * down, then the largest remainders are rounded up, the earlier one where they are equal. No part moves by a whole one.
 */
export function roundTogether(thousandths: readonly number[], total: number): number[] {
  const parts: number[] = [];
  const keys = new Float64Array(thousandths.length);
  let left = total;
  for (let k = 0; k < keys.length; k++) {
    const rest = (thousandths[k] as number) % 1000;
    const part = ((thousandths[k] as number) - rest) / 1000;
    keys[k] = (999 - rest) * PLACES + k;
    left -= part;
    parts.push(part);
  }
  if (left <= 0) return parts;
  keys.sort();
  for (const key of keys) {
    if (left <= 0) break;
    const k = key % PLACES;
    parts[k] = (parts[k] as number) + 1;
    left--;
  }
  return parts;
}

/** More than a sum has parts. */
const PLACES = 2 ** 20;

/** Small searches over ascending positions. */

/**
 * How many of `count` ordered things come before a place: the first index at which `isBefore` no longer holds. The two searches below
 * are made for every hit, and spell their comparison out: a call for each step costs a tenth of reading.
 */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last element of the ascending `positions` that is not above `value`, or -1. */
export function lastNotAbove(positions: ArrayLike<number>, value: number, count = positions.length): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Half-open spans in folded units, ascending by end: `[start0, end0, start1, end1, …]`. */
export type Spans = number[];

/** Index of the last span that ends at or before `position`. Spans ascend by end. */
export function lastEndingBy(spans: readonly number[], position: number): number {
  let low = 0;
  let high = spans.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[2 * middle + 1] as number) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether a span starts exactly at `position`. Cues are short, so only a few ends need looking at. */
export function startsAt(spans: Spans, position: number): boolean {
  for (let k = lastEndingBy(spans, position) + 1; k < spans.length / 2; k++) {
    if ((spans[2 * k] as number) === position) return true;
    if ((spans[2 * k + 1] as number) > position + 40) return false;
  }
  return false;
}

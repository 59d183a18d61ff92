/** Offsets as the caller counts them. Inside, they are UTF-16 code units. */
export type OffsetUnit = "utf16" | "codepoint";

/** A function from UTF-16 offsets in `text` to offsets in `unit`. */
export function offsetsIn(text: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === "utf16") return (offset) => offset;
  const pairs: number[] = [];
  for (let i = 0; i < text.length; i++) if (isPair(text, i)) pairs.push(i++);
  return pairs.length === 0 ? (offset) => offset : (offset) => offset - countBelow(pairs, offset);
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/** How many of the ascending numbers are smaller than `limit`. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

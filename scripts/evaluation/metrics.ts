/** The figures matching is measured by, each with a 95 % bootstrap interval over documents. */

export interface Figure {
  readonly value: number;
  readonly ci95: readonly [number, number];
}

const ROUNDS = 400;

/** A statistic of rows with its interval: 400 seeded resamples, so that the same rows give the same figures. */
export function figure<T>(rows: readonly T[], statistic: (rows: readonly T[]) => number, rounds = ROUNDS): Figure {
  const random = seeded(1);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const value = statistic(rows.map(() => rows[Math.floor(random() * rows.length)] as T));
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => rounded(values[Math.floor(values.length * share)] ?? Number.NaN);
  return { value: rounded(statistic(rows)), ci95: [at(0.025), at(0.975)] };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** Rows of equal score, best first. */
function tiers(rows: readonly Scored[]): { hits: number; size: number }[] {
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  const list: { hits: number; size: number; score: number }[] = [];
  for (const { score, positive } of sorted) {
    const last = list[list.length - 1];
    if (last && last.score === score) {
      last.size++;
      last.hits += positive ? 1 : 0;
    } else list.push({ score, size: 1, hits: positive ? 1 : 0 });
  }
  return list;
}

/** Share of pairs (positive, negative) in which the positive one scores higher; ties count one half. */
export function areaUnderCurve(rows: readonly Scored[]): number {
  let positivesAbove = 0;
  let pairs = 0;
  let negatives = 0;
  for (const { hits, size } of tiers(rows)) {
    pairs += (size - hits) * (positivesAbove + hits / 2);
    negatives += size - hits;
    positivesAbove += hits;
  }
  return positivesAbove && negatives ? pairs / (positivesAbove * negatives) : Number.NaN;
}

/** Mean precision at the positives, going down the ranking; ties share their tier. */
export function averagePrecision(rows: readonly Scored[]): number {
  let seen = 0;
  let hits = 0;
  let total = 0;
  for (const tier of tiers(rows)) {
    for (let k = 0; k < tier.hits; k++) total += (hits + k + 1) / (seen + tier.size);
    hits += tier.hits;
    seen += tier.size;
  }
  return hits ? total / hits : Number.NaN;
}

export interface Counts {
  readonly right: number;
  readonly extra: number;
  readonly missed: number;
}

export function f1(rows: readonly Counts[]): number {
  const { right, extra, missed } = totals(rows);
  return (2 * right) / Math.max(1, 2 * right + extra + missed);
}

export function totals(rows: readonly Counts[]): Counts {
  return rows.reduce(
    (all, row) => ({ right: all.right + row.right, extra: all.extra + row.extra, missed: all.missed + row.missed }),
    { right: 0, extra: 0, missed: 0 },
  );
}

/**
 * Measuring on a machine that others use, too: time is the processor time of this thread, contestants take turns, and medians and
 * ratios of the same rounds are told.
 */

export interface Figures {
  /** Seconds, by round. */
  readonly seconds: readonly number[];
  readonly median: number;
}

/** Seconds of processor time that this thread spends on `work`; what other processes do meanwhile does not count. */
export function secondsOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}

/** Runs every contestant once a round, in turn, after one round that does not count. */
export function takeTurns<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, () => unknown>>,
): Record<Name, Figures> {
  const names = Object.keys(contestants) as Name[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      const spent = secondsOf(contestants[name]);
      if (round >= 0) seconds[name].push(spent);
    }
  return Object.fromEntries(names.map((name) => [name, toFigures(seconds[name])])) as unknown as Record<Name, Figures>;
}

export function toFigures(seconds: readonly number[]): Figures {
  return { seconds, median: median(seconds) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Median over rounds of how many times as long `slow` took as `fast`. */
export function ratio(slow: Figures, fast: Figures): number {
  return median(slow.seconds.map((value, round) => value / (fast.seconds[round] as number)));
}

/** Slope of the best straight line through the logarithms: 1 where time grows as the length does, 2 where as its square. */
export function logSlope(points: readonly { readonly size: number; readonly seconds: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ seconds }) => Math.log(seconds));
  const mean = (list: readonly number[]) => list.reduce((all, value) => all + value, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const top = xs.reduce((all, x, k) => all + (x - mx) * ((ys[k] as number) - my), 0);
  return top / xs.reduce((all, x) => all + (x - mx) ** 2, 0);
}

/** One line of JSON for machines on standard output, one for people on standard error. */
export function tell(bench: string, figures: Readonly<Record<string, unknown>>, sentence: string): void {
  console.log(JSON.stringify({ bench, ...figures }));
  console.error(`${bench}: ${sentence}`);
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

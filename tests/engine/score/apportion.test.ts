import { describe, expect, test } from "vitest";
import { apportion, roundTogether } from "../../../src/engine/score/apportion.ts";

test.each([
  [[1, 1, 1], 100, [34, 33, 33]],
  [[1, 1], 100_000, [50_000, 50_000]],
  [[2, 1], 3, [2, 1]],
  [[0, 5], 10, [0, 10]],
  [[0.5, 0.25, 0.25], 1000, [500, 250, 250]],
  [[1, 2, 3], 0, [0, 0, 0]],
  [[0, 0], 100, [0, 0]],
  [[], 100, []],
  [[7], 100_000, [100_000]],
  [[1, 1, 1, 1, 1, 1, 1], 100_000, [14286, 14286, 14286, 14286, 14286, 14285, 14285]],
])("%j of %i is %j", (weights, total, expected) => {
  expect(apportion(weights, total)).toEqual(expected);
});

describe("shares", () => {
  test("add up exactly, however odd the weights", () => {
    for (let n = 1; n < 60; n++) {
      const weights = Array.from({ length: n }, (_, k) => ((k * 7919) % 97) / 13 + 0.001);
      expect(apportion(weights, 100_000).reduce((all, share) => all + share, 0)).toBe(100_000);
    }
  });

  test("are within one of the exact proportion", () => {
    const weights = [3, 1, 4, 1, 5, 9, 2, 6];
    for (const [k, share] of apportion(weights, 1000).entries())
      expect(Math.abs(share - ((weights[k] as number) * 1000) / 31)).toBeLessThan(1);
  });
});

test.each([
  [[1500, 1500], 3, [2, 1]],
  [[999, 999, 2], 2, [1, 1, 0]],
  [[5000, 400, 400], 6, [5, 1, 0]],
  [[0, 0], 0, [0, 0]],
  [[], 0, []],
])("%j thousandths are rounded together to %i", (parts, total, whole) => {
  expect(roundTogether(parts, total)).toEqual(whole);
});

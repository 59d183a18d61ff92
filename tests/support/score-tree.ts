/** Rebuilds a score tree from its leaves, by the rules that `ScoreNode` states and nothing else. */
import type { ScoreNode } from "../../src/engine/index.ts";

/** Every node whose value does not follow from its children, as a path with both figures. Empty for a sound tree. */
export function brokenNodes(node: ScoreNode, path = node.label): string[] {
  const faults = node.children.flatMap((child, k) => brokenNodes(child, `${path} › ${k} ${child.label}`));
  const value = recomputed(node);
  if (value !== node.value) faults.push(`${path}: ${node.op} says ${node.value}, its children ${value}`);
  const topLevel = path === node.label;
  if ((node.op === "sum") !== topLevel) faults.push(`${path}: ${node.op} in the wrong place`);
  if (node.op === "leaf" && (node.skillId === null || node.children.length > 0)) faults.push(`${path}: no proper leaf`);
  if (!Number.isInteger(node.value) || node.value < 0 || node.value > (node.op === "sum" ? 100_000 : 1000))
    faults.push(`${path}: ${node.value} is out of range`);
  return faults;
}

function recomputed(node: ScoreNode): number {
  const values = node.children.map((child) => child.value);
  switch (node.op) {
    case "leaf":
      return node.value;
    case "max":
      return Math.max(0, ...values);
    case "scale":
      return node.children.length === 1
        ? Math.floor(((values[0] as number) * (node.factor as number)) / 1000)
        : Number.NaN;
    case "sum": {
      const weights = node.children.map((child) => child.weight as number);
      if (weights.length > 0 && weights.reduce((all, weight) => all + weight, 0) !== 100_000) return Number.NaN;
      return Math.round(values.reduce((all, value, k) => all + value * (weights[k] as number), 0) / 1000);
    }
  }
}

/** How long does compiling the shipped taxonomy take, and how much memory does the matcher hold? */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadShipped } from "../scripts/shipped.ts";
import { compileTaxonomy, type Matcher } from "../src/engine/index.ts";
import { round, secondsOf, takeTurns, tell } from "./measure.ts";

const ROUNDS = 5;
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const { skills } = loadShipped().seeds;
const spellings = skills.reduce((all, skill) => all + skill.aliases.length, 0);

function held(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const before = held();
const matchers: Matcher[] = [];
const first = secondsOf(() => matchers.push(compileTaxonomy({ version: "bench", skills })));
const bytes = held() - before;

const { compile } = takeTurns(ROUNDS, {
  compile: () => {
    matchers[0] = compileTaxonomy({ version: "bench", skills });
  },
});
const { nodeCount, words, edges } = (matchers[0] as Matcher).automaton;
const figures = {
  skills: skills.length,
  spellings,
  nodes: nodeCount,
  words: words.count,
  edges: edges.count,
  firstMs: Math.round(first * 1000),
  medianMs: Math.round(compile.median * 1000),
  heldMB: round(bytes / 1e6, 1),
};
tell(
  "compile",
  figures,
  `${figures.medianMs} ms (the first time ${figures.firstMs}) for ${figures.skills} skills and ${spellings} spellings, ${figures.nodes} nodes; the matcher holds ${figures.heldMB} MB`,
);

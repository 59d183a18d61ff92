/** The law of who may import whom is a set of lint errors; here each is broken once to see that it fires. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const dir = mkdtempSync(join(tmpdir(), "import-law-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** file, its one line, the rule that has to fire */
const forbidden: readonly (readonly [string, string, string])[] = [
  ["src/engine/text/a.ts", 'import type { A } from "../../services/ports.ts";', "no-restricted-imports"],
  ["src/engine/text/b.ts", 'import { z } from "zod";', "no-restricted-imports"],
  ["src/engine/c.ts", 'import { createHash } from "node:crypto";', "no-nodejs-modules"],
  ["src/engine/d.ts", 'import { readFileSync } from "fs";', "no-nodejs-modules"],
  ["src/engine/e.ts", 'import type { A } from "@prisma/client";', "no-restricted-imports"],
  ["src/engine/f.ts", 'import { buildApp } from "../http/app.ts";', "no-restricted-imports"],
  ["src/engine/g.ts", 'import { readConfig } from "../config.ts";', "no-restricted-imports"],
  ["src/engine/h.ts", "export const now = new Date();", "no-restricted-globals"],
  ["src/engine/i.ts", "export const now = Date.now();", "no-restricted-globals"],
  ["src/engine/j.ts", 'export const sorted = new Intl.Collator("de");', "no-restricted-globals"],
  ["src/engine/k.ts", "export const env = process.env;", "no-restricted-globals"],
  ["src/engine/l.ts", "export const x = Math.random();", "no-restricted-properties"],
  ["src/engine/m.ts", "export const x = Math.exp(1);", "no-restricted-properties"],
  ["src/engine/n.ts", "export const x = Math.log(2);", "no-restricted-properties"],
  ["src/engine/o.ts", "export const x = Math.pow(2, 3);", "no-restricted-properties"],
  ["src/engine/p.ts", 'export const x = "I".toLocaleLowerCase();', "no-restricted-properties"],
  ["src/engine/q.ts", 'export const x = "a".localeCompare("b");', "no-restricted-properties"],
  ["src/engine/r.ts", "export const x = performance.now();", "no-restricted-globals"],
  ["src/engine/s.ts", 'export const x = fetch("https://example.org");', "no-restricted-globals"],
  ["src/services/x/a.ts", 'import type { A } from "../../adapters/postgres/client.ts";', "no-restricted-imports"],
  ["src/services/b.ts", 'import fastify from "fastify";', "no-restricted-imports"],
  ["src/services/c.ts", 'import { PrismaClient } from "@prisma/client";', "no-restricted-imports"],
  ["src/services/d.ts", 'import { readFileSync } from "node:fs";', "no-restricted-imports"],
  ["src/services/e.ts", 'import type { A } from "../http/problem.ts";', "no-restricted-imports"],
  ["src/services/f.ts", 'import type { A } from "../engine/text/fold.ts";', "no-restricted-imports"],
  ["src/services/g.ts", 'import type { A } from "../engine/types.ts";', "no-restricted-imports"],
  ["src/services/h.ts", "export const env = process.env;", "no-process-env"],
  ["src/adapters/files/a.ts", 'import { PrismaClient } from "@prisma/client";', "no-restricted-imports"],
  ["src/adapters/files/b.ts", 'import type { A } from "../../services/matches/match.ts";', "no-restricted-imports"],
  ["src/adapters/postgres/c.ts", 'import type { A } from "../../services/matches/match.ts";', "no-restricted-imports"],
  ["src/adapters/postgres/d.ts", 'import type { A } from "../../http/app.ts";', "no-restricted-imports"],
  ["src/adapters/postgres/e.ts", 'import type { A } from "../../compose.ts";', "no-restricted-imports"],
  ["src/adapters/postgres/f.ts", 'import type { A } from "../../engine/types.ts";', "no-restricted-imports"],
  ["src/adapters/postgres/g.ts", 'import type { A } from "fastify";', "no-restricted-imports"],
  ["src/http/routes/a.ts", 'import type { A } from "../../adapters/postgres/client.ts";', "no-restricted-imports"],
  ["src/http/b.ts", 'import type { A } from "../tasks/score.ts";', "no-restricted-imports"],
  ["src/http/c.ts", 'import type { A } from "../engine/score/score.ts";', "no-restricted-imports"],
  ["src/http/d.ts", 'import type { A } from "../compose.ts";', "no-restricted-imports"],
  ["src/http/e.ts", "export const env = process.env;", "no-process-env"],
  ["src/tasks/a.ts", 'import type { A } from "../http/app.ts";', "no-restricted-imports"],
  ["src/tasks/b.ts", 'import type { A } from "../adapters/queue/queue.ts";', "no-restricted-imports"],
  ["src/compose.ts", 'import type { A } from "./http/app.ts";', "no-restricted-imports"],
  ["src/server.ts", "export const env = process.env;", "no-process-env"],
  ["src/loop/a.ts", 'import { b } from "./b.ts";\nexport const a = () => b;', "no-cycle"],
  ["src/loop/b.ts", 'import { a } from "./a.ts";\nexport const b = () => a;', "no-cycle"],
];

/** What the law allows, so that a rule that forbids everything is noticed, too. */
const allowed: readonly (readonly [string, string])[] = [
  ["src/engine/ok/a.ts", 'export { b } from "../ok-b.ts";'],
  ["src/engine/ok-b.ts", "export const b = Math.max(1, Math.round(2.5));"],
  [
    "src/services/ok.ts",
    'export { z } from "zod";\nexport { createHash } from "node:crypto";\nexport { c } from "./ok-c.ts";',
  ],
  ["src/services/ok-c.ts", 'export { b as c } from "../engine/index.ts";'],
  ["src/engine/index.ts", 'export { b } from "./ok-b.ts";'],
  ["src/services/ports.ts", "export const port = 1;"],
  [
    "src/adapters/postgres/ok.ts",
    'export { PrismaClient } from "@prisma/client";\nexport { port } from "../../services/ports.ts";',
  ],
  ["src/http/ok.ts", 'export { c } from "../services/ok-c.ts";\nexport { b } from "../engine/index.ts";'],
  ["src/config.ts", "export const env = process.env;"],
];

/** Rules that fired, by file. */
const fired = lint();

test.each(forbidden)("%s: %s", (file, _source, rule) => {
  expect(fired.get(file) ?? []).toContainEqual(expect.stringContaining(`(${rule})`));
});

test.each(allowed)("%s is allowed", (file) => {
  expect(fired.get(file) ?? []).toEqual([]);
});

function lint(): Map<string, string[]> {
  copyFileSync(join(root, ".oxlintrc.json"), join(dir, ".oxlintrc.json"));
  for (const [file, source] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), `${source}\n`);
  }
  const { diagnostics } = JSON.parse(run()) as { diagnostics: { code?: string; filename: string }[] };
  return new Map(
    Object.entries(Object.groupBy(diagnostics, ({ filename }) => filename)).map(([file, found = []]) => [
      file,
      found.map(({ code = "" }) => code).filter((code) => !/unused|consistent-type-imports|no-useless/.test(code)),
    ]),
  );
}

/** oxlint ends with 1 when it finds something, which it must here. */
function run(): string {
  try {
    execFileSync(join(root, "node_modules/.bin/oxlint"), ["--format", "json"], { cwd: dir, encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
  throw new Error("oxlint found nothing to complain about");
}

/** docs/settings.md names every setting with the default that holds, and every exit code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { EXIT_CODES } from "../../src/services/start-errors.ts";

const root = join(import.meta.dirname, "../..");
const source = readFileSync(join(root, "src/config.ts"), "utf8");
const page = readFileSync(join(root, "docs/settings.md"), "utf8");

/** Names of the settings as the one reader of the environment spells them. */
const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(([, name = ""]) => name);

const row = (name: string) => page.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));

test("the settings are found in the source", () => {
  expect(names).toContain("PORT");
  expect(names.length).toBeGreaterThanOrEqual(7);
});

test.for(names)("%s has its row", (name) => {
  expect(row(name), `docs/settings.md has no row for ${name}`).toBeDefined();
});

test("no row speaks of a setting that does not exist", () => {
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = ""]) => name);
  expect(rows.filter((name) => !names.includes(name))).toEqual([]);
});

test("the defaults told are those that hold", () => {
  const config = readConfig({}, "/srv");
  const told = (name: string) => row(name)?.split("|")[2]?.trim();
  expect(told("HOST")).toBe(`\`${config.host}\``);
  expect(told("PORT")).toBe(`\`${config.port}\``);
  expect(told("DATA_DIR")).toBe(`\`${config.dataDir.replace("/srv/", "")}\``);
  expect(told("LOG_LEVEL")).toBe(`\`${config.logLevel}\``);
  for (const [name, value] of [
    ["DATABASE_URL", config.databaseUrl],
    ["BOOTSTRAP_API_KEY", config.bootstrapApiKey],
  ] as const)
    expect([value, told(name)]).toEqual([null, "absent"]);
});

test("docs/postgres.md lists every exit code", () => {
  const postgres = readFileSync(join(root, "docs/postgres.md"), "utf8");
  const codes = [...postgres.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(codes.toSorted((a, b) => a - b)).toEqual([0, ...Object.values(EXIT_CODES)].toSorted((a, b) => a - b));
});

import { afterEach, expect, test, vi } from "vitest";
import { compileTaxonomy } from "../../src/engine/index.ts";
import { checkHealth } from "../../src/services/health/check-health.ts";

const matcher = { current: () => compileTaxonomy({ version: "v1", skills: [] }) };
afterEach(() => vi.useRealTimers());

test("healthy: says which taxonomy is in force", async () => {
  expect(await checkHealth({ matcher, health: { ping: async () => {} } })).toEqual({ taxonomyVersion: "v1" });
});

test("a database that hangs counts as gone after two seconds", async () => {
  vi.useFakeTimers();
  const asked = checkHealth({ matcher, health: { ping: () => new Promise(() => {}) } });
  const refused = expect(asked).rejects.toMatchObject({ code: "database-unavailable" });
  await vi.advanceTimersByTimeAsync(2000);
  await refused;
});

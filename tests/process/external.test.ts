/** Several instances on one server of one's own. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { makeApiKey } from "../../src/services/api-keys/api-key.ts";
import { makeDataDir } from "../support/data-dir.ts";
import { useTestDatabase } from "../support/database.ts";
import { type ServiceProcess, spawnService } from "../support/service.ts";

const database = useTestDatabase("empty");
const folders = [makeDataDir(), makeDataDir(), makeDataDir()];
const started: ServiceProcess[] = [];

function start(index: number, environment: Record<string, string> = {}): ServiceProcess {
  const service = spawnService({ DATABASE_URL: database.url, DATA_DIR: folders[index]!.path, ...environment });
  started.push(service);
  return service;
}

async function stopAll(): Promise<(number | string)[]> {
  for (const one of started) one.kill("SIGTERM");
  return await Promise.all(started.splice(0).map((one) => one.ended));
}

async function statusWith(address: string, key: string): Promise<number> {
  const answer = await fetch(`${address}/v1/profiles`, { headers: { authorization: `Bearer ${key}` } });
  await answer.arrayBuffer();
  return answer.status;
}

afterAll(async () => {
  await stopAll();
  for (const folder of folders) folder.remove();
});

test("of two that start at once, one prepares the database and makes the key, and both serve", {
  timeout: 120_000,
}, async () => {
  const both = [start(0), start(1)];
  const addresses = await Promise.all(both.map((one) => one.ready));
  const keys = both.flatMap((one) => /(sm_\S{43})\n/.exec(one.said.out)?.[1] ?? []);
  expect(keys).toHaveLength(1);
  expect(folders.filter(({ path }) => existsSync(join(path, "api-key")))).toHaveLength(1);
  expect(folders.some(({ path }) => existsSync(join(path, "postgres")))).toBe(false);
  for (const address of addresses) expect(await statusWith(address, keys[0]!)).toBe(200);
  for (const address of addresses) expect(await statusWith(address, makeApiKey())).toBe(401);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT (SELECT count(*) FROM seed_runs) AS runs, (SELECT count(*) FROM api_keys) AS keys",
  );
  await client.end();
  expect(rows).toEqual([{ runs: "1", keys: "1" }]);
  expect(await stopAll()).toEqual([0, 0]);
});

test("an operator's own key opens it, beside the one that was made, and is never printed", {
  timeout: 60_000,
}, async () => {
  const own = `operator-${"k".repeat(32)}`;
  const service = start(2, { BOOTSTRAP_API_KEY: own });
  const address = await service.ready;
  expect(await statusWith(address, own)).toBe(200);
  expect(service.said.out + service.said.err).not.toContain(own);
  expect(service.said.out).toContain("API key     the one in BOOTSTRAP_API_KEY");
  expect(existsSync(join(folders[2]!.path, "api-key"))).toBe(false);
  expect(await stopAll()).toEqual([0]);
});

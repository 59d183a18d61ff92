/**
 * What a crash leaves behind: kills the service, its PostgreSQL or both with SIGKILL, at named places of a first start and at
 * random moments, and checks that each next start is healthy and has lost nothing. `npm run crash -- [SEED] [ROUNDS]`
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findPostmaster } from "../src/adapters/embedded-postgres/postmaster.ts";
import { FAILPOINTS } from "../src/adapters/failpoints.ts";
import { uuidv7 } from "../src/adapters/postgres/uuid.ts";
import { type DataDir, makeDataDir } from "../tests/support/data-dir.ts";
import { type ServiceProcess, spawnService } from "../tests/support/service.ts";

const seed = Number(process.argv[2] ?? 1);
const rounds = Number(process.argv[3] ?? 10);
const VICTIMS = ["the service", "PostgreSQL", "both"] as const;
/** Latest moment of a kill: every other one counts from the start of the process, the rest from when it serves. */
const LATEST_MS = 2000;
const PATIENCE_MS = 60_000;

let passed = 0;
let failed = 0;
const random = randomNumbers(seed);
const started: ServiceProcess[] = [];

for (const failpoint of FAILPOINTS) await check(`killed ${failpoint}, on a first start`, () => crashAt(failpoint));
await check("killed ever again on the same first start", crashAtEach);
const dataDir = makeDataDir();
const acknowledged = new Set<string>();
for (let round = 1; round <= rounds; round += 1) {
  const victim = VICTIMS[round % VICTIMS.length] ?? "both";
  const moment = Math.round(random() * LATEST_MS);
  const serving = round % 2 === 0;
  const name = `${round}. ${victim} killed after ${moment} ms of ${serving ? "serving" : "starting"}`;
  await check(name, () => crashAfter(dataDir, victim, moment, serving));
}
dataDir.remove();
console.log(`seed ${seed}: ${acknowledged.size} rows written meanwhile were acknowledged, and all are there`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function check(name: string, run: () => Promise<string>): Promise<void> {
  try {
    console.log(`ok    ${name}: ${await run()}`);
    passed += 1;
  } catch (error) {
    console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : error}`);
    failed += 1;
    for (const service of started) service.kill("SIGTERM");
  }
}

function start(environment: Record<string, string>): ServiceProcess {
  const service = spawnService(environment);
  started.push(service);
  return service;
}

async function crashAt(failpoint: string): Promise<string> {
  const fresh = makeDataDir();
  await dieAt(fresh, failpoint);
  const healthy = await startHealthy(fresh, new Set());
  fresh.remove();
  return healthy;
}

/** One data directory that dies at every place before it first comes up. */
async function crashAtEach(): Promise<string> {
  const fresh = makeDataDir();
  for (const failpoint of FAILPOINTS) await dieAt(fresh, failpoint);
  const healthy = await startHealthy(fresh, new Set());
  fresh.remove();
  return healthy;
}

async function dieAt({ path }: DataDir, failpoint: string): Promise<void> {
  const service = start({ DATA_DIR: path, FAILPOINT: failpoint });
  const how = await within(service.ended, "the failpoint");
  if (how !== "SIGKILL") throw new Error(`the failpoint ${failpoint} was not met (${how}): ${service.said.err}`);
}

async function crashAfter(place: DataDir, victim: string, moment: number, serving: boolean): Promise<string> {
  let killing = false;
  const service = start({ DATA_DIR: place.path });
  const writing = service.ready
    .then(() => writeUntilTheEnd(place, service))
    .catch((error) => {
      // Only what was acknowledged counts: once the killing has begun, a writer may fail in any way.
      if (!killing) throw error;
    });
  if (serving) await within(service.ready, "the start");
  await sleep(moment);
  killing = true;
  const server = findPostmaster(join(place.path, "postgres/data"));
  if (victim !== "PostgreSQL" || !server) kill(service.pid);
  if (victim !== "the service" && server) kill(server.pid);
  await within(service.ended, "the end of the service");
  await writing;
  return await startHealthy(place, acknowledged);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was gone already.
  }
}

/** Rows that the server said it had stored must be there afterwards. */
async function writeUntilTheEnd({ path }: DataDir, service: ServiceProcess): Promise<void> {
  const client = await connectTo(path);
  client.on("error", () => {});
  let over = false;
  void service.ended.then(() => {
    over = true;
  });
  while (!over) {
    const id = uuidv7();
    const text =
      "INSERT INTO api_keys (id, name, prefix, sha256, revoked_at) VALUES ($1, 'crash', 'none', sha256(convert_to($2, 'UTF8')), now())";
    await client.query(text, [id, id]);
    acknowledged.add(id);
    await sleep(5);
  }
  await client.end();
}

async function connectTo(path: string): Promise<pg.Client> {
  const password = readFileSync(join(path, "postgres/password"), "utf8").trim();
  const server = findPostmaster(join(path, "postgres/data"));
  if (!server) throw new Error("no server is running");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: server.port,
    user: "postgres",
    password,
    database: "skills_matcher",
  });
  await client.connect();
  return client;
}

/** Starts again, asks for what must be there, and stops in order. */
async function startHealthy({ path }: DataDir, expected: ReadonlySet<string>): Promise<string> {
  const begun = performance.now();
  const service = start({ DATA_DIR: path });
  const address = await within(service.ready, "the next start");
  const took = performance.now() - begun;
  try {
    await askWhatMatters(address, readFileSync(join(path, "api-key"), "utf8").trim());
    await lookInside(path, expected);
  } finally {
    service.kill("SIGTERM");
    await stopped(service);
  }
  return `healthy ${(took / 1000).toFixed(1)} s after the next start began`;
}

async function askWhatMatters(address: string, key: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "text/plain" };
  const body = readFileSync(join(import.meta.dirname, "../examples/devops-resume.txt"), "utf8");
  for (const [path, init] of [
    ["/health/ready", {}],
    ["/v1/skills?limit=1", { headers }],
    ["/v1/match", { method: "POST", headers, body }],
  ] as const) {
    const answer = await fetch(`${address}${path}`, init);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

async function lookInside(path: string, expected: ReadonlySet<string>): Promise<void> {
  const client = await connectTo(path);
  try {
    const { rows: keys } = await client.query<{ id: string }>("SELECT id FROM api_keys WHERE name = 'crash'");
    const there = new Set(keys.map(({ id }) => id));
    const lost = [...expected].filter((id) => !there.has(id));
    if (lost.length > 0) throw new Error(`${lost.length} of ${expected.size} acknowledged rows are lost`);
    const { rows } = await client.query<{ first: number; repeated: number }>(
      `SELECT (SELECT count(*)::int FROM api_keys WHERE name = 'first') AS first, (SELECT count(*) - count(DISTINCT hash) FROM seed_runs)::int AS repeated`,
    );
    if (rows[0]?.first !== 1 || rows[0].repeated !== 0)
      throw new Error(`not made exactly once: ${JSON.stringify(rows[0])}`);
  } finally {
    await client.end();
  }
}

async function stopped(service: ServiceProcess): Promise<void> {
  const how = await within(service.ended, "the stop");
  if (how !== 0) throw new Error(`the stop ended with ${how}: ${service.said.err}`);
}

async function within<T>(what: Promise<T>, name: string): Promise<T> {
  const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`${name} took longer than ${PATIENCE_MS / 1000} s`);
  });
  return await Promise.race([what, late]);
}

/** The same numbers for the same seed: mulberry32. */
function randomNumbers(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole life of the service on an embedded server: first start, second owner, stop, second start, crashes. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { findPostmaster } from "../../src/adapters/embedded-postgres/postmaster.ts";
import { EXIT_CODES } from "../../src/services/start-errors.ts";
import { makeDataDir } from "../support/data-dir.ts";
import { type ServiceProcess, spawnService } from "../support/service.ts";

const temporary = makeDataDir();
const dataDir = temporary.path;
const started: ServiceProcess[] = [];
let key: string;
let service: ServiceProcess;
afterAll(async () => {
  for (const one of started) one.kill("SIGTERM");
  await Promise.all(started.map((one) => one.ended));
  temporary.remove();
});

function start(environment: Record<string, string> = {}): ServiceProcess {
  const one = spawnService({ DATA_DIR: dataDir, ...environment });
  started.push(one);
  return one;
}
const postmaster = () => findPostmaster(join(dataDir, "postgres/data"))?.pid ?? -1;
const profiles = async (address: string) => {
  const answer = await fetch(`${address}/v1/profiles`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: unknown[] }).items;
};

describe("the service on its own server", { timeout: 120_000 }, () => {
  test("starts from nothing, and prints where it is, the key and one call to try", async () => {
    service = start();
    const address = await service.ready;
    key = /API key +(sm_\S{43})\n/.exec(service.said.out)?.[1] ?? "";
    expect(service.said.out).toContain(`${address}/docs`);
    expect(service.said.out).toContain(
      `curl -s -H "Authorization: Bearer ${key}" -H 'Content-Type: text/plain' --data-binary @examples/devops-resume.txt ${address}/v1/match`,
    );
    expect((await profiles(address)).length).toBeGreaterThan(0);
  });

  test("keeps the key and the server's password where only their owner can read them", () => {
    expect(readFileSync(join(dataDir, "api-key"), "utf8").trim()).toBe(key);
    for (const file of ["api-key", "postgres/password", "postgres/server.log"])
      expect(statSync(join(dataDir, file)).mode & 0o777, file).toBe(0o600);
    for (const folder of ["postgres", "postgres/data"])
      expect(statSync(join(dataDir, folder)).mode & 0o077, folder).toBe(0);
  });

  test("refuses a second owner of the same data directory, who leaves the first alone", async () => {
    const second = start();
    expect(await second.ended).toBe(EXIT_CODES.dataDirectoryInUse);
    expect(second.said.err).toBe(
      `The data directory ${dataDir} belongs to a service that is running (its PostgreSQL is process ${postmaster()}). ` +
        "Stop that one first, or choose another DATA_DIR.\n",
    );
    expect(await profiles(await service.ready)).not.toHaveLength(0);
  });

  test("refuses a port that is taken", async () => {
    const { port } = new URL(await service.ready);
    const second = start({ PORT: port });
    expect(await second.ended).toBe(EXIT_CODES.address);
    expect(second.said.err).toContain(
      `Port ${port} of 127.0.0.1 is in use by another program, or by this service started before`,
    );
  });

  test("stops within ten seconds of SIGTERM, its server with it, while somebody is connected", async () => {
    const address = await service.ready;
    const server = postmaster();
    const hanging = fetch(`${address}/v1/match`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "text/plain" },
      body: new ReadableStream({
        start: (stream) => stream.enqueue(new TextEncoder().encode("a resume that never ends")),
      }),
      duplex: "half",
    } as RequestInit).catch(() => null);
    await sleep(200);
    const asked = performance.now();
    service.kill("SIGTERM");
    // A terminal and npm both pass a signal on: the second must not cut the stop short.
    await sleep(50);
    service.kill("SIGTERM");
    expect(await service.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(server).toBeGreaterThan(0);
    expect(postmaster()).toBe(-1);
    await hanging;
  });

  test("starts again with the same key, and says where that is kept", async () => {
    service = start();
    const address = await service.ready;
    expect(service.said.out).toContain(`API key     kept in ${join(dataDir, "api-key")}`);
    expect(service.said.out).not.toContain(key);
    expect(await profiles(address)).not.toHaveLength(0);
  });

  test("ends by itself, with an exit code of its own, when its server is killed, and starts again", async () => {
    process.kill(postmaster(), "SIGKILL");
    expect(await service.ended).toBe(EXIT_CODES.databaseLost);
    expect(service.said.err).toContain("The embedded PostgreSQL ended by itself");
    service = start();
    expect(await profiles(await service.ready)).not.toHaveLength(0);
  });

  test("takes over from a service that was killed and whose server lives on", async () => {
    const server = postmaster();
    service.kill("SIGKILL");
    await service.ended;
    expect(postmaster()).toBe(server);
    service = start();
    expect(await profiles(await service.ready)).not.toHaveLength(0);
    expect(service.said.out).toContain(`Found the PostgreSQL server (process ${server}) of a service that died`);
    expect(postmaster()).not.toBe(server);
  });

  test("ends in order, and leaves no server behind, when a stop is asked for during the start", async () => {
    service.kill("SIGTERM");
    await service.ended;
    service = start();
    await expect.poll(postmaster, { timeout: 20_000 }).toBeGreaterThan(0);
    service.kill("SIGTERM");
    expect(await service.ended).toBe(0);
    expect(service.said.err).toBe("");
    expect(postmaster()).toBe(-1);
  });

  test("of several started at once, one wins and the others say so", async () => {
    const several = [start(), start(), start()];
    const outcomes = await Promise.all(
      several.map((one) =>
        Promise.race([
          one.ready.then(
            () => "ready",
            () => "ended",
          ),
          one.ended,
        ]),
      ),
    );
    const winners = several.filter((_, index) => outcomes[index] === "ready");
    expect(winners).toHaveLength(1);
    service = winners[0]!;
    const losers = several.filter((one) => one !== service);
    expect(await Promise.all(losers.map((one) => one.ended))).toEqual([
      EXIT_CODES.dataDirectoryInUse,
      EXIT_CODES.dataDirectoryInUse,
    ]);
    expect(await profiles(await service.ready)).not.toHaveLength(0);
  });
});

/** One cluster on disk: made whole or not at all, started, stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { StartError } from "../../services/start-errors.ts";
import type { Failpoint } from "../failpoints.ts";
import { program } from "./binaries.ts";
import { giveTo, type Place } from "./place.ts";
import type { RunAs } from "./run-as.ts";

export const SUPERUSER = "postgres";

export interface Cluster {
  readonly binaries: string;
  readonly runAs: RunAs;
  /** Server's data folder, password file and log. */
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  /** False: no flush to disk, for databases that are thrown away. */
  readonly durable: boolean;
}

export interface ClusterOptions {
  readonly place: Place;
  readonly runAs: RunAs;
  readonly durable: boolean;
  readonly failpoint: Failpoint;
  readonly whileMaking: () => void;
}

/** Time for initdb to be well on its way. */
const MAKING_MS = 100;

/**
 * The cluster under `place.home`, made first if there is none: in a folder of another name that is renamed when it is done,
 * so that a folder called `postgres` is always whole. What a start that died left half made is removed.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { place, runAs, durable } = options;
  const folder = join(place.home, "postgres");
  removeHalfMade(place.home);
  if (!existsSync(folder)) await makeCluster(folder, options);
  const password = readFileSync(join(folder, "password"), "utf8").trim();
  const files = { folder, data: join(folder, "data"), log: join(folder, "server.log") };
  return { binaries: place.binaries, runAs, ...files, password, durable };
}

function removeHalfMade(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (maker === undefined || (Number(maker) !== process.pid && isAlive(Number(maker)))) continue;
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function makeCluster(folder: string, options: ClusterOptions): Promise<void> {
  const { place, runAs, durable, failpoint, whileMaking } = options;
  const half = `${folder}.new-${process.pid}-${randomBytes(3).toString("hex")}`;
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(join(half, "password"), `${randomBytes(24).toString("hex")}\n`, { mode: 0o600, flush: true });
  giveTo(runAs, half);
  giveTo(runAs, join(half, "password"));
  const child = spawn(
    program(place.binaries, "initdb"),
    [
      `--pgdata=${join(half, "data")}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${join(half, "password")}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Of the server itself, so that the same text sorts and folds the same on every machine.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      ...(durable ? [] : ["--no-sync"]),
    ],
    { ...runAs, cwd: half, env: serverEnvironment(), stdio: ["ignore", "ignore", "pipe"] },
  );
  const crashPoint = setInterval(() => existsSync(join(half, "data", "base", "1")) && failpoint("mid-initdb"), 5);
  const meanwhile = setTimeout(whileMaking, MAKING_MS);
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2000);
  });
  const code = await exitOf(child);
  // Not met before when the work of one's own took longer than initdb.
  failpoint("mid-initdb");
  clearInterval(crashPoint);
  clearTimeout(meanwhile);
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new StartError(
      "embeddedPostgres",
      `The embedded PostgreSQL could not be set up in ${place.home}: ${said.trim() || code}`,
    );
  }
  if (!renameUnlessThere(half, folder)) rmSync(half, { recursive: true, force: true });
}

/** False when somebody else's is there already: then that one is used. */
function renameUnlessThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (existsSync(to)) return false;
    throw error;
  }
}

/** Starts the server as a child in a group of its own, so that Ctrl-C reaches the service alone. Does not wait until it is ready. */
export function startServer(cluster: Cluster, port: number): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 60,
    timezone: "UTC",
    log_timezone: "UTC",
    // Its log must not repeat what people sent: neither statements nor the values of a refused row.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(!cluster.durable && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(attemptLog(cluster), "w", 0o600);
  try {
    const child = spawn(program(cluster.binaries, "postgres"), ["-D", cluster.data, ...flags], {
      ...cluster.runAs,
      cwd: cluster.folder,
      env: serverEnvironment(),
      detached: true,
      stdio: ["ignore", log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Ends the server in order, open connections included; by force when it takes longer than `seconds`. */
export async function stopServer(cluster: Cluster, seconds: number): Promise<void> {
  const stop = (mode: string) =>
    exitOf(
      spawn(
        program(cluster.binaries, "pg_ctl"),
        ["-D", cluster.data, "-m", mode, "-w", "-t", String(seconds), "stop"],
        {
          ...cluster.runAs,
          cwd: cluster.folder,
          env: serverEnvironment(),
          stdio: "ignore",
        },
      ),
    );
  if ((await stop("fast")) !== 0 && existsSync(join(cluster.data, "postmaster.pid"))) await stop("immediate");
}

/** A server that was started and is ours keeps its log under the usual name. */
export function keepLog(cluster: Cluster): void {
  renameSync(attemptLog(cluster), cluster.log);
}

/** Last lines that a server said whose start failed; they are gone afterwards. */
export function takeLog(cluster: Cluster): string {
  const file = attemptLog(cluster);
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : ["it said nothing"];
  rmSync(file, { force: true });
  return lines.slice(-4).join(" | ");
}

/** One for each process that tries, so that a start that comes second does not write over the log of the first. */
function attemptLog(cluster: Cluster): string {
  return `${cluster.log}.${process.pid}`;
}

/** Nothing of the service's own environment (keys, PG… variables) reaches the server. */
function serverEnvironment(): NodeJS.ProcessEnv | undefined {
  return process.platform === "win32" ? undefined : { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

async function exitOf(child: ChildProcess): Promise<number | string> {
  try {
    const [code, signal] = await once(child, "exit");
    return code ?? signal;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

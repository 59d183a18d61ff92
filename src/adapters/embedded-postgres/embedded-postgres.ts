/**
 * A PostgreSQL server of the service's own, for evaluation and small teams: on the loopback interface, a free port and a
 * random password, with its files in the data directory.
 *
 * One service owns a data directory at a time. The owner holds a session lock inside the server, which the kernel lets go
 * of when the owner dies however it dies: so a server without a locked-in owner was left behind, and is stopped and started
 * anew; one with an owner is left alone and the start refused.
 */
import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../../services/start-errors.ts";
import type { Failpoint } from "../failpoints.ts";
import { findBinaries } from "./binaries.ts";
import { type Cluster, keepLog, openCluster, SUPERUSER, startServer, stopServer, takeLog } from "./cluster.ts";
import { freePort } from "./free-port.ts";
import { choosePlace } from "./place.ts";
import { clearStalePidFile, findPostmaster } from "./postmaster.ts";
import { findRunAs } from "./run-as.ts";

export interface EmbeddedOptions {
  /** Absolute. */
  readonly dataDir: string;
  readonly failpoint?: Failpoint;
  /** False: nothing is flushed to disk; for tests. */
  readonly durable?: boolean;
  /** Called while a new cluster is made, which keeps other processes busy for a second or more: a time for work of one's own. */
  readonly whileMaking?: () => void;
  /** Told, in a sentence, what was found and mended. */
  readonly onNotice?: (text: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Where its files lie. */
  readonly folder: string;
  /** Settles when the server goes away without having been told to. */
  readonly lost: Promise<void>;
  /** Stops the server; returns when it is down. */
  close(): Promise<void>;
}

const DATABASE = "skills_matcher";
/** Any fixed number: the lock that the owner holds. */
const OWNER_LOCK = 715_517;
/** Longest wait for a server that recovers from a crash, or for one that is just stopping. */
const PATIENCE_MS = 120_000;
const STOP_SECONDS = 7;

/** Throws a `StartError` when the data directory has an owner, or when there is no way to run a server here. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, failpoint = () => {}, whileMaking = () => {}, onNotice = () => {} } = options;
  const runAs = findRunAs();
  const cluster = await openChecked(dataDir, () => {
    const place = choosePlace(dataDir, findBinaries(), runAs);
    return openCluster({ place, runAs, durable, failpoint, whileMaking });
  });
  if (!cluster.folder.startsWith(dataDir))
    onNotice(
      `The account that runs PostgreSQL cannot enter ${dataDir}, so the database's files lie in ${cluster.folder}.`,
    );
  const { owner, port } = await takeOver(cluster, dataDir, onNotice);
  await createDatabase(owner);
  return running(cluster, owner, port);
}

async function openChecked(dataDir: string, open: () => Promise<Cluster>): Promise<Cluster> {
  try {
    return await open();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS" && code !== "ENOTDIR" && code !== "EEXIST")
      throw error;
    throw new StartError(
      "embeddedPostgres",
      `The data directory ${dataDir} cannot be used (${code}): it must be a folder that belongs to the account the service runs as.`,
      { cause: error },
    );
  }
}

/** The owner's connection to a server that this process started. */
async function takeOver(cluster: Cluster, dataDir: string, onNotice: (text: string) => void) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const left = findPostmaster(cluster.data);
    if (left) {
      const owner = left.port > 0 ? await connectAsOwner(cluster, left.port) : null;
      if (owner === "taken") throw ownedByAnother(dataDir, left.pid);
      if (owner === null) {
        await sleep(100);
        continue;
      }
      onNotice(
        `Found the PostgreSQL server (process ${left.pid}) of a service that died; it is stopped and started anew.`,
      );
      await stopServer(cluster, STOP_SECONDS);
      await endQuietly(owner);
    }
    clearStalePidFile(cluster.data);
    const started = await startAndConnect(cluster, deadline);
    if (started) return started;
  }
  throw new StartError(
    "embeddedPostgres",
    `The embedded PostgreSQL in ${cluster.folder} did not start within ${PATIENCE_MS / 1000} s: ${takeLog(cluster)}`,
  );
}

/** Null when the server ended at once: another start was faster, the port was taken, or the last one is not quite gone. */
async function startAndConnect(cluster: Cluster, deadline: number) {
  const port = await freePort();
  const child = startServer(cluster, port);
  const failed = new Promise<Error>((resolve) => child.once("error", resolve));
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const owner = await Promise.race([connectAsOwner(cluster, port), failed]);
    if (owner instanceof Error) throw notRunnable(owner);
    if (owner !== null && owner !== "taken") {
      keepLog(cluster);
      return { owner, port };
    }
    await sleep(25);
  }
  checkExit(child, cluster);
  await sleep(200);
  return null;
}

/**
 * Worth another try: somebody stopped it (another start that took it for one left behind), another start was faster, the
 * port was taken meanwhile, processes of the last server are still going. Anything else will not mend itself.
 */
function checkExit(child: ChildProcess, cluster: Cluster): void {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
  const said = takeLog(cluster);
  const wrong = child.exitCode !== null && child.exitCode !== 0;
  if (wrong && !/lock file|already in use|shared memory/.test(said)) throw notRunnable(new Error(said));
}

function notRunnable(cause: Error): StartError {
  return new StartError(
    "embeddedPostgres",
    `The embedded PostgreSQL does not start here (${cause.message}). ` +
      "Mend that, or set DATABASE_URL to a PostgreSQL server of your own.",
    { cause },
  );
}

function ownedByAnother(dataDir: string, pid: number): StartError {
  return new StartError(
    "dataDirectoryInUse",
    `The data directory ${dataDir} belongs to a service that is running (its PostgreSQL is process ${pid}). ` +
      "Stop that one first, or choose another DATA_DIR.",
  );
}

/** Null when nothing answers (yet), "taken" when a living owner holds the lock. */
async function connectAsOwner(cluster: Cluster, port: number): Promise<pg.Client | "taken" | null> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, port, "postgres"),
    connectionTimeoutMillis: 2000,
    keepAlive: true,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [OWNER_LOCK]);
    if (rows[0]?.locked) return client;
    await endQuietly(client);
    return "taken";
  } catch (error) {
    await endQuietly(client);
    if ((error as { code?: string }).code !== "28P01") return null;
    throw notRunnable(new Error(`the password in ${cluster.folder} is not the server's`));
  }
}

async function createDatabase(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
  if (rowCount === 0) await owner.query(`CREATE DATABASE ${DATABASE}`);
}

function running(cluster: Cluster, owner: pg.Client, port: number): EmbeddedPostgres {
  let closing = false;
  const lost = new Promise<void>((resolve) => {
    owner.once("end", () => {
      if (!closing) resolve();
    });
  });
  return {
    url: urlOf(cluster, port, DATABASE),
    folder: cluster.folder,
    lost,
    async close() {
      if (closing) return;
      closing = true;
      await stopServer(cluster, STOP_SECONDS);
      await endQuietly(owner);
    },
  };
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function endQuietly(client: pg.Client): Promise<void> {
  await client.end().catch(() => {});
}

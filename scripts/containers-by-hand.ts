/**
 * Does by hand, and in the same order, what Dockerfile and docker-compose.yml say, on a machine without Docker: builds the image's
 * stages in empty folders, starts a PostgreSQL server beside it, starts the service as an ordinary user who may write nowhere,
 * asks the health check, scores a resume, stops and starts again. Run by root, it makes a user of its own for that.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbeddedPostgres } from "../src/adapters/embedded-postgres/embedded-postgres.ts";
import { freePort } from "../src/adapters/embedded-postgres/free-port.ts";
import { environmentOfService } from "./by-hand/compose-file.ts";
import { copyContext } from "./by-hand/context.ts";
import { build, environmentOf, placeOf, type Stage } from "./by-hand/dockerfile.ts";

const root = join(import.meta.dirname, "..");
const composeFile = join(root, "docker-compose.yml");
const work = mkdtempSync(join(tmpdir(), "containers-by-hand-"));
chmodSync(work, 0o755);
const cleanUp: (() => unknown)[] = [() => rmSync(work, { recursive: true, force: true })];
const say = (line: string) => console.log(line);

const secrets = {
  POSTGRES_PASSWORD: randomBytes(24).toString("hex"),
  BOOTSTRAP_API_KEY: randomBytes(32).toString("hex"),
};

try {
  const user = makeUser();
  const image = buildImage(user);
  tellWhatIsUnset();
  const database = await startDatabase();
  const environment = await serviceEnvironment(image, database);
  const first = await runService(image, user, environment);
  const second = await runService(image, user, environment);
  if (first !== second) throw new Error(`the second start scores ${second}, the first scored ${first}`);
  say("All of it works.");
} finally {
  for (const step of cleanUp.reverse()) await step();
}

interface User {
  readonly name: string;
  /** Absent where this process is an ordinary user's already. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

function makeUser(): User {
  if (process.getuid?.() !== 0) return { name: "you", ids: null };
  const name = `byhand${randomBytes(3).toString("hex")}`;
  execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  cleanUp.push(() => spawnSync("userdel", [name]));
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, name], { encoding: "utf8" })));
  if (uid === undefined || gid === undefined) throw new Error(`no user ${name} was made`);
  return { name, ids: { uid, gid } };
}

/** The image has Node of its own; here that is a copy of ours, first in the path. npm is the machine's. */
function pathWithNode(): string {
  const folder = join(work, "node");
  mkdirSync(folder, { recursive: true });
  copyFileSync(process.execPath, join(folder, "node"));
  chmodSync(join(folder, "node"), 0o755);
  const others = (process.env["PATH"] ?? "").split(delimiter).filter((path) => !path.includes("node_modules"));
  return [folder, ...others].join(delimiter);
}

/** What this machine needs to reach the registry, and the image would have of its own. */
function wayToRegistry(): Record<string, string> {
  const wanted = /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file|npm_config_cafile)$/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (wanted.test(name) && value ? [[name, value]] : [])),
  );
}

function buildImage({ name, ids }: User): Stage {
  const context = join(work, "context");
  copyContext(root, context);
  const home = join(work, "home");
  mkdirSync(home);
  if (ids) execFileSync("chown", ["-R", `${ids.uid}:${ids.gid}`, context, home]);
  const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const base = { PATH: pathWithNode(), HOME: home, NPM_CONFIG_REGISTRY: registry, ...wayToRegistry() };
  say(`Dockerfile, as ${name}:`);
  const image = build(join(root, "Dockerfile"), {
    context,
    say,
    makeRoot(stage) {
      const folder = join(work, stage);
      mkdirSync(folder);
      return folder;
    },
    run(command, folder, env) {
      if (ids) execFileSync("chown", ["-R", `${ids.uid}:${ids.gid}`, folder]);
      const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
        cwd: folder,
        env: { ...base, ...env },
        encoding: "utf8",
        ...ids,
      });
      if (status !== 0) throw new Error(`RUN ${command}\n${stdout}${stderr}`);
    },
  });
  image.env["PATH"] = base.PATH;
  // read_only: true, and a user who owns nothing of it.
  if (ids) execFileSync("chown", ["-R", "0:0", image.root]);
  execFileSync("chmod", ["-R", "a-w", image.root]);
  cleanUp.push(() => execFileSync("chmod", ["-R", "u+w", image.root]));
  const size = execFileSync("du", ["-sm", image.root], { encoding: "utf8" }).split("\t")[0];
  if (image.user === null || image.user === "root") throw new Error("the image would run as root");
  say(`  The image adds ${size} MB to Node's own.`);
  return image;
}

function tellWhatIsUnset(): void {
  for (const name of Object.keys(secrets)) {
    try {
      environmentOfService(composeFile, "api", { ...secrets, [name]: "" });
    } catch (error) {
      say(`docker-compose.yml without ${name}: ${(error as Error).message}`);
      continue;
    }
    throw new Error(`docker-compose.yml starts without ${name}`);
  }
}

/** A server of its own in another folder, with the user, password and database that the service db would make. */
async function startDatabase(): Promise<{ host: string; port: number }> {
  const server = await startEmbeddedPostgres({ dataDir: join(work, "postgres") });
  cleanUp.push(() => server.close());
  const db = environmentOfService(composeFile, "db", secrets);
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE ROLE ${db["POSTGRES_USER"]} LOGIN PASSWORD '${db["POSTGRES_PASSWORD"]}'`);
  await admin.query(
    `CREATE DATABASE ${db["POSTGRES_DB"]} OWNER ${db["POSTGRES_USER"]} TEMPLATE template0 ENCODING 'UTF8'`,
  );
  await admin.end();
  const { hostname, port } = new URL(server.url);
  say(`db: PostgreSQL on ${hostname}:${port}`);
  return { host: hostname, port: Number(port) };
}

async function serviceEnvironment(
  image: Stage,
  { host, port }: { host: string; port: number },
): Promise<Record<string, string>> {
  const compose = environmentOfService(composeFile, "api", secrets);
  const url = new URL(compose["DATABASE_URL"] ?? "");
  url.hostname = host;
  url.port = String(port);
  return {
    ...environmentOf(image),
    PATH: image.env["PATH"] ?? "",
    ...compose,
    DATABASE_URL: url.href,
    PORT: String(await freePort()),
  };
}

/** Starts, waits until the health check is content, scores, stops. Answers the score. */
async function runService(image: Stage, { name, ids }: User, env: Record<string, string>): Promise<number> {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const options = { cwd: placeOf(image, "."), env, ...ids };
  const [command = "", ...parameters] = image.command;
  const service = spawn(command, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [service.stdout, service.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  cleanUp.push(() => service.kill("SIGKILL"));
  const [check = "", ...checkParameters] = image.healthcheck;
  while (spawnSync(check, checkParameters, options).status !== 0) {
    if (service.exitCode !== null || performance.now() - begun > 120_000)
      throw new Error(`api did not come up:\n${said.join("")}`);
    await sleep(200);
  }
  say(`api: healthy after ${seconds()} s, as ${name}, with nowhere to write`);
  const score = await scoreOne(env);
  say(`api: the example resume scores ${score} after ${seconds()} s`);
  const stopped = performance.now();
  const code = await stop(service);
  if (code !== 0) throw new Error(`api ended with ${code}:\n${said.join("")}`);
  say(`api: stopped in ${((performance.now() - stopped) / 1000).toFixed(1)} s`);
  return score;
}

async function scoreOne(env: Record<string, string>): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${env["PORT"]}/v1/match?profiles=devops-engineer&asOf=2026-11-23`, {
    method: "POST",
    headers: { authorization: `Bearer ${env["BOOTSTRAP_API_KEY"]}`, "content-type": "text/plain" },
    body: readFileSync(join(root, "examples/devops-resume.txt"), "utf8"),
  });
  if (answer.status !== 200) throw new Error(`the resume was answered with ${answer.status}: ${await answer.text()}`);
  const { results } = (await answer.json()) as { results: { score: number }[] };
  const score = results[0]?.score ?? 0;
  if (!(score > 0)) throw new Error(`the resume scores ${score}`);
  return score;
}

/** As `docker stop` does, within the grace of docker-compose.yml. */
async function stop(service: ChildProcess): Promise<unknown> {
  const ended = once(service, "exit");
  service.kill("SIGTERM");
  const [code, signal] = await Promise.race([ended, sleep(15_000, ["still running"], { ref: false })]);
  return code ?? signal;
}

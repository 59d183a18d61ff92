/** The process: settings → compose → listen → close. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { FastifyInstance } from "fastify";
import { type Composition, compose, type KeyNews } from "./compose.ts";
import { type Config, readConfig } from "./config.ts";
import { buildApp } from "./http/app.ts";
import { EXIT_CODES, StartError } from "./services/start-errors.ts";

/** A stop is over within this, whatever hangs. */
const STOP_MS = 9500;
/** Of which requests under way get so much to end. */
const DRAIN_MS = 4000;

const opened: (() => Promise<void>)[] = [];
let closing = false;

// Signals often come twice (a terminal, npm and `timeout` each pass them on), so a second one does not cut the stop short.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(0));
for (const fault of ["uncaughtException", "unhandledRejection"] as const)
  process.on(fault, (error) => {
    complain(error);
    void stop(EXIT_CODES.fault);
  });

try {
  await start();
} catch (error) {
  // A stop that was asked for during the start makes the start fail; the stop says how the process ends.
  if (!closing) {
    complain(error);
    await stop(EXIT_CODES[error instanceof StartError ? error.reason : "fault"]);
  }
}

/** Closes everything, in reverse order of opening, and ends the process. The first to ask says with which code. */
async function stop(code: number): Promise<void> {
  if (closing) return;
  closing = true;
  setTimeout(() => process.exit(EXIT_CODES.fault), STOP_MS);
  for (let close = opened.pop(); close; close = opened.pop()) await close().catch(complain);
  process.exit(code);
}

async function start(): Promise<void> {
  const begun = performance.now();
  const config = readConfig();
  await checkAddress(config);
  const composition = await compose(config, {
    onOpened: (close) => opened.push(close),
    onNotice: (text) => console.log(text),
    onError: (error) => console.error("A change of the taxonomy could not be taken over:", messageOf(error)),
  });
  // People read standard output, machines the log lines on standard error.
  const app = await buildApp(composition.context, { logger: { level: config.logLevel, stream: process.stderr } });
  opened.push(() => closeApp(app));
  await listen(app, config);
  void composition.databaseLost.then(endWithoutDatabase);
  const { port } = app.server.address() as AddressInfo;
  console.log(welcome(config, port, composition, performance.now() - begun));
}

/** Said before any work is done: a start that cannot listen in the end is no use. */
async function checkAddress(config: Config): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host: config.host, port: config.port });
    await once(probe, "listening");
  } catch (cause) {
    throw addressFault(config, cause);
  } finally {
    probe.close();
  }
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (cause) {
    throw addressFault(config, cause);
  }
}

function addressFault({ host, port }: Config, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE")
    return new StartError(
      "address",
      `Port ${port} of ${host} is in use by another program, or by this service started before: set PORT (0 takes any free one).`,
      { cause },
    );
  return new StartError("address", `Port ${port} of ${host} cannot be listened on (${code}): set HOST and PORT.`, {
    cause,
  });
}

/** Lets requests under way end, then cuts what is left. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  await app.close();
  clearTimeout(cut);
}

function endWithoutDatabase(): void {
  if (closing) return;
  console.error(
    "The embedded PostgreSQL ended by itself, so the service ends, too. Nothing that was stored is lost: start it again.",
  );
  void stop(EXIT_CODES.databaseLost);
}

/** A start that fails for a reason outside says so in sentences; only a fault of our own shows where it happened. */
function complain(error: unknown): void {
  console.error(error instanceof StartError ? error.message : error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a person needs to see after a start: where it is, how to get in, and one call to try. */
function welcome(config: Config, port: number, { key }: Composition, milliseconds: number): string {
  const everywhere = config.host === "0.0.0.0" || config.host === "::";
  const host = everywhere ? "127.0.0.1" : config.host.includes(":") ? `[${config.host}]` : config.host;
  const address = `http://${host}:${port}`;
  const { told, used } = describeKey(key);
  return [
    "",
    `Skills Matcher is ready (${(milliseconds / 1000).toFixed(1)} s).`,
    "",
    `  Address     ${address}`,
    `  Swagger UI  ${address}/docs`,
    `  API key     ${told}`,
    "",
    "Score a resume:",
    `  curl -s -H "Authorization: Bearer ${used}" -H 'Content-Type: text/plain' --data-binary @examples/devops-resume.txt ${address}/v1/match`,
    "",
  ].join("\n");
}

function describeKey(key: KeyNews): { told: string; used: string } {
  switch (key.kind) {
    case "made":
      return {
        told: `${key.key}\n              (made now and shown this once; ${key.file ? `kept in ${key.file}` : "it could not be written to the data directory, so keep it"})`,
        used: key.key,
      };
    case "kept":
      return { told: `kept in ${key.file}`, used: `$(cat ${key.file})` };
    case "given":
      return { told: "the one in BOOTSTRAP_API_KEY", used: "$BOOTSTRAP_API_KEY" };
    case "toldBefore":
      return { told: "shown on first start (set BOOTSTRAP_API_KEY to add another)", used: "$KEY" };
  }
}

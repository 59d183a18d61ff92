/**
 * Walks the way of somebody who never saw the project: a fresh clone in an empty folder, the commands of README.md and no other,
 * a score by curl, then one read in a browser. Says how long each step took, and fails where a step does.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../src/adapters/embedded-postgres/free-port.ts";
import { launchChromium } from "../tests/browser/chromium.ts";
import { chooseExample, execute, openOperation, shownBody } from "../tests/browser/swagger.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "stranger-"));
// As folders are where people work: others may enter, the account of the embedded server among them.
chmodSync(folder, 0o755);
const clone = join(folder, "skills-matcher");
const README_ADDRESS = "http://127.0.0.1:3000";

interface Score {
  readonly results: readonly { readonly profile: string; readonly outcome: string; readonly score: number | null }[];
}

interface Running {
  readonly address: string;
  readonly key: string | null;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
try {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const { install, start, call } = commandsOf(readFileSync(join(clone, "README.md"), "utf8"));
  const begun = performance.now();
  await timed(install, async () => sh(install));
  const port = await freePort();
  const first = await timed(`${start} (first)`, () => startService(start, port));
  const byCurl = await timed("the call of the README", async () => scoreByCurl(call, first.address));
  tell("first command → scored answer", begun);
  console.log(`          score by curl: ${byCurl}`);
  if (first.key === null) throw new Error("the first start printed no key");
  const inBrowser = await timed("Swagger UI in Chromium", () => scoreInBrowser(first));
  console.log(`          score read in the browser: ${inBrowser}`);
  await timed("stop", () => first.stop());
  const second = await timed(`${start} (second)`, () => startService(start, port));
  const again = scoreByCurl(call, second.address);
  if (again !== byCurl) throw new Error(`the second start scores ${again}, the first scored ${byCurl}`);
  await second.stop();
  console.log("A stranger gets a score.");
} finally {
  for (const child of running)
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}

/** The first commands to install and to start, and the first call, as the README has them. */
function commandsOf(readme: string): { install: string; start: string; call: string } {
  const blocks = [...readme.matchAll(/^```(?:sh|bash|shell)\n([^]*?)^```/gm)].map((match) => match[1] ?? "");
  const lines = blocks.flatMap((block) => block.replace(/\\\n\s*/g, " ").split("\n"));
  const find = (pattern: RegExp) => {
    const line = lines.find((one) => pattern.test(one));
    if (line === undefined) throw new Error(`README.md has no command like ${pattern}`);
    return line;
  };
  return {
    install: find(/^npm (ci|install)\b/),
    start: find(/^npm (run )?start\b/),
    call: find(/^curl .*\/v1\/match/),
  };
}

/** The caller's environment without what this script was started with by npm: a stranger's shell has none of it. */
function strangersEnvironment(more: Record<string, string> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cafile)$)|INIT_CWD$|NODE$|NODE_OPTIONS$|CI$)/i.test(name),
  );
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((one) => !one.includes("node_modules"));
  const environment = Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return { ...environment, PATH: path.join(delimiter), ...more };
}

function sh(command: string, what = command): string {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
    cwd: clone,
    env: strangersEnvironment(),
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (status !== 0) throw new Error(`${what} ended with ${status}:\n${stdout.slice(-4000)}${stderr.slice(-4000)}`);
  return stdout;
}

/** On a port of its own, because 3000 may be taken here. The data folder is the clone's, empty at first. */
async function startService(command: string, port: number): Promise<Running> {
  const child = spawn("bash", ["-c", `exec ${command}`], {
    cwd: clone,
    env: strangersEnvironment({ PORT: String(port) }),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = once(child, "exit");
  const begun = performance.now();
  while (!/is ready[^]*\/v1\/match/.test(said)) {
    if (child.exitCode !== null || performance.now() - begun > 180_000)
      throw new Error(`the service did not start:\n${said}`);
    await sleep(50);
  }
  return {
    address: /Address +(\S+)/.exec(said)?.[1] ?? "",
    key: /API key +(\S{32,})/.exec(said)?.[1] ?? null,
    // Ctrl-C reaches every process of the terminal.
    async stop() {
      process.kill(-(child.pid ?? 0), "SIGINT");
      await Promise.race([ended, sleep(20_000, null, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) throw new Error("the service did not stop");
      running.delete(child);
    },
  };
}

function scoreByCurl(call: string, address: string): number {
  if (!call.includes(README_ADDRESS)) throw new Error(`the call of README.md is not to ${README_ADDRESS}`);
  const said = sh(
    call.replaceAll(README_ADDRESS, address).replace(/^curl /, String.raw`curl -w '\n%{http_code}' `),
    "curl",
  );
  const at = said.lastIndexOf("\n");
  if (said.slice(at + 1) !== "200")
    throw new Error(`the call was answered with ${said.slice(at + 1)}: ${said.slice(0, 500)}`);
  return scoreOf(JSON.parse(said.slice(0, at)));
}

async function scoreInBrowser({ address, key }: Running): Promise<number> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(120_000);
    const strangers: string[] = [];
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${address}/`))
        strangers.push(request.url());
    });
    const block = await openOperation(page, address, key ?? "", "Score-match");
    await chooseExample(block, "A DevOps engineer's resume");
    const status = await execute(block);
    if (status !== 200) throw new Error(`Swagger UI shows ${status}: ${await shownBody(block)}`);
    const score = scoreOf(JSON.parse(await shownBody(block)));
    if (strangers.length > 0) throw new Error(`the browser was sent elsewhere: ${strangers.join(", ")}`);
    return score;
  } finally {
    await browser.close();
  }
}

function scoreOf({ results }: Score): number {
  const score = results[0]?.score ?? 0;
  if (!(score > 0)) throw new Error(`the example resume scores ${score}`);
  return score;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  tell(what, begun);
  return result;
}

function tell(what: string, begun: number): void {
  console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s ${what}`);
}

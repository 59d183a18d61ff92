/** The service as a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface ServiceProcess {
  readonly pid: number;
  /** Everything said so far, standard output and standard error apart. */
  readonly said: { out: string; err: string };
  /** The address it printed; rejects when it ended before. */
  readonly ready: Promise<string>;
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

const root = join(import.meta.dirname, "../..");

/** Any free port unless `environment` says otherwise; no setting of the caller's own environment gets through. */
export function spawnService(environment: Record<string, string>): ServiceProcess {
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const ended = endOf(child);
  const ready = readyOf(said, ended);
  // Who only waits for the end is not to be told that it was never ready.
  ready.catch(() => {});
  return { pid: child.pid ?? -1, said, ready, ended, kill: (signal) => void child.kill(signal) };
}

async function endOf(child: ChildProcess): Promise<number | string> {
  const [code, signal] = await once(child, "close");
  return code ?? signal;
}

async function readyOf(said: { out: string; err: string }, ended: Promise<number | string>): Promise<string> {
  let over: number | string | null = null;
  void ended.then((how) => {
    over = how;
  });
  for (;;) {
    const address = /is ready[^]*Address +(http:\S+)[^]*\/v1\/match/.exec(said.out)?.[1];
    if (address) return address;
    if (over !== null) throw new Error(`the service ended (${over}) before it was ready: ${said.err}${said.out}`);
    await sleep(20);
  }
}

/** What a server left in its data folder, and whether it still lives. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./cluster.ts";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that runs on this data folder, or null. A file left by one that died is no server, even if its number lives on. */
export function findPostmaster(data: string): Postmaster | null {
  const lines = readLines(join(data, "postmaster.pid"));
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !isServerOf(pid, data)) return null;
  return { pid, port: Number.isInteger(port) ? port : 0 };
}

/**
 * Removes the file of a dead server whose number was taken over by another program: PostgreSQL itself would take that
 * program for a server and refuse to start (usual in containers, where numbers are small). Only when no process at all
 * works in the data folder.
 */
export function clearStalePidFile(data: string): void {
  const pid = Number(readLines(join(data, "postmaster.pid"))[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || isServerOf(pid, data)) return;
  if (process.platform === "linux" && processesIn(data).length > 0) return;
  rmSync(join(data, "postmaster.pid"), { force: true });
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** A server works in its data folder; where the system does not say so, its command line is asked. */
function isServerOf(pid: number, data: string): boolean {
  if (process.platform === "win32") return true;
  if (process.platform === "linux") return processesIn(data).includes(pid);
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).includes(data);
  } catch {
    return false;
  }
}

function processesIn(folder: string): number[] {
  const real = realpathSync(folder);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => workingFolder(name) === real)
    .map(Number);
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(join("/proc", pid, "cwd"));
  } catch {
    return null;
  }
}

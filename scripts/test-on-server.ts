/**
 * Runs the database's tests on a PostgreSQL that is installed on this machine, such as Debian's: a cluster of its own in a
 * temporary folder, on a free port, thrown away afterwards. `npm run test:server -- /usr/lib/postgresql/15/bin`
 */
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../src/adapters/embedded-postgres/free-port.ts";
import { findRunAs } from "../src/adapters/embedded-postgres/run-as.ts";
import { makeDataDir } from "../tests/support/data-dir.ts";

/** What depends on the server; the rest is tested on the embedded one. */
const TESTS = ["tests/adapters", "tests/process/external", "tests/process/start-faults"];

const [bin = "/usr/lib/postgresql/15/bin"] = process.argv.slice(2);
const folder = makeDataDir();
const runAs = findRunAs();
if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(folder.path, runAs.uid, runAs.gid);
const run = (program: string, args: readonly string[]) =>
  execFileSync(join(bin, program), args, { ...runAs, cwd: "/", stdio: ["ignore", "ignore", "inherit"] });

const data = join(folder.path, "data");
const password = randomBytes(12).toString("hex");
const passwordFile = join(folder.path, "password");
writeFileSync(passwordFile, password);
run("initdb", [
  "-D",
  data,
  "-U",
  "postgres",
  "--auth=scram-sha-256",
  `--pwfile=${passwordFile}`,
  "-E",
  "UTF8",
  "--locale=C.UTF-8",
]);
const port = await freePort();
const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
run("pg_ctl", ["-D", data, "-o", settings, "-l", join(folder.path, "log"), "-w", "start"]);
try {
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const env = { ...process.env, TEST_DATABASE_URL: url };
  const { status } = spawnSync("vitest", ["run", "--project", "postgres", ...TESTS], { env, stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  run("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
  folder.remove();
}

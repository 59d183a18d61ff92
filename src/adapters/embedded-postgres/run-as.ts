/** PostgreSQL refuses to run as root: the account it runs as, and what that account can reach. */
import { execFileSync, spawnSync } from "node:child_process";
import { StartError } from "../../services/start-errors.ts";

/** The account to start programs as; empty when this process is nobody special and can do it itself. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

const ACCOUNT = "postgres";

/** As root: the account `postgres`, made if there is none. Otherwise: oneself. Throws a `StartError` when it cannot be made. */
export function findRunAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  return lookUp() ?? create();
}

function lookUp(): RunAs | null {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, ACCOUNT], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function create(): RunAs {
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  try {
    execFileSync("useradd", [...options, ACCOUNT], { stdio: "pipe" });
  } catch (cause) {
    throw new StartError(
      "embeddedPostgres",
      `PostgreSQL does not run as root, and the account "${ACCOUNT}" could not be made for it. ` +
        "Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.",
      { cause },
    );
  }
  const made = lookUp();
  if (!made) throw new StartError("embeddedPostgres", `The account "${ACCOUNT}" was made and is not found.`);
  return made;
}

/** Whether that account can enter a folder or run a file, asked of the system itself (parents, groups and ACLs included). */
export function canReach(runAs: RunAs, path: string): boolean {
  if (runAs.uid === undefined) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { ...runAs, cwd: "/", stdio: "ignore" });
  return probe.status === 0;
}

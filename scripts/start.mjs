// Plain JavaScript, so that an old Node can read it: says what is wrong before TypeScript files or a missing
// client fail with something obscure. Then the service itself.
import { existsSync } from "node:fs";

const NEEDED = 24;
const client = new URL("../src/adapters/postgres/generated/client.ts", import.meta.url);

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `Node ${NEEDED} or newer is needed, and this is ${process.versions.node}. ` +
      "`npm ci` brings it (a development dependency); after `npm ci --omit=dev` install it yourself.",
  );
  process.exitCode = 2;
} else if (!existsSync(client)) {
  console.error(
    "The database client has not been generated: run `npm ci` without --ignore-scripts, or `npx prisma generate`.",
  );
  process.exitCode = 2;
} else {
  if (process.env.npm_lifecycle_event) stopWithParent();
  await import("../src/server.ts");
}

/** Between npm and this process stands a shell that dies of a signal without passing it on: its end is ours, too. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}

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
  await import("../src/server.ts");
}

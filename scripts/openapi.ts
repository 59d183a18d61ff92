/** Writes openapi/openapi.json as the app itself answers it; with `--check`, fails where the file says something else. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "../src/http/app.ts";
import type { Context } from "../src/services/ports.ts";

const FILE = join(import.meta.dirname, "../openapi/openapi.json");

/** The document is made of the routes; nothing of a database is in it, so whoever asks for one here has made a mistake. */
const untouched = new Proxy({} as Context, {
  get: (_, name) => {
    throw new Error(`the document must not depend on ${String(name)}`);
  },
});

const app = await buildApp(untouched, { logger: false });
const answer = await app.inject("/openapi.json");
await app.close();
if (answer.statusCode !== 200) throw new Error(`/openapi.json answered ${answer.statusCode}`);
const document = `${JSON.stringify(answer.json(), null, 2)}\n`;

if (!process.argv.includes("--check")) writeFileSync(FILE, document);
else if (readFileSync(FILE, "utf8") !== document) {
  console.error(
    "openapi/openapi.json is not what the routes say: run npm run openapi:export and look at the difference.",
  );
  process.exitCode = 1;
}

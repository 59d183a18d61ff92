/** `npm start`, stopped the way a supervisor stops it: by a signal to npm alone. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeDataDir } from "../support/data-dir.ts";
import { useTestDatabase } from "../support/database.ts";

const database = useTestDatabase("seeded");
const dataDir = makeDataDir();
afterAll(() => dataDir.remove());

test("a signal to npm ends the service, too", { timeout: 120_000 }, async () => {
  const npm = spawn("npm", ["start"], {
    cwd: join(import.meta.dirname, "../.."),
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: database.url,
      DATA_DIR: dataDir.path,
      PORT: "0",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  npm.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const addressOf = () => /Address +(http:\S+)/.exec(said)?.[1];
  await expect.poll(addressOf, { timeout: 90_000 }).toBeDefined();
  const address = addressOf() ?? "";
  expect((await fetch(`${address}/health/live`)).status).toBe(200);
  npm.kill("SIGTERM");
  const answers = () =>
    fetch(`${address}/health/live`).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 10_000 }).toBe(false);
});

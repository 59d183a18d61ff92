/** A real Chromium, found where Linux distributions put it, with a profile of its own that is thrown away. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launchChromium(): Promise<Browser> {
  const executablePath = [process.env["CHROMIUM"], ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined)
    throw new Error("Chromium is needed: apt-get install chromium, or say where it is by CHROMIUM=/path/to/chromium.");
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

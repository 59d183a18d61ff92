/** Pages of a real Chromium that are watched: what they ask for, and what they complain of. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchChromium } from "./chromium.ts";

export interface WatchedPage {
  readonly page: Page;
  /** Fails where the page asked anybody but `origin`, wrote an error to its console, or broke a content security policy. */
  expectQuiet(origin: string): void;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** For the whole file. Each page has a context of its own: no cookies, no storage, no cache of another. */
export function useBrowser(): { open(viewport?: Viewport): Promise<WatchedPage> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => await browser?.close());
  return {
    async open(viewport = { width: 1280, height: 900 }) {
      if (!browser) throw new Error("the browser is there in tests only");
      return watch(await browser.newPage({ viewport }));
    },
  };
}

export async function watch(page: Page): Promise<WatchedPage> {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("websocket", (socket) => asked.push(socket.url()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.addInitScript(() => {
    // A broken policy is told to the page only; the console is where this file listens.
    const told = globalThis as unknown as {
      addEventListener(type: string, listen: (event: Record<string, unknown>) => void): void;
    };
    told.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy broken: ${event["violatedDirective"]} ${event["blockedURI"]}`);
    });
  });
  return {
    page,
    expectQuiet(origin) {
      expect(
        asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:") && !url.startsWith("blob:")),
      ).toEqual([]);
      expect(complaints).toEqual([]);
    },
  };
}

/** Where pictures of the last run are kept. */
export function pictureOf(name: string): string {
  const folder = join(import.meta.dirname, "../../test-results/browser");
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

/** The page of a match, as people meet it: on a desk, on a phone, on paper, by keyboard, read aloud. */
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useTestApp } from "../support/app.ts";
import { pictureOf, useBrowser, type Viewport } from "./browser.ts";

const service = useTestApp();
const { open } = useBrowser();

/** Nobody listens there; the answers are handed to the browser as the service gave them, headers and all. */
const ORIGIN = "http://127.0.0.1:9";

const hostile =
  "Experience\nDevOps Engineer, <script>document.title='owned'</script> Ltd, March 2019 to June 2024\n" +
  '• "><img src=x onerror="document.title=\'owned\'"> ran Kubernetes and Terraform </style><style>body{display:none}</style>\n' +
  '• Jenkins, Ansible, Linux, Python <a href="javascript:alert(1)">k8s</a> <meta http-equiv=refresh content=0;url=//example.org>\n' +
  `• ${"unbreakable".repeat(40)} Docker \u202e reversed\n`;

/** One of all three profiles; the rest of one, which is the same in less time. */
const documents = {
  devops: { text: example("devops-resume.txt"), query: "" },
  job: { text: example("job-post.txt"), query: "&kind=job&profiles=ml-platform-engineer" },
  unscorable: { text: example("unscorable.txt"), query: "" },
  readme: { text: example("devops-resume.txt"), query: "&profiles=devops-engineer" },
  hostile: { text: hostile, query: "&profiles=devops-engineer" },
} as const;
type Name = keyof typeof documents;
const names: readonly Name[] = ["devops", "job", "unscorable", "hostile"];

const viewports: { readonly [Kind in "desktop" | "phone"]: Viewport } = {
  desktop: { width: 1200, height: 900 },
  phone: { width: 360, height: 780 },
};

async function show(name: Name, viewport: Viewport) {
  const { text, query } = documents[name];
  const answer = await service.ask({
    method: "POST",
    url: `/v1/match?asOf=2026-11-23${query}`,
    headers: { "content-type": "text/plain", accept: "text/html" },
    payload: text,
  });
  expect(answer.statusCode).toBe(200);
  const watched = await open(viewport);
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([header, value]) => [header, String(value)]));
  await watched.page.route(`${ORIGIN}/**`, (route) => route.fulfill({ status: 200, headers, body: answer.body }));
  await watched.page.goto(`${ORIGIN}/v1/match`);
  return watched;
}

describe.each(names)("%s", (name) => {
  test.each(["desktop", "phone"] as const)(
    "on a %s: nothing sticks out, is loaded or complains, and axe knows no fault, contrast included",
    async (kind) => {
      const { page, expectQuiet } = await show(name, viewports[kind]);
      expect(await page.title()).toMatch(/^What this (resume shows|job post asks for)/);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(viewports[kind].width);
      expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(27, 31, 36)");
      await page.screenshot({ path: pictureOf(`${name}-${kind}.png`), fullPage: true });
      expectQuiet(ORIGIN);
      await page.context().close();
    },
  );

  test("by keyboard: every link is reached in order, is seen when it is, and leads on", async () => {
    const { page } = await show(name, viewports.desktop);
    const links = await page.locator("a").allInnerTexts();
    for (const link of links) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.innerText")).toBe(link);
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
      expect(await page.evaluate("document.activeElement.getBoundingClientRect().left")).toBeGreaterThanOrEqual(0);
    }
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.tagName")).toBe("BODY");
    await page.getByRole("link", { name: "Receipt" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.getByRole("heading", { name: "Receipt" }).isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe("#receipt");
    await page.context().close();
  });

  test("on paper", async () => {
    const { page } = await show(name, viewports.desktop);
    const path = pictureOf(`${name}.pdf`);
    await page.pdf({ path, format: "A4" });
    expect((await stat(path)).size).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});

test("the picture of the README: what is at the top, small enough to stay in the repository", async () => {
  const { page } = await show("readme", { width: 800, height: 1560 });
  const path = pictureOf("match-page.png");
  await page.screenshot({ path });
  expect((await stat(path)).size).toBeLessThan(200_000);
  await page.context().close();
});

test("read aloud: landmarks, headings, and the plot in words", async () => {
  const { page } = await show("devops", viewports.desktop);
  for (const role of ["banner", "navigation", "main", "contentinfo"] as const)
    expect(await page.getByRole(role).count()).toBe(1);
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  const plot = page.getByRole("img", { name: "DevOps, MLOps and shared ground as bars" });
  expect(await plot.locator("desc").textContent()).toMatch(
    /^DevOps \d+\.\d of 100, MLOps \d+\.\d of 100, Shared ground \d+\.\d of 100$/,
  );
  expect(await page.getByRole("row", { name: /DevOps engineer \d+\.\d/ }).count()).toBe(1);
  await page.context().close();
});

test("what a hostile resume wants does not happen", async () => {
  const { page, expectQuiet } = await show("hostile", viewports.desktop);
  expect(await page.title()).toBe("What this resume shows: DevOps engineer");
  expect(await page.locator("script, img, iframe, meta[http-equiv=refresh], a:not([href^='#'])").count()).toBe(0);
  expect(await page.locator("h1").isVisible()).toBe(true);
  expect(await page.getByText("<script>").first().isVisible()).toBe(true);
  expectQuiet(ORIGIN);
  await page.context().close();
});

test("without its stylesheet the page still reads in order", async () => {
  const { page } = await show("devops", viewports.phone);
  await page.locator("style").evaluate((style) => (style as unknown as { remove(): void }).remove());
  const headings = await page.getByRole("heading", { level: 3 }).allInnerTexts();
  expect(headings.slice(0, 3)).toEqual(["DevOps, MLOps and shared ground", "Must-haves", "What the document shows"]);
  await page.context().close();
});

/** By the rules of WCAG 2.2 A and AA and axe's own good practice. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, incomplete } = (await page.evaluate(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )) as AxeResults;
  // What axe cannot judge: text inside the plot, which stands on white, and signs that are no letters and hidden from readers.
  const beyondAxe = /^<(text|span class="sign")/;
  const doubtful = incomplete.filter((rule) => rule.id === "color-contrast");
  return [
    ...violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary ?? ""}`)),
    ...doubtful.flatMap((rule) => rule.nodes.map((node) => node.html).filter((markup) => !beyondAxe.test(markup))),
  ];
}

function example(file: string): string {
  return readFileSync(join(import.meta.dirname, "../../examples", file), "utf8");
}

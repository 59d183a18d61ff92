/** The first ten minutes of somebody who decides whether to use it: /docs in a real browser. */
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { useTestApp } from "../support/app.ts";
import { pictureOf, useBrowser } from "./browser.ts";
import { chooseAnswerType, chooseExample, chooseRequestType, execute, openOperation, shownBody } from "./swagger.ts";

const service = useTestApp();
const { open } = useBrowser();
let address = "";

beforeAll(async () => {
  await service.app.listen({ host: "127.0.0.1", port: 0 });
  address = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
});

interface Answer {
  readonly results: readonly { readonly profile: string; readonly outcome: string; readonly score: number | null }[];
}

test("open, authorize, choose an example, execute, read the score", async () => {
  const { page, expectQuiet } = await open({ width: 1280, height: 1400 });
  const block = await openOperation(page, address, service.key, "Score-match");
  await chooseExample(block, "An MLOps engineer's resume");
  expect(await execute(block)).toBe(200);
  const { results } = JSON.parse(await shownBody(block)) as Answer;
  const score = (slug: string) => results.find((one) => one.profile === slug)?.score ?? -1;
  expect(score("mlops-engineer")).toBeGreaterThan(score("devops-engineer"));
  await block.locator(".responses-wrapper").screenshot({ path: pictureOf("swagger-answer.png") });
  expectQuiet(address);
  await page.context().close();
});

test("every example answers as it stands", { timeout: 300_000 }, async () => {
  const { page, expectQuiet } = await open();
  const block = await openOperation(page, address, service.key, "Score-match");
  // A small answer: painting a large one in colours nine times over is what would take the time.
  await block.locator("tr[data-param-name=view] select").selectOption("summary");
  const select = block.locator(".opblock-section-request-body .examples-select-element");
  const names = await select.locator("option").allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(6);
  for (const name of names) {
    await chooseExample(block, name);
    expect([name, await execute(block)]).toEqual([name, 200]);
    await block.getByRole("button", { name: "Clear" }).click();
  }
  expectQuiet(address);
  await page.context().close();
});

/** As it comes from a word processor's clipboard. */
const pasted = [
  "Ana “Annie” Muster — DevOps Engineer",
  "",
  "Experience",
  "DevOps Engineer, O’Brien & Söhne <GmbH>\tMarch 2019 – June 2024",
  "•\u00a0Built CI/CD with Jenkins and GitLab CI; rolled back with one click (“undo”)",
  "•\u00a0Ran Kubernetes, Terraform & Ansible on Linux; scripts in Python and Bash",
  String.raw`•  Cleaned C:\builds\old and said "never again" {sic} \n`,
  "",
].join("\n");

test("a resume pasted from a word processor needs no escaping and arrives as it was", async () => {
  const { page, expectQuiet } = await open();
  const block = await openOperation(page, address, service.key, "Score-match");
  await chooseRequestType(block, "text/plain");
  const box = block.locator("textarea.body-param__text");
  await box.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(pasted);
  const sent = page.waitForRequest((request) => request.url().includes("/v1/match"));
  expect(await execute(block)).toBe(200);
  expect((await sent).postData()).toBe(pasted);
  const { results } = JSON.parse(await shownBody(block)) as Answer;
  expect(results[0]).toMatchObject({ outcome: "scored" });
  expect(results[0]?.score).toBeGreaterThan(20);
  expectQuiet(address);
  await page.context().close();
});

test("the page to read is asked for there, saved from there, and opens from the disk", async () => {
  const { page, expectQuiet } = await open();
  const block = await openOperation(page, address, service.key, "Score-match");
  await chooseAnswerType(block, "text/html");
  expect(await execute(block)).toBe(200);
  expect(await shownBody(block)).toContain("<!doctype html>");
  const download = page.waitForEvent("download");
  await block.locator(".live-responses-table .download-contents").click();
  const file = pictureOf("saved-from-swagger.html");
  await (await download).saveAs(file);
  expect(await readFile(file, "utf8")).toContain("What this resume shows");
  expectQuiet(address);
  await page.context().close();

  const saved = await open();
  await saved.page.goto(pathToFileURL(file).href);
  expect(await saved.page.title()).toBe("What this resume shows");
  saved.expectQuiet("file://");
  await saved.page.context().close();
});

test("a wrong key is told apart from a missing one, in words", async () => {
  const { page } = await open();
  const block = await openOperation(page, address, "0000000000000000000000000000000000", "Score-match");
  expect(await execute(block)).toBe(401);
  expect(JSON.parse(await shownBody(block))).toMatchObject({ code: "unauthorized" });
  await page.context().close();
});

/** What a person does in Swagger UI, step by step. */
import type { Locator, Page } from "playwright-core";

/** Opens the docs, gives the key once, and opens an operation that can be tried. */
export async function openOperation(page: Page, address: string, key: string, operation: string): Promise<Locator> {
  await page.goto(`${address}/docs`);
  await page.getByRole("button", { name: "Authorize" }).first().click();
  await page.locator(".auth-container input").fill(key);
  await page.getByRole("button", { name: "Apply credentials" }).click();
  await page.locator(".auth-btn-wrapper .btn-done").click();
  const block = page.locator(`[id="operations-${operation}"]`);
  await block.locator(".opblock-summary-control").click();
  const tryIt = block.getByRole("button", { name: "Try it out" });
  const execute = block.getByRole("button", { name: "Execute" });
  await tryIt.or(execute).first().waitFor();
  if (await tryIt.isVisible()) await tryIt.click();
  return block;
}

/** Presses Execute and waits for the answer's status. */
export async function execute(block: Locator): Promise<number> {
  await block.getByRole("button", { name: "Execute" }).click();
  const status = block.locator(".live-responses-table .response .response-col_status").first();
  await status.waitFor();
  return Number.parseInt(await status.innerText(), 10);
}

/** The answer's body as it is shown. */
export async function shownBody(block: Locator): Promise<string> {
  const code = block.locator(".live-responses-table .highlight-code code").first();
  await code.waitFor();
  return (await code.textContent()) ?? "";
}

export async function chooseExample(block: Locator, name: string): Promise<void> {
  const select = block.locator(".opblock-section-request-body .examples-select-element");
  await select.selectOption({ label: name });
}

export async function chooseRequestType(block: Locator, type: string): Promise<void> {
  await block.getByLabel("Request content type").selectOption(type);
}

/** Under "Responses": what the answer is asked for as. */
export async function chooseAnswerType(block: Locator, type: string): Promise<void> {
  await block.locator('.response[data-code="200"]').getByLabel("Media Type").selectOption(type);
}

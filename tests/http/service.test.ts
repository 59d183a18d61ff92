/** Health, documentation, headers, log and overload: what belongs to the service rather than to a route. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createApiKeyStore } from "../../src/adapters/postgres/api-key-store.ts";
import { openDatabase } from "../../src/adapters/postgres/client.ts";
import { buildApp } from "../../src/http/app.ts";
import type { Context } from "../../src/services/ports.ts";
import { useTestApp } from "../support/app.ts";

const server = useTestApp("migrated");
const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("health", () => {
  test("asks for no key", async () => {
    expect((await server.app.inject("/health/live")).json()).toEqual({ status: "live" });
    const ready = await server.app.inject("/health/ready");
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ status: "ready", taxonomyVersion: expect.any(String) });
  });

  test("is not ready while the database does not answer, and says when to try again", async () => {
    const health = { ping: () => Promise.reject(new Error("password=hunter2")) };
    const app = await buildApp({ ...server.context, health } as Context, { logger: false });
    const answer = await app.inject("/health/ready");
    await app.close();
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["retry-after"]).toBe("2");
    expect(answer.json().code).toBe("database-unavailable");
    expect(answer.body).not.toContain("hunter2");
  });
});

test("without its database a route answers 503 and says when to try again, and the log says why", async () => {
  const nowhere = openDatabase("postgresql://nobody:nothing@127.0.0.1:1/nowhere");
  const lines: string[] = [];
  const logger = { level: "info", stream: { write: (line: string) => void lines.push(line) } };
  const app = await buildApp({ ...server.context, apiKeys: createApiKeyStore(nowhere) }, { logger });
  const answer = await app.inject({ url: "/v1/profiles", headers: { authorization: `Bearer ${server.key}` } });
  await app.close();
  await nowhere.close();
  expect(answer.statusCode).toBe(503);
  expect(answer.headers["retry-after"]).toBe("2");
  expect(answer.json().code).toBe("database-unavailable");
  expect(answer.body).not.toContain("127.0.0.1");
  expect(lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === "failed")).toMatchObject({
    code: "database-unavailable",
    err: { cause: { code: "P1001" } },
  });
});

describe("documentation", () => {
  test("openapi/openapi.json is what the running service answers", async () => {
    const file = JSON.parse(readFileSync(join(import.meta.dirname, "../../openapi/openapi.json"), "utf8"));
    expect((await server.app.inject("/openapi.json")).json()).toEqual(file);
  });

  test("everything in it has a description", async () => {
    const document = (await server.app.inject("/openapi.json")).json();
    expect(undescribed(document)).toEqual([]);
  });

  test("Swagger UI comes whole from here, and may load nothing from elsewhere", async () => {
    const page = await server.app.inject("/docs");
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self';");
    const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = ""]) => url);
    expect(assets.length).toBeGreaterThan(4);
    for (const url of assets) {
      expect(url).toMatch(/^\/docs\/|^\.\//);
      expect((await server.app.inject(url)).statusCode).toBe(200);
    }
    expect(page.body).not.toMatch(/<script>[^<]/);
  });

  test("the bare address leads to it", async () => {
    const answer = await server.app.inject("/");
    expect([answer.statusCode, answer.headers["location"]]).toEqual([302, "/docs"]);
  });
});

describe("headers", () => {
  test("every answer has a request id of its own and forbids what a page could do", async () => {
    const answers = await Promise.all(
      ["/health/live", "/v1/profiles", "/nowhere", "/%E0%A4%A"].map((url) => server.ask({ url })),
    );
    for (const { headers } of answers) {
      expect(headers["x-request-id"]).toMatch(version4);
      expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cache-control"]).toBe("no-store");
    }
    expect(new Set(answers.map(({ headers }) => headers["x-request-id"])).size).toBe(answers.length);
  });

  test("answers come as JSON unless it is refused", async () => {
    for (const accept of ["application/json", "*/*", "application/*", "text/html, */*;q=0.1", ""])
      expect((await server.ask({ url: "/v1/profiles", headers: { accept } })).statusCode).toBe(200);
  });
});

describe("log", () => {
  test("one line for each answer, with a fixed message and nothing of what was sent", async () => {
    server.logLines.length = 0;
    const text = "Quillfeather Ozymandias, quill@example.org";
    const sent = await server.post("/v1/extract?offsets=utf16", { kind: "resume", text });
    await server.ask({ url: `/v1/skills?q=${encodeURIComponent("Quillfeather")}` });
    await server.ask({ url: "/v1/skills/quillfeather" });
    const lines = server.logLines.map((line) => JSON.parse(line));
    expect(lines.map(({ msg, route, status, code }) => [msg, route, status, code])).toEqual([
      ["answered", "/v1/extract", 200, null],
      ["answered", "/v1/skills", 200, null],
      ["answered", "/v1/skills/:id", 404, "skill-not-found"],
    ]);
    expect(lines[0]).toMatchObject({
      method: "POST",
      requestId: sent.headers["x-request-id"],
      key: expect.any(String),
      ms: expect.any(Number),
    });
    const log = server.logLines.join("").toLowerCase();
    for (const word of ["quillfeather", "ozymandias", "example.org", server.key.toLowerCase()])
      expect(log).not.toContain(word);
  });

  test("an error of our own is told by name and place, never by its message", async () => {
    const lines: string[] = [];
    const find = () =>
      Promise.reject(
        new TypeError("resume of\n    at Quillfeather (quill@example.org:1:1)", { cause: new Error("Ozymandias") }),
      );
    const context = { ...server.context, skills: { ...server.context.skills, find } } as Context;
    const app = await buildApp(context, {
      logger: { level: "info", stream: { write: (line) => void lines.push(line) } },
    });
    const answer = await app.inject({
      url: "/v1/skills/kubernetes",
      headers: { authorization: `Bearer ${server.key}` },
    });
    await app.close();
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: "internal-error", requestId: answer.headers["x-request-id"] });
    const failed = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === "failed");
    expect(failed).toMatchObject({
      requestId: answer.headers["x-request-id"],
      err: { type: "TypeError", cause: { type: "Error" } },
    });
    expect(failed.err.stack).toContain("service.test.ts");
    for (const word of ["Quillfeather", "Ozymandias", "example.org"])
      expect(lines.join("") + answer.body).not.toContain(word);
  });
});

test("while the process cannot keep up, new work is turned away and told when to come back", async () => {
  const app = await buildApp(server.context, { logger: false, maxLagMs: 50 });
  await app.ready();
  let answer = await ask();
  for (let tries = 0; answer.statusCode === 200 && tries < 30; tries++) {
    for (const end = performance.now() + 300; performance.now() < end; );
    await new Promise((resolve) => setTimeout(resolve, 10));
    answer = await ask();
  }
  const health = await app.inject("/health/live");
  await app.close();
  expect(answer.statusCode).toBe(503);
  expect(answer.json().code).toBe("overloaded");
  expect(answer.headers["retry-after"]).toBe("2");
  expect(health.statusCode).toBe(200);

  function ask() {
    return app.inject({ url: "/v1/profiles", headers: { authorization: `Bearer ${server.key}` } });
  }
});

/** Places of an OpenAPI document that say nothing of themselves. */
function undescribed(document: {
  components: { schemas: Record<string, Node> };
  paths: Record<string, Record<string, Node>>;
}): string[] {
  const { schemas } = document.components;
  const described = (node: Node): boolean =>
    node.description !== undefined || schemas[node.$ref?.split("/").at(-1) ?? ""]?.description !== undefined;
  const within = (node: Node, path: string): string[] => [
    ...Object.entries(node.properties ?? {}).flatMap(([name, inner]) => [
      ...(described(inner) ? [] : [`${path}/${name}`]),
      ...within(inner, `${path}/${name}`),
    ]),
    ...(node.items ? within(node.items, `${path}[]`) : []),
    ...(node.anyOf ?? []).flatMap((inner) => within(inner, path)),
  ];
  return [
    ...Object.entries(schemas).flatMap(([name, node]) => [...(described(node) ? [] : [name]), ...within(node, name)]),
    ...Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.values(operations).flatMap((operation) => [
        ...(operation.summary && operation.description ? [] : [path]),
        ...(operation.parameters ?? []).filter((one) => !described(one)).map((one) => `${path} ${one.name}`),
      ]),
    ),
  ];
}

interface Node {
  readonly $ref?: string;
  readonly name?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly properties?: Record<string, Node>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly parameters?: readonly Node[];
}

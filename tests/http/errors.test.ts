/** docs/errors.md, row by row: what a stranger sends, and the status and code that are answered. */
import { readFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { PROBLEM_CODES, PROBLEMS } from "../../src/http/problem.ts";
import { useTestApp } from "../support/app.ts";
import { sendRaw } from "../support/raw-http.ts";

/** Stands in every document that is sent, and must come back in no answer and in no log line. */
const SECRET = "Quillfeather Ozymandias quill@example.org";

const server = useTestApp("migrated", { requestTimeoutMs: 400 });
beforeAll(async () => {
  await server.app.listen({ host: "127.0.0.1", port: 0 });
});

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const json = { "content-type": "application/json" };
const plain = { "content-type": "text/plain" };
const form = { "content-type": "application/x-www-form-urlencoded" };

const match = (body: unknown, query = "") => server.post(`/v1/match${query}`, body);
const raw = (payload: string | Buffer, headers: Record<string, string> = json, query = "") =>
  server.ask({ method: "POST", url: `/v1/match${query}`, headers, payload });
const resume = (more: object = {}) => ({ kind: "resume", text: SECRET, ...more });
const get = (url: string) => server.ask({ url });
const withAuthorization = (authorization: string) => server.ask({ url: "/v1/profiles", headers: { authorization } });
const head = (line: string, ...headers: string[]) =>
  `${[line, "Host: localhost", `Authorization: Bearer ${server.key}`, ...headers].join("\r\n")}\r\n\r\n`;
const wire = (bytes: string | Uint8Array) => sendRaw(server.app, bytes);

const cases: Record<string, () => Promise<Answer>> = {
  "match with a body that is not JSON": () => raw(SECRET),
  "match with half of a JSON body": () => raw(`{"subject":{"kind":"resume","text":"${SECRET}`),
  "match with an empty JSON body": () => raw(""),
  "match without body and without Content-Type": () => server.ask({ method: "POST", url: "/v1/match" }),
  "match with a JSON string instead of an object": () => match(SECRET),
  "match with JSON `null`": () => match(null),
  "match with a number for the text": () => match({ subject: { kind: "resume", text: 12 } }),
  "match without a subject": () => match({ profiles: ["devops-engineer"] }),
  "match with neither text nor jsonResume": () => match({ subject: { kind: "resume" } }),
  "match with both text and jsonResume": () => match({ subject: resume({ jsonResume: {} }) }),
  "match with a jsonResume as a job": () => match({ subject: { kind: "job", jsonResume: {} } }),
  "match with a work history that is no list in the jsonResume": () =>
    match({ subject: { kind: "resume", jsonResume: { work: SECRET } } }),
  "match with a jsonResume that makes more than 200,000 characters": () =>
    match({ subject: { kind: "resume", jsonResume: { basics: { summary: SECRET.repeat(5000) } } } }),
  "match with an unknown kind": () => match({ subject: resume({ kind: SECRET }) }),
  "match with unknown fields": () => match({ subject: resume({ name: SECRET }), [SECRET]: 1 }),
  "match with the field `__proto__`": () =>
    raw(`{"subject":{"kind":"resume","text":"${SECRET}","__proto__":{"admin":true}},"__proto__":{}}`),
  "match with the field `__proto__` inside a jsonResume": () =>
    raw('{"subject":{"kind":"resume","jsonResume":{"basics":{"__proto__":{"label":"x"}}}}}'),
  "match with the field `constructor`": () =>
    raw('{"subject":{"kind":"resume","text":""},"constructor":{"prototype":{}}}'),
  "match with JSON nested 100,000 levels deep": () => raw("[".repeat(100_000) + "]".repeat(100_000)),
  "match with a jsonResume nested 100 levels deep": () =>
    raw(`{"subject":{"kind":"resume","jsonResume":{"meta":${'{"a":'.repeat(100)}1${"}".repeat(100)}}}}`),
  "match with a date that is not in the calendar": () => match({ subject: resume(), asOf: "2025-02-29" }),
  "match with a date and time for a date": () => match({ subject: resume(), asOf: "2025-02-28T10:00:00Z" }),
  "match with an empty list of profiles": () => match({ subject: resume(), profiles: [] }),
  "match with 21 profiles": () =>
    match({ subject: resume(), profiles: Array.from({ length: 21 }, (_, i) => `p-${i}`) }),
  "match with a profile that is no slug": () => match({ subject: resume(), profiles: [SECRET] }),
  "match with a profile that does not exist": () => match({ subject: resume(), profiles: ["no-such-profile"] }),
  "match with profiles and a jobText": () =>
    match({ subject: resume(), profiles: ["devops-engineer"], jobText: SECRET }),
  "match of a job with a jobText": () => match({ subject: resume({ kind: "job" }), jobText: SECRET }),
  "match with a jobText that asks for nothing": () => match({ subject: resume(), jobText: SECRET }),
  "match with a text of 200,001 characters": () => match({ subject: resume({ text: "x".repeat(200_001) }) }),
  "match with a NUL character in the text": () => match({ subject: resume({ text: `${SECRET}\0` }) }),
  "match with half of a surrogate pair in the text": () => match({ subject: resume({ text: `${SECRET}\ud83d` }) }),
  "match with a NUL character in an unread field of the jsonResume": () =>
    match({ subject: { kind: "resume", jsonResume: { meta: { note: `${SECRET}\0` } } } }),
  "match with text/plain of 200,001 characters": () => raw("x".repeat(200_001), plain),
  "match with text/plain that holds a NUL character": () => raw(`${SECRET}\0`, plain),
  "match with text/plain that is not UTF-8": () => raw(Buffer.from([...Buffer.from(SECRET), 0xe9]), plain),
  "match with text/plain in a charset nobody knows": () =>
    raw(SECRET, { "content-type": "text/plain; charset=klingon" }),
  "match with JSON in UTF-16": () =>
    raw(Buffer.from('{"subject":{}}', "utf16le"), { "content-type": "application/json; charset=utf-16le" }),
  "match with a form that has an unknown field": () => raw(`text=${encodeURIComponent(SECRET)}&name=x`, form),
  "match with a form without a text": () => raw("kind=resume", form),
  "match with a form whose text stands twice": () => raw("text=a&text=b", form),
  "match with a form with a broken percent sign": () => raw("text=100%", form),
  "match with a body of more than 1 MiB": () => raw(" ".repeat(1024 * 1024 + 1)),
  "match with a body of more than 1 MiB in chunks": () =>
    wire(
      `${head("POST /v1/match HTTP/1.1", "Content-Type: application/json", "Transfer-Encoding: chunked", "Connection: close")}${`10000\r\n${" ".repeat(0x10000)}\r\n`.repeat(17)}0\r\n\r\n`,
    ),
  "match with XML": () => raw(`<resume>${SECRET}</resume>`, { "content-type": "application/xml" }),
  "match with a file as multipart/form-data": () => raw(SECRET, { "content-type": "multipart/form-data; boundary=x" }),
  "match with a gzipped body": () => raw(gzipSync("{}"), { ...json, "content-encoding": "gzip" }),
  "match with an unknown view": () => match({ subject: resume() }, "?view=everything"),
  "match with an unknown query parameter": () => match({ subject: resume() }, `?resume=${encodeURIComponent(SECRET)}`),
  "match with a query parameter that stands twice": () => match({ subject: resume() }, "?view=full&view=summary"),
  "match in JSON with profiles in the query": () => match({ subject: resume() }, "?profiles=devops-engineer"),
  "match that accepts nothing but image/png": () => raw("{}", { ...json, accept: "image/png" }),
  "match that refuses JSON with q=0": () => raw("{}", { ...json, accept: "application/json;q=0, image/*" }),
  "extract without a kind": () => server.post("/v1/extract", { text: SECRET }),
  "extract with an unknown field": () => server.post("/v1/extract", { kind: "resume", text: SECRET, profiles: [] }),
  "no key": () => server.app.inject({ url: "/v1/profiles" }),
  "an empty key": () => withAuthorization("Bearer "),
  "a key that is not known": () => withAuthorization(`Bearer sm_${"A".repeat(43)}`),
  "a known key with another ending": () =>
    withAuthorization(`Bearer ${server.key.slice(0, -1)}${server.key.endsWith("A") ? "B" : "A"}`),
  "a key of 10,000 characters": () => withAuthorization(`Bearer ${server.key}${"A".repeat(10_000)}`),
  "the scheme Basic instead of Bearer": () =>
    withAuthorization(`Basic ${Buffer.from(`x:${server.key}`).toString("base64")}`),
  "the key without a scheme": () => withAuthorization(server.key),
  "the key in the query instead of the header": () => server.app.inject({ url: `/v1/profiles?key=${server.key}` }),
  "a wrong key and a body of more than 1 MiB": () =>
    server.app.inject({
      method: "POST",
      url: "/v1/match",
      headers: { ...json, authorization: "Bearer wrong" },
      payload: " ".repeat(1024 * 1024 + 1),
    }),
  "an unknown address": () => get("/resumes"),
  "an unknown address below /v1": () => get("/v1/resumes"),
  "a known address with a slash at its end": () => server.ask({ method: "POST", url: "/v1/match/" }),
  "a file that Swagger UI does not have": () => get("/docs/static/none.js"),
  "an address with a broken percent sign": () => get("/v1/skills/%E0%A4%A"),
  "an address with a part of 300 characters": () => get(`/v1/skills/${"a".repeat(300)}`),
  "GET on match": () => get("/v1/match"),
  "DELETE on one skill": () => server.ask({ method: "DELETE", url: "/v1/skills/kubernetes" }),
  CONNECT: () => wire("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n"),
  "OPTIONS on match": () => server.ask({ method: "OPTIONS", url: "/v1/match" }),
  "PROPFIND on the list of skills": () => wire(head("PROPFIND /v1/skills HTTP/1.1", "Connection: close")),
  "a method that HTTP does not know": () => wire(head("RESUME /v1/skills HTTP/1.1")),
  "a skill that does not exist": () => get("/v1/skills/no-such-skill"),
  "a skill with a NUL character in its id": () => get("/v1/skills/kube%00rnetes"),
  "a skill named `__proto__`": () => get("/v1/skills/__proto__"),
  "a skill with SQL in its id": () => get(`/v1/skills/${encodeURIComponent("'; DROP TABLE skills; --")}`),
  "a profile that does not exist": () => get("/v1/profiles/no-such-profile"),
  "a skill with a query parameter": () => get("/v1/skills/kubernetes?limit=1"),
  "skills with limit 0": () => get("/v1/skills?limit=0"),
  "skills with limit 201": () => get("/v1/skills?limit=201"),
  "skills with a limit that is no number": () => get("/v1/skills?limit=many"),
  "skills with a limit of 1.5": () => get("/v1/skills?limit=1.5"),
  "skills with a limit that stands twice": () => get("/v1/skills?limit=1&limit=2"),
  "skills with a cursor that was not given out": () => get("/v1/skills?cursor=c29tZXRoaW5nIGVsc2U"),
  "skills with an unknown kind": () => get("/v1/skills?kind=animal"),
  "skills with a NUL character in the query": () => get("/v1/skills?q=%00"),
  "skills with a query of 101 characters": () => get(`/v1/skills?q=${"k".repeat(101)}`),
  "profiles with a cursor that was not given out": () => get("/v1/profiles?cursor=%F0%9F%92%A9"),
  "headers of 20 KiB": () => wire(head("GET /v1/skills HTTP/1.1", `X-Filler: ${"x".repeat(20 * 1024)}`)),
  "a body shorter than its Content-Length, and silence": () =>
    wire(`${head("POST /v1/match HTTP/1.1", "Content-Type: text/plain", "Content-Length: 1000")}${SECRET}`),
  "a request line, and silence": () => wire("POST /v1/match HTTP/1.1\r\nHost: localhost\r\n"),
  "bytes that are no HTTP": () => wire(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x0d, 0x0a, 0x0d, 0x0a])),
  "two different Content-Lengths": () =>
    wire(
      `${head("POST /v1/match HTTP/1.1", "Content-Type: text/plain", "Content-Length: 3", "Content-Length: 5")}abcde`,
    ),
  "no Host": () => wire("GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n"),
  "two Hosts": () => wire(head("GET /v1/skills HTTP/1.1", "Host: elsewhere", "Connection: close")),
  "two keys": () => wire(head("GET /v1/skills HTTP/1.1", "Authorization: Bearer other", "Connection: close")),
  "match with two Content-Types": () =>
    wire(
      `${head("POST /v1/match HTTP/1.1", "Content-Type: text/plain", "Content-Type: application/json", "Content-Length: 2", "Connection: close")}{}`,
    ),
};

const table = readTable("What was tried");

test("every row of the table has a case here, and every case a row", () => {
  expect(table.map(([input]) => input).sort()).toEqual(Object.keys(cases).sort());
});

test("every code of the closed list stands in the documentation with its status", () => {
  const documented = readTable("Codes").map(([code = "", status]) => [code.replaceAll("`", ""), Number(status)]);
  expect(documented).toEqual(PROBLEM_CODES.map((code) => [code, PROBLEMS[code].status]));
});

describe("what a stranger sends", () => {
  test.each(table)("%s: %s %s", async (input, status, code) => {
    const answer = await cases[input]?.();
    expect(answer?.body).toBeDefined();
    const problem = JSON.parse(answer?.body ?? "");
    expect(`${answer?.statusCode} \`${problem.code}\``).toBe(`${status} ${code}`);
    expect(answer?.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(problem.status).toBe(answer?.statusCode);
    expect(problem.type).toBe(`urn:skills-matcher:problem:${problem.code}`);
    expect(problem.requestId).toBe(answer?.headers["x-request-id"]);
    expect(answer?.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer?.headers["content-security-policy"]).toContain("default-src 'none'");
    for (const word of [...SECRET.split(" "), server.key, "    at ", "node_modules"])
      expect(answer?.body).not.toContain(word);
    if (problem.code === "invalid-request") expect(problem.errors.length).toBeGreaterThan(0);
  });

  test("none of it reached the log", () => {
    const log = server.logLines.join("");
    for (const word of [...SECRET.split(" "), server.key, encodeURIComponent("quill@")])
      expect(log).not.toContain(word);
    expect(log).not.toContain('"level":50');
  });
});

describe("one answer names everything that is wrong", () => {
  test("fields of the body and of the query at once", async () => {
    const answer = await match(
      { subject: { kind: "cat", text: 1, age: 2 }, asOf: "soon", profiles: ["A"], x: 1 },
      "?view=a&offsets=b",
    );
    const { errors } = answer.json();
    expect(errors.map((fault: { in: string; pointer: string }) => `${fault.in} ${fault.pointer}`).sort()).toEqual([
      "body /asOf",
      "body /profiles/0",
      "body /subject/age",
      "body /subject/kind",
      "body /subject/text",
      "body /x",
      "query /offsets",
      "query /view",
    ]);
  });

  test("every unknown profile", async () => {
    const answer = await match({ subject: resume(), profiles: ["nobody", "no-one"] });
    expect(answer.json().errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      "/profiles/0",
      "/profiles/1",
    ]);
  });

  test("a character that no text may hold, at its place in a jsonResume", async () => {
    const work = [{ highlights: ["fine", "not \ud800 fine"] }];
    const answer = await match({ subject: { kind: "resume", jsonResume: { work } } });
    expect(answer.json().errors).toEqual([
      {
        in: "body",
        pointer: "/subject/jsonResume/work/0/highlights/1",
        detail: "holds half of a surrogate pair, which is no character",
      },
    ]);
  });
});

describe("what is said of a field tells how to mend it", () => {
  test.each([
    ["?limit=-1", "has to be at least 1"],
    ["?limit=201", "may be at most 200"],
    ["?limit=1.5", "has to be a whole number"],
    ["?limit=many", "has to be a number"],
    ["?limit=1&limit=2", "may be sent only once"],
    ["?kind=tool&kind=role", "may be sent only once"],
    [`?cursor=${"a".repeat(201)}`, "may have at most 200 characters"],
  ])("skills%s: %s", async (query, detail) => {
    const { errors } = (await get(`/v1/skills${query}`)).json();
    expect(errors.map((fault: { detail: string }) => fault.detail)).toEqual([detail]);
  });

  test.each([
    [null, "has to be an object"],
    [{ subject: [] }, "has to be an object"],
    [{ subject: resume(), profiles: [] }, "has to have at least 1 item"],
    [{ subject: resume(), profiles: "devops-engineer" }, "has to be a list"],
  ])("match with %j: %s", async (body, detail) => {
    const { errors } = (await match(body)).json();
    expect(errors.map((fault: { detail: string }) => fault.detail)).toEqual([detail]);
  });

  test("a form's text that was sent twice", async () => {
    expect((await raw("text=a&text=b", form)).json().errors).toEqual([
      { in: "body", pointer: "/text", detail: "may be sent only once" },
    ]);
  });

  test("a body of another kind is told which kinds are read", async () => {
    const answer = await raw("<a/>", { "content-type": "application/xml" });
    expect(answer.json().detail).toBe(
      "A body is read here as application/json, text/plain, application/x-www-form-urlencoded.",
    );
  });
});

test("an expectation that nobody knows is passed over", async () => {
  const answer = await wire(head("GET /v1/profiles HTTP/1.1", "Expect: applause", "Connection: close"));
  expect(answer.statusCode).toBe(200);
});

describe("headers of errors", () => {
  test("401 says which scheme is asked for", async () => {
    const none = await server.app.inject("/v1/profiles");
    expect(none.headers["www-authenticate"]).toBe('Bearer realm="skills-matcher"');
    const wrong = await withAuthorization("Bearer wrong");
    expect(wrong.headers["www-authenticate"]).toBe('Bearer realm="skills-matcher", error="invalid_token"');
  });

  test("405 lists the methods there are", async () => {
    expect((await get("/v1/match")).headers["allow"]).toBe("POST");
    expect((await server.ask({ method: "POST", url: "/v1/skills/kubernetes" })).headers["allow"]).toBe("GET, HEAD");
  });
});

test("callers that hang up in the middle leave no trace but a line in the log", async () => {
  const { port } = server.app.server.address() as AddressInfo;
  const halves = [
    head("POST /v1/match HTTP/1.1", "Content-Type: text/plain", "Content-Length: 100000") + SECRET,
    "GET /v1/sk",
  ];
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const socket = connect(port, "127.0.0.1", () => socket.write(halves[i % 2] ?? "", () => socket.destroy()));
      socket.on("close", () => resolve());
      return promise;
    }),
  );
  await expect.poll(() => connections(), { timeout: 5000 }).toBe(0);
  const log = server.logLines.join("");
  expect(log).not.toContain('"level":50');
  expect(log).not.toContain("Quillfeather");

  function connections(): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    server.app.server.getConnections((_, count) => resolve(count));
    return promise;
  }
});

test("after all that, a good request takes as long as ever", async () => {
  const body = { kind: "resume", text: "Runs Linux servers. ".repeat(50) };
  const begun = performance.now();
  const answer = await server.post("/v1/extract", body);
  expect(answer.statusCode).toBe(200);
  expect(performance.now() - begun).toBeLessThan(500);
});

/** The rows of the table under a heading of docs/errors.md. */
function readTable(heading: string): string[][] {
  const text = readFileSync(join(import.meta.dirname, "../../docs/errors.md"), "utf8");
  const part = text.split(/^## /m).find((section) => section.startsWith(heading)) ?? "";
  const rows = part.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

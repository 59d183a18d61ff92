/**
 * Bodies drawn from the OpenAPI document: what it allows is answered 200, what it does not allow is refused, and nothing is ever
 * answered 5xx. A few hundred here; `npm run fuzz` draws 10,000 of each kind (5,000 for each of the two calls) and says how long they took.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import type { LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import { useTestApp } from "../support/app.ts";
import { allowedBy, brokenFrom, type Components, type Schema } from "../support/openapi-arbitrary.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 60);
const TIMEOUT_MS = 60_000 + RUNS * 500;
/** Stands in every text that is sent, and must come back in no error and in no log line. */
const SECRET = "Quillfeather";

const server = useTestApp("seeded");
let components: Components = {};
let slugs: readonly string[] = [];
let heapBefore = 0;
beforeAll(async () => {
  components = (await server.app.inject("/openapi.json")).json().components.schemas;
  slugs = (await server.ask({ url: "/v1/profiles" })).json().items.map((profile: { slug: string }) => profile.slug);
  heapBefore = heapMegabytes();
});

const phrases = fc.constantFrom(
  "Senior DevOps Engineer, March 2020 to Present",
  "• Built Kubernetes clusters (EKS) with Terraform",
  "no experience with Go, R or C++",
  "5+ years of Python",
  "Skills: MLflow, PyTorch/TF, scikit-learn",
  "AWS (EC2, S3)",
  "\r\n",
  "\t",
  "",
  "👩‍💻 née Müller ﬁ ＡＢＣ",
);
/** Documents as people write them, and as nobody does. */
const text = fc
  .tuple(
    fc.array(fc.oneof(phrases, fc.string({ unit: "binary" })), { maxLength: 12 }),
    fc.constantFrom(" ", "\n", ", "),
  )
  .map(([parts, glue]) => [SECRET, ...parts].join(glue).replaceAll("\0", " ").toWellFormed());

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    "",
    "\0",
    "\ud800",
    [],
    {},
    [[]],
    "2025-13-45",
    "x".repeat(300_000),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}')),
);

const took: number[] = [];

describe.each(["MatchRequest", "ExtractRequest"])("%s", (name) => {
  const url = name === "MatchRequest" ? "/v1/match" : "/v1/extract";

  test("what the document allows is answered 200", { timeout: TIMEOUT_MS }, async () => {
    const bodies = allowed(name);
    const property = fc.asyncProperty(bodies, async (body) => {
      const begun = performance.now();
      const answer = await server.post(url, body);
      took.push(performance.now() - begun);
      // A job post that asks for nothing is the one thing a schema cannot tell.
      const readable = !("jobText" in body) || answer.statusCode === 200;
      expect(readable ? answer.statusCode : answer.json().code).toBe(readable ? 200 : "unreadable-job");
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  test("what breaks it is refused without a 5xx, a stack or an echo", { timeout: TIMEOUT_MS }, async () => {
    const property = fc.asyncProperty(brokenFrom(allowed(name), odd), async (body) => {
      expectNoHarm(await server.post(url, body));
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  test("bytes of any kind are refused without a 5xx", { timeout: TIMEOUT_MS }, async () => {
    const types = fc.constantFrom(
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "image/png",
      "",
    );
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), allowed(name).map(halfOf));
    const property = fc.asyncProperty(types, bytes, async (type, payload) => {
      const headers = type === "" ? {} : { "content-type": type };
      expectNoHarm(await server.ask({ method: "POST", url, headers, payload: Buffer.from(payload) }));
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});

test("queries of any kind are refused without a 5xx", { timeout: TIMEOUT_MS }, async () => {
  const paths = fc.constantFrom("/v1/skills", "/v1/profiles", "/v1/skills/kubernetes", "/health/live");
  const names = fc.oneof(fc.constantFrom("q", "kind", "area", "limit", "cursor", "__proto__"), fc.string());
  const queries = fc.array(fc.tuple(names, fc.oneof(fc.string({ unit: "binary" }), fc.constant("%00"))), {
    maxLength: 5,
  });
  const property = fc.asyncProperty(paths, queries, async (path, pairs) => {
    const search = pairs.map(([key, value]) => `${escapePart(key)}=${escapePart(value)}`).join("&");
    const answer = await server.ask({ url: `${path}?${search}` });
    expect(answer.statusCode).toBeLessThan(500);
  });
  await fc.assert(property, { numRuns: RUNS });
});

test("memory stays as it was, and nothing of a document is in the log", () => {
  const log = server.logLines.join("");
  expect(log).not.toContain(SECRET);
  expect(log).not.toContain('"level":50');
  server.logLines.length = 0;
  const grown = heapMegabytes() - heapBefore;
  expect(grown).toBeLessThan(30);
  if (RUNS < 1000) return;
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(1);
  console.log(
    `${took.length} valid requests: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; the heap grew by ${grown.toFixed(1)} MB`,
  );
});

/** What is in use after everything that is not has been collected. */
function heapMegabytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Bodies of a request that are fine: the document's own, and what its words say besides. */
function allowed(name: string): fc.Arbitrary<Record<string, unknown>> {
  return fc.constant(null).chain(() => {
    const bodies = allowedBy(components[name] as Schema, components, text) as fc.Arbitrary<Record<string, unknown>>;
    return fc
      .tuple(bodies, fc.boolean(), fc.integer({ min: 1, max: 4 }))
      .map(([body, first, many]) => tidy(body, first, many));
  });
}

/** Either text or jsonResume, either profiles or jobText, profiles that exist, days that exist. */
function tidy(body: Record<string, unknown>, first: boolean, many: number): Record<string, unknown> {
  const tidied: Record<string, unknown> = { ...body };
  if ("asOf" in tidied) tidied["asOf"] = "2026-11-23";
  if (typeof tidied["subject"] === "object") {
    const { text: sent = SECRET, jsonResume, kind } = tidied["subject"] as Record<string, unknown>;
    const asText = jsonResume === undefined || first;
    tidied["subject"] = asText ? { kind, text: sent } : { kind: "resume", jsonResume };
    if (asText && kind === "job") delete tidied["jobText"];
  }
  if ("profiles" in tidied) tidied["profiles"] = slugs.slice(0, many);
  if ("profiles" in tidied && "jobText" in tidied) delete tidied[first ? "profiles" : "jobText"];
  return tidied;
}

function halfOf(body: unknown): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(body));
  return bytes.subarray(0, bytes.length >> 1);
}

function escapePart(part: string): string {
  return part === "%00" ? part : encodeURIComponent(part.toWellFormed());
}

function expectNoHarm(answer: LightMyRequestResponse): void {
  expect(answer.statusCode).toBeLessThan(500);
  if (answer.statusCode === 200) return;
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(answer.body).not.toContain(SECRET);
  expect(answer.body).not.toContain("node_modules");
  expect(answer.body.length).toBeLessThan(20_000);
}

/** The small translations between what is sent and what the verbs understand. */
import fc from "fast-check";
import type { FastifyRequest } from "fastify";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { preferredType } from "../../src/http/plugins/accept.ts";
import { faultsOf, unfitStrings } from "../../src/http/wire/faults.ts";
import { fromStrings } from "../../src/http/wire/from-strings.ts";
import { offsetsIn } from "../../src/http/wire/offsets.ts";
import { fromCursor, nextLink, toCursor } from "../../src/http/wire/paging.ts";

describe("offsets in code points", () => {
  test("are what spreading the text into characters gives, whatever the text", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "é", "👩", "\ud83d", "\udc69", "𝒦", "\n", "ﬁ") });
    fc.assert(
      fc.property(texts, (text) => {
        const offset = offsetsIn(text, "codepoint");
        let at = 0;
        for (const [index, character] of [...text].entries()) {
          expect(offset(at)).toBe(index);
          at += character.length;
        }
        expect(offset(text.length)).toBe([...text].length);
      }),
    );
  });
});

describe("strings of a query or form", () => {
  const schema = z.object({
    text: z.string(),
    limit: z.int().default(50),
    profiles: z.array(z.string()).optional(),
    asOf: z.string().optional(),
  });

  test.each([
    [
      { text: "", limit: "10" },
      { text: "", limit: 10 },
    ],
    [{ limit: "ten" }, { limit: "ten" }],
    [{ limit: "1e1" }, { limit: "1e1" }],
    [{ profiles: "a, b,c" }, { profiles: ["a", "b", "c"] }],
    [{ profiles: ["a", "b"] }, { profiles: ["a", "b"] }],
    [{ profiles: "", asOf: "" }, {}],
    [
      { other: "", more: "1" },
      { other: "", more: "1" },
    ],
  ])("%j becomes %j", (sent, expected) => {
    expect(fromStrings(schema, sent)).toEqual(expected);
  });

  test("a field named like something every object has stays a field", () => {
    const sent = JSON.parse('{"__proto__":"1","constructor":"2","toString":"3"}');
    expect(Object.keys(fromStrings(schema, sent) as object)).toEqual(["__proto__", "constructor", "toString"]);
  });
});

describe("cursors", () => {
  test("lead back to the id they were made of, and nothing else is one", () => {
    const slugs = fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,10}){0,3}$/);
    fc.assert(fc.property(slugs, (slug) => void expect(fromCursor(toCursor(slug))).toBe(slug)));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = fromCursor(text);
        expect(id === null || toCursor(id) === text).toBe(true);
      }),
    );
  });

  test("the next page keeps the question", () => {
    expect(nextLink("/v1/skills?q=a%26b&cursor=old&limit=2", "bmV3")).toBe(
      '</v1/skills?q=a%26b&cursor=bmV3&limit=2>; rel="next"',
    );
  });
});

describe("Accept", () => {
  const offered = ["application/json", "text/html"];
  const prefers = (accept?: string) => preferredType({ headers: { accept } } as FastifyRequest, offered);

  test.each([
    [undefined, "application/json"],
    ["", "application/json"],
    ["*/*", "application/json"],
    ["text/html", "text/html"],
    ["text/*", "text/html"],
    ["text/html, application/json", "application/json"],
    ["text/html, application/json;q=0.9", "text/html"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"],
    ["*/*, application/json;q=0", "text/html"],
    ["TEXT/HTML; Q=1", "text/html"],
    ["image/png", null],
    ["application/json;q=0", null],
    ["application/json;q=nonsense", null],
  ])("%s: %s", (accept, expected) => {
    expect(prefers(accept)).toBe(expected);
  });
});

describe("faults", () => {
  test("quote no value, and of names only those that look like field names", () => {
    const schema = z.strictObject({ kind: z.enum(["a", "b"]), n: z.number().max(5), list: z.array(z.string()).max(1) });
    const sent = { kind: "SECRET", n: 9, list: ["SECRET", "SECRET"], "SECRET name of a person": 1, other: 2 };
    const { error } = schema.safeParse(sent);
    const faults = faultsOf(error as z.ZodError, "body");
    expect(JSON.stringify(faults)).not.toContain("SECRET");
    expect(faults).toEqual([
      { in: "body", pointer: "/kind", detail: "has to be one of a, b" },
      { in: "body", pointer: "/n", detail: "may be at most 5" },
      { in: "body", pointer: "/list", detail: "may have at most 1 item" },
      { in: "body", pointer: "", detail: "has a field whose name is not known" },
      { in: "body", pointer: "/other", detail: "is not a known field" },
    ]);
  });

  test("find what no text may hold at any depth, in reading order, without running out of stack", () => {
    let deep: unknown = "\0";
    for (let level = 0; level < 50_000; level++) deep = [deep];
    const begun = performance.now();
    expect(unfitStrings(deep, "body")).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(1000);
    const found = unfitStrings({ a: "\ud800", b: ["fine", "x\0"], "c/d": "~" }, "body");
    expect(found.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      ["/a", "holds half of a surrogate pair, which is no character"],
      ["/b/1", "holds a NUL character at offset 1"],
    ]);
  });
});

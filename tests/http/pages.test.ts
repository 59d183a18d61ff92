/** A match as a page: asked for by Accept, the same figures as the JSON answer, safe and complete. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { html, toText } from "../../src/http/pages/html.ts";
import { quotesOf } from "../../src/http/pages/quotes.ts";
import { visible } from "../../src/http/pages/visible.ts";
import { inWords, oneDecimal } from "../../src/http/pages/words.ts";
import type { MatchAnswer } from "../../src/http/wire/match.ts";
import { useTestApp } from "../support/app.ts";
import { attributeOf, elementsOf, textOf, textsOf } from "./pages-markup.ts";

type Answer = z.infer<typeof MatchAnswer>;

const { ask } = useTestApp();
const example = (file: string) => readFileSync(join(import.meta.dirname, "../../examples", file), "utf8");
const ASOF = "asOf=2026-11-23";

/** `POST /v1/match` with a text as it is. */
function send(text: string, accept: string, query = ASOF) {
  return ask({
    method: "POST",
    url: `/v1/match?${query}`,
    headers: { "content-type": "text/plain", accept },
    payload: text,
  });
}

/** The page and the JSON answer of the same request. */
async function both(text: string, query = ASOF): Promise<{ page: string; answer: Answer }> {
  const page = await send(text, "text/html", query);
  expect(page.statusCode).toBe(200);
  return { page: page.body, answer: (await send(text, "application/json", query)).json<Answer>() };
}

describe("which form is answered", () => {
  const cases: readonly (readonly [accept: string, type: string])[] = [
    ["text/html", "text/html; charset=utf-8"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"],
    ["text/markdown", "text/markdown; charset=utf-8"],
    ["text/markdown;q=0.9, text/html;q=0.2", "text/markdown; charset=utf-8"],
    ["*/*", "application/json; charset=utf-8"],
    ["text/*", "text/html; charset=utf-8"],
    ["application/json, text/html", "application/json; charset=utf-8"],
    ["text/html;q=0, */*", "application/json; charset=utf-8"],
  ];
  test.each(cases)("Accept: %s gets %s", async (accept, type) => {
    const answer = await send(example("devops-resume.txt"), accept);
    expect([answer.statusCode, answer.headers["content-type"], answer.headers["vary"]]).toEqual([200, type, "Accept"]);
  });

  test("what cannot be sent is refused, and says what can", async () => {
    const answer = await send("x", "application/pdf");
    expect([answer.statusCode, answer.headers["vary"]]).toEqual([406, "Accept"]);
    expect(answer.json()).toMatchObject({
      code: "not-acceptable",
      detail: "Answers can be had as application/json, text/html, text/markdown.",
    });
  });

  test("elsewhere there is JSON alone", async () => {
    const answer = await ask({ method: "GET", url: "/v1/profiles", headers: { accept: "text/html" } });
    expect([answer.statusCode, answer.headers["vary"]]).toEqual([406, undefined]);
  });

  test("errors stay problems, whatever form was asked for", async () => {
    const answer = await send("a\0b", "text/html");
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
      400,
      "application/problem+json; charset=utf-8",
    ]);
  });

  test("the document of the API names the forms", async () => {
    const document = (await ask({ method: "GET", url: "/openapi.json" })).json();
    const { content } = document.paths["/v1/match"].post.responses["200"];
    expect(Object.keys(content)).toEqual(["application/json", "text/html", "text/markdown"]);
  });
});

describe("the page", () => {
  test("may use its own stylesheet and nothing else, sent and saved", async () => {
    const answer = await send(example("devops-resume.txt"), "text/html");
    const style = textsOf(answer.body, "style").join("");
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    expect(answer.headers["content-security-policy"]).toBe(`${policy}; frame-ancestors 'none'`);
    const inside = elementsOf(answer.body).find((one) => attributeOf(one, "http-equiv") === "Content-Security-Policy");
    expect(inside && attributeOf(inside, "content")).toBe(policy);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test.each(["devops-resume.txt", "mlops-resume.txt", "hybrid-resume.txt", "system-administrator-resume.txt"])(
    "shows %s with no figure that the answer does not hold",
    async (file) => {
      const { page, answer } = await both(example(file));
      const known = new Set(numbersIn(answer).flatMap((one) => [oneDecimal(one), oneDecimal(one * 100)]));
      const shown = elementsOf(page)
        .filter((one) => /\b(number|score)\b/.test(attributeOf(one, "class") ?? "") || one.tagName === "text")
        .flatMap((one) => textOf(one).match(/\d+\.\d+/g) ?? []);
      expect(shown.length).toBeGreaterThan(100);
      expect(shown.filter((one) => !known.has(one))).toEqual([]);
      for (const { score, profileName } of answer.results) {
        const glance = elementsOf(page).find((one) => attributeOf(one, "class") === "lines glance");
        expect(textOf(glance!)).toContain(`${profileName}${oneDecimal(score!)}`);
      }
    },
  );

  test("marks exactly what was read, and nothing else", async () => {
    for (const body of [example("devops-resume.txt"), wordProcessorText]) {
      const { page, answer } = await both(body, `${ASOF}&profiles=devops-engineer`);
      const read = new Set(
        answer.results[0]?.requirements.flatMap((one) => one.evidence ?? []).map((one) => visible(one.text)),
      );
      const marked = textsOf(page, "mark");
      expect(marked.length).toBeGreaterThan(5);
      expect(marked.filter((one) => !read.has(one))).toEqual([]);
    }
  });

  test("quotes a JSON Resume from the text that was made of it", async () => {
    const body = {
      subject: { kind: "resume", jsonResume: JSON.parse(example("mlops-resume.json")) },
      asOf: "2026-11-23",
    };
    const request = (accept: string) =>
      ask({
        method: "POST",
        url: "/v1/match",
        headers: { "content-type": "application/json", accept },
        payload: JSON.stringify(body),
      });
    const answer = (await request("application/json")).json<Answer>();
    const read = new Set(
      answer.results
        .flatMap(({ requirements }) => requirements.flatMap((one) => one.evidence ?? []))
        .map((one) => visible(one.text)),
    );
    const marked = textsOf((await request("text/html")).body, "mark");
    expect(marked.length).toBeGreaterThan(5);
    expect(marked.filter((one) => !read.has(one))).toEqual([]);
  });

  test("counts characters in its own way, however the caller does", async () => {
    const text = `\u{1f600}\u{1f600} ${example("devops-resume.txt")}`;
    const [one, other] = await Promise.all([
      send(text, "text/html"),
      send(text, "text/html", `${ASOF}&offsets=codepoint`),
    ]);
    expect(other.body).toBe(one.body);
  });

  test("leaves quotes out where a summary was asked for", async () => {
    const page = await send(example("devops-resume.txt"), "text/html", `${ASOF}&view=summary`);
    expect(textsOf(page.body, "blockquote")).toEqual([]);
    expect(page.body).toContain("What the document shows");
  });

  test("says why a document could not be scored, and shows no zero", async () => {
    const { page, answer } = await both(example("unscorable.txt"));
    expect(textsOf(page, "h2")).toEqual(["At a glance", "Not scored", "Receipt"]);
    expect(textsOf(page, "li")).toContain(answer.results[0]?.reasons[0]?.detail);
    expect(textsOf(page, "main").join("")).not.toMatch(/\d/);
  });

  test("calls a job post's figure an overlap, and asks nobody where they did it", async () => {
    const { page } = await both(example("job-post.txt"), `${ASOF}&kind=job`);
    expect(textsOf(page, "th")).toContain("Overlap of demands");
    expect(page).not.toMatch(/If you have done this|Ask at interview/);
  });

  test.each(["text/html", "text/markdown"])(
    "in %s, speaks of what was not found, never of what is lacking",
    async (type) => {
      const page = (await send(example("system-administrator-resume.txt"), type)).body;
      expect(page).toMatch(/not found in the document/i);
      expect(page).toMatch(/If you have done this, say where/);
      expect(page).toContain("Ask at interview");
      expect(page.replace(/<style>[^]*<\/style>/, "")).not.toMatch(/missing|lacks|fail|reject|weak/i);
    },
  );

  test("escapes a hostile resume", async () => {
    const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>"'></style></title>`;
    const text = `Experience\nDevOps Engineer, ${attack}, January 2020 to May 2024\n• ${attack} ran Kubernetes ${attack} and Terraform\n`;
    const { page } = await both(text, `${ASOF}&profiles=devops-engineer`);
    expect(textsOf(page, "mark")).toContain("Kubernetes");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(elementsOf(page).filter((one) => ["script", "img"].includes(one.tagName))).toEqual([]);
    const markdown = (await send(text, "text/markdown")).body;
    expect(markdown).not.toMatch(/<[a-z]/i);
  });

  test("stays small, whatever is said over and over", async () => {
    const page = await send("k8s/".repeat(49_000), "text/html", `${ASOF}&profiles=devops-engineer`);
    expect(page.statusCode).toBe(200);
    expect(page.body.length).toBeLessThan(60_000);
    expect(page.body).toMatch(/and \d{5} more places/);
  });

  test("has its headings in order, and a name for every header of a table", async () => {
    const { page } = await both(example("hybrid-resume.txt"));
    const levels = elementsOf(page).flatMap((one) => (/^h[1-6]$/.test(one.tagName) ? [Number(one.tagName[1])] : []));
    expect(levels[0]).toBe(1);
    for (const [k, level] of levels.entries()) expect(level - (levels[k - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const th of elementsOf(page).filter((one) => one.tagName === "th")) {
      expect(attributeOf(th, "scope")).toMatch(/^(col|row|rowgroup)$/);
      expect(textOf(th)).not.toBe("");
    }
    const ids = elementsOf(page).flatMap((one) => attributeOf(one, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of elementsOf(page).filter((one) => one.tagName === "a"))
      expect(ids).toContain(attributeOf(link, "href")?.slice(1));
  });
});

describe("quotes are cut where a reader would", () => {
  const quote = (text: string, ...found: string[]) =>
    quotesOf(
      text,
      found.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length })),
    ).map(
      ({ parts, cutBefore, cutAfter }) =>
        `${cutBefore ? "…" : ""}${parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join("")}${cutAfter ? "…" : ""}`,
    );

  const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
  const cases: readonly (readonly [name: string, text: string, found: string[], quotes: string[]])[] = [
    ["whole short texts", "I ran Kubernetes at home.", ["Kubernetes"], ["I ran [Kubernetes] at home."]],
    [
      "at spaces",
      `${long} k8s ${long}`,
      ["k8s"],
      [
        "…six seven eight nine ten eleven twelve thirteen fourteen fifteen [k8s] one two three four five six seven eight nine ten eleven twelve…",
      ],
    ],
    ["at the place itself where there is no space", `${"x".repeat(90)}/k8s/${"y".repeat(90)}`, ["k8s"], ["…[k8s]…"]],
    [
      "at the neighbouring items of a list",
      "• ran Jenkins\n• built on k8s\n  with care\n• wrote Go",
      ["k8s"],
      ["built on [k8s] with care"],
    ],
    ["at empty lines", "Skills\n\nHelm, Argo\n\nEducation", ["Helm"], ["[Helm], Argo"]],
    ["not inside a pair of surrogates", `${"\u{1f600}".repeat(60)}k8s${"\u{1f600}".repeat(60)}`, ["k8s"], ["…[k8s]…"]],
    [
      "once for neighbours",
      "Environment: Jenkins, Docker, Helm",
      ["Docker", "Jenkins"],
      ["Environment: [Jenkins], [Docker], Helm"],
    ],
    [
      "once for overlaps",
      "Google Kubernetes Engine",
      ["Google Kubernetes", "Kubernetes Engine"],
      ["[Google Kubernetes Engine]"],
    ],
    ["with bullets of word processors", "did\u0095 It\u0092s k8s", ["k8s"], ["did• It’s [k8s]"]],
    ["without what nobody can see", "Kuber\u200bnetes \u202eevil", ["Kuber\u200bnetes"], ["[Kubernetes] evil"]],
  ];
  test.each(cases)("%s", (_name, text, found, quotes) => expect(quote(text, ...found)).toEqual(quotes));
});

describe("the template", () => {
  test("escapes what is put in, keeps what it made itself", () => {
    const inner = html`<b title="${`"'<>&\``}">${"<i>"}</b>`;
    expect(toText(html`<p>${[inner, "&", 7]}${null}${false}</p>`)).toBe(
      '<p><b title="&quot;&#39;&lt;&gt;&amp;&#96;">&lt;i&gt;</b>&amp;7</p>',
    );
  });
});

describe("words for figures", () => {
  test.each([
    [0, "0.0"],
    [0.05, "0.1"],
    [0.049, "0.0"],
    [78.413, "78.4"],
    [78.45, "78.5"],
    [99.95, "100.0"],
    [100, "100.0"],
  ])("%d is %s", (value, words) => expect(oneDecimal(value)).toBe(words));
  test.each([
    ["2026-11-23", "23 November 2026"],
    ["2025-01", "January 2025"],
  ])("%s is %s", (date, words) => expect(inWords(date)).toBe(words));
});

/** As a word processor leaves it: curly quotes, C1 bullets, no-break spaces. */
const wordProcessorText =
  "Experience\nDevOps Engineer, “Nordwind” GmbH, March 2019 to June 2024\n\u0095 Built CI/CD with Jenkins and Docker\u00a0Compose\n" +
  "\u0095 Ran Kubernetes, Terraform and Ansible on AWS; Linux, Python and Bash every day\n\u0095 Prometheus and Grafana; the team\u0092s on-call rota\n";

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** What a good request is answered: the examples of the document, the promises of the contract. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { ExtractAnswer, MatchAnswer } from "../../src/http/wire/match.ts";
import { useTestApp } from "../support/app.ts";
import { createAnswerCheck, type OpenapiDocument, readOpenapiDocument } from "../support/openapi-document.ts";

type Answer = z.infer<typeof MatchAnswer>;

const server = useTestApp("seeded");
let document: OpenapiDocument;
let check: ReturnType<typeof createAnswerCheck>;
beforeAll(async () => {
  document = await readOpenapiDocument(server.app);
  check = createAnswerCheck(document);
});

const read = (file: string) => readFileSync(join(import.meta.dirname, "../../examples", file), "utf8");
const devops = read("devops-resume.txt");
const day = "2026-11-23";
const subject = { kind: "resume", text: devops };

const match = async (body: object, query = ""): Promise<Answer> => {
  const answer = await server.post(`/v1/match${query}`, body);
  expect(answer.statusCode).toBe(200);
  return answer.json();
};
const sendText = (text: string, url: string, headers: object = {}) =>
  server.ask({
    method: "POST",
    url,
    headers: { "content-type": "text/plain; charset=utf-8", ...headers },
    payload: text,
  });

/** Every citation of an answer. */
function citations(answer: Answer): { start: number; end: number; text: string }[] {
  const evidence = answer.results.flatMap((result) => result.requirements.flatMap((one) => one.evidence ?? []));
  return [...evidence, ...(answer.skills ?? []).flatMap((skill) => skill.mentions)];
}

describe("every example of the document runs as it stands", () => {
  const operations = [
    ["/v1/match", MatchAnswer],
    ["/v1/extract", ExtractAnswer],
  ] as const;

  test.each(operations)("%s", async (path, shape) => {
    const content = document.paths[path]?.["post"]?.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual(["application/json", "text/plain", "application/x-www-form-urlencoded"]);
    let tried = 0;
    for (const [type, { examples = {} }] of Object.entries(content))
      for (const [name, { value }] of Object.entries(examples)) {
        const answer = await server.ask({
          method: "POST",
          url: path,
          headers: { "content-type": type },
          payload: encode(type, value),
        });
        expect(`${name} ${type} ${answer.statusCode}`).toBe(`${name} ${type} 200`);
        expect(check(path, "post", 200, "application/json", answer.json())).toEqual([]);
        // Nothing is answered that the document does not describe: zod leaves unknown fields out.
        expect(shape.parse(answer.json())).toEqual(answer.json());
        tried++;
      }
    expect(tried).toBeGreaterThan(15);
  });

  test("they show what they say they show", async () => {
    const examples = document.paths["/v1/match"]?.["post"]?.requestBody?.content["application/json"]?.examples ?? {};
    const lean = async (name: string) => (await match(examples[name]?.value as object)).axes?.lean;
    expect(await lean("devops")).toBe("devops");
    expect(await lean("mlops")).toBe("mlops");
    expect(await lean("hybrid")).toBe("both");
    expect(await lean("neighbour")).toBe("neither");
    expect(await lean("job")).toBe("devops");
    expect(await lean("unscorable")).toBeUndefined();
  });
});

describe("a score", () => {
  test("is the sum of its points, in whole thousandths", async () => {
    for (const file of [
      "devops-resume.txt",
      "mlops-resume.txt",
      "hybrid-resume.txt",
      "system-administrator-resume.txt",
    ]) {
      const answer = await match({ subject: { kind: "resume", text: read(file) }, asOf: day });
      for (const result of answer.results) {
        const points = result.requirements.reduce((sum, one) => sum + Math.round(one.points * 1000), 0);
        expect(points).toBe(Math.round((result.score ?? Number.NaN) * 1000));
        const weights = result.requirements.reduce((sum, one) => sum + Math.round(one.weight * 100_000), 0);
        expect(weights).toBe(100_000);
      }
    }
  });

  test("has at most three decimals, and so have values and strengths", async () => {
    const { body } = await server.post("/v1/match", { subject, asOf: day });
    expect(body.match(/"(score|points|value|strength|devops|mlops|shared|margin)":\d+\.\d{4,}/)).toBeNull();
  });

  test("is given for the profiles asked for, in the order asked", async () => {
    const profiles = ["mlops-baseline", "devops-engineer"];
    const answer = await match({ subject, profiles, asOf: day });
    expect(answer.results.map((result) => result.profile)).toEqual(profiles);
    expect(answer.receipt.profileVersions).toEqual({
      "mlops-baseline": 1,
      "devops-engineer": 1,
      "ml-platform-engineer": 1,
    });
  });

  test("is given for the standard profiles when none is named", async () => {
    const standard = (await server.ask({ url: "/v1/profiles" }))
      .json()
      .items.filter((one: { standard: boolean }) => one.standard);
    const answer = await match({ subject, asOf: day });
    expect(answer.results.map((result) => result.profile).sort()).toEqual(
      standard.map((one: { slug: string }) => one.slug).sort(),
    );
  });

  test("names the musts that were not met beside the number", async () => {
    const answer = await match({
      subject: { kind: "resume", text: read("system-administrator-resume.txt") },
      asOf: day,
    });
    const result = answer.results.find((one) => one.profile === "devops-engineer");
    expect(result?.meetsMustHaves).toBe(false);
    const musts = new Set(result?.requirements.filter((one) => one.importance === "must").map((one) => one.id));
    expect(result?.mustHavesNotFound.length).toBeGreaterThan(0);
    for (const id of result?.mustHavesNotFound ?? []) expect(musts).toContain(id);
  });

  test("is null with reasons for a text that says nothing, never a zero", async () => {
    for (const text of ["", "   \n", "Hello.", "ключ ".repeat(200)]) {
      const answer = await match({ subject: { kind: "resume", text }, asOf: day });
      for (const result of answer.results) {
        expect(result).toMatchObject({ outcome: "unscorable", score: null });
        expect(result.reasons.length).toBeGreaterThan(0);
      }
      expect(answer.axes).toBeNull();
    }
  });
});

describe("a citation", () => {
  const odd = `👩‍💻 ${devops.replaceAll("\n", "\r\n")} “curly” ﬁne 𝒦ubernetes`;

  test.each([
    ["as it is", devops],
    ["with CRLF, emoji and letters outside the basic plane", odd],
  ])("is the text sent at [start, end): %s", async (_, text) => {
    const answer = await match({ subject: { kind: "resume", text }, asOf: day });
    const cited = citations(answer);
    expect(cited.length).toBeGreaterThan(50);
    for (const { start, end, text: quote } of cited) expect(text.slice(start, end)).toBe(quote);
  });

  test("counts code points when asked to", async () => {
    const answer = await match({ subject: { kind: "resume", text: odd }, asOf: day }, "?offsets=codepoint");
    const points = [...odd];
    for (const { start, end, text: quote } of citations(answer)) expect(points.slice(start, end).join("")).toBe(quote);
  });

  test("refers to the text that the answer carries where a jsonResume was sent", async () => {
    const jsonResume = JSON.parse(read("mlops-resume.json"));
    const answer = await match({ subject: { kind: "resume", jsonResume }, asOf: day });
    const text = answer.text ?? "";
    expect(text).toContain("MLOps Engineer, Tidal Forecasting\nJanuary 2022 to Present");
    expect(text).not.toContain("Placeholder");
    expect(text).not.toContain("noor@example.org");
    expect(citations(answer).length).toBeGreaterThan(10);
    for (const { start, end, text: quote } of citations(answer)) expect(text.slice(start, end)).toBe(quote);
    expect(answer.receipt.inputSha256).toBe(createHash("sha256").update(text).digest("hex"));
  });
});

describe("the same request", () => {
  test("is answered with the same bytes", async () => {
    const bodies = [
      { subject, asOf: day },
      { subject, jobText: read("job-post.txt"), asOf: day },
      { subject: { kind: "job", text: read("job-post.txt") }, asOf: day },
    ];
    for (const body of bodies) {
      const first = await server.post("/v1/match", body);
      const second = await server.post("/v1/match", body);
      expect(second.body).toBe(first.body);
    }
  });

  test("is answered with the same bytes as JSON, as text and as a form", async () => {
    const asJson = await server.post("/v1/match", { subject, profiles: ["devops-engineer"], asOf: day });
    const asText = await sendText(devops, `/v1/match?profiles=devops-engineer&asOf=${day}&kind=resume`);
    const form = new URLSearchParams({ text: devops, profiles: "devops-engineer", asOf: day, jobText: "" });
    form.delete("jobText");
    const asForm = await server.ask({
      method: "POST",
      url: "/v1/match",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: form.toString(),
    });
    expect(asText.body).toBe(asJson.body);
    expect(asForm.body).toBe(asJson.body);
  });

  test("names its day in the receipt, today when none was sent", async () => {
    expect((await match({ subject, asOf: day })).receipt.asOf).toBe(day);
    const before = new Date().toISOString().slice(0, 10);
    const { asOf } = (await match({ subject })).receipt;
    expect([before, new Date().toISOString().slice(0, 10)]).toContain(asOf);
  });
});

describe("shorter answers and other ways to send", () => {
  test("view=summary leaves evidence and skills out and nothing else", async () => {
    const full = await match({ subject, asOf: day });
    const summary = await match({ subject, asOf: day }, "?view=summary");
    expect(summary.skills).toBeUndefined();
    for (const result of full.results) for (const requirement of result.requirements) delete requirement.evidence;
    for (const list of ["skills", "softSkills", "credentials", "roles", "described"] as const) delete full[list];
    expect(full.axes?.words?.devops).not.toHaveLength(0);
    delete full.axes?.words;
    expect(summary).toEqual(full);
  });

  test("a pasted resume needs no escaping, in any charset that is declared", async () => {
    const text = 'Worked with "Kubernetes" \\ Docker at Café Système. Linux, Python';
    const plain = await sendText(text, "/v1/extract");
    const latin = await server.ask({
      method: "POST",
      url: "/v1/extract",
      headers: { "content-type": "text/plain; charset=windows-1252" },
      payload: Buffer.from(text, "latin1"),
    });
    expect(plain.statusCode).toBe(200);
    expect(latin.body).toBe(plain.body);
  });

  test("empty fields of a form count as not sent", async () => {
    const form = "text=Runs+Kubernetes+and+Linux+servers+with+Python&profiles=&asOf=&kind=resume";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await server.ask({ method: "POST", url: "/v1/match", headers, payload: form });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().results.length).toBeGreaterThan(1);
  });

  test("a resume against a post in one call", async () => {
    const answer = await match({ subject, jobText: read("job-post.txt"), asOf: day });
    expect(answer.results).toHaveLength(1);
    const [result] = answer.results;
    expect(result?.profile).toBe("job-text");
    expect(result?.requirements.map((one) => one.id)).toContain("kubernetes");
    expect(result?.requirements.some((one) => one.label.includes(" or "))).toBe(true);
    expect(answer.receipt.jobSha256).toBe(createHash("sha256").update(read("job-post.txt")).digest("hex"));
  });

  test("extract answers the skills of match, and a receipt", async () => {
    const whole = await match({ subject, asOf: day });
    const extracted = (await server.post("/v1/extract", { ...subject, asOf: day })).json();
    expect(extracted.skills).toEqual(whole.skills);
    expect(extracted.receipt).toEqual({ ...whole.receipt, profileVersions: {} });
    expect(extracted.taxonomyVersion).toBe(extracted.receipt.taxonomyVersion);
  });
});

function encode(type: string, value: unknown): string {
  if (type === "application/json") return JSON.stringify(value);
  return type === "text/plain" ? (value as string) : new URLSearchParams(value as Record<string, string>).toString();
}

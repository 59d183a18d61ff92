/** Skills and profiles to read, page by page. */

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readSeeds } from "../../src/adapters/seeds/read-seeds.ts";
import { useTestApp } from "../support/app.ts";
import { createAnswerCheck, readOpenapiDocument } from "../support/openapi-document.ts";

const server = useTestApp("seeded");
const seeds = readSeeds(join(import.meta.dirname, "../../prisma/seed"));
let check: ReturnType<typeof createAnswerCheck>;
beforeAll(async () => {
  check = createAnswerCheck(await readOpenapiDocument(server.app));
});

const get = async (url: string) => {
  const answer = await server.ask({ url });
  expect(answer.statusCode).toBe(200);
  return { ...answer.json(), link: answer.headers["link"] };
};

describe("skills", () => {
  test("pages together are the whole taxonomy, each skill once, by id", async () => {
    const ids: string[] = [];
    for (let url: string | null = "/v1/skills?limit=200"; url !== null; ) {
      const page = await get(url);
      ids.push(...page.items.map((skill: { id: string }) => skill.id));
      const next: string | undefined = /^<([^>]+)>; rel="next"$/.exec(page.link ?? "")?.[1];
      expect(next === undefined).toBe(page.nextCursor === null);
      url = next ?? null;
    }
    expect(ids).toEqual(seeds.skills.map((skill) => skill.id));
  });

  test("the link to the next page keeps the search", async () => {
    const page = await get("/v1/skills?kind=language&limit=2&q=a");
    expect(page.items).toHaveLength(2);
    expect(page.link).toMatch(/^<\/v1\/skills\?kind=language&limit=2&q=a&cursor=/);
  });

  test("are found by a part of a name or spelling, in any case", async () => {
    const { items } = await get("/v1/skills?q=KUBERNET");
    expect(items.map((skill: { id: string }) => skill.id)).toContain("kubernetes");
    expect((await get("/v1/skills?q=k8s")).items.map((skill: { id: string }) => skill.id)).toContain("kubernetes");
    expect(
      (await get("/v1/skills?q=%25")).items.every((skill: { name: string }) => JSON.stringify(skill).includes("%")),
    ).toBe(true);
  });

  test("one skill tells its spellings and relations with their reasons", async () => {
    const answer = await server.ask({ url: "/v1/skills/kubernetes" });
    expect(check("/v1/skills/{id}", "get", 200, "application/json", answer.json())).toEqual([]);
    const skill = answer.json();
    expect(skill).toMatchObject({ id: "kubernetes", name: "Kubernetes", deprecated: false, origin: "seed" });
    expect(skill.aliases.map((alias: { text: string }) => alias.text)).toContain("k8s");
    for (const relation of skill.implies) expect(relation.reason).not.toBe("");
  });

  test("are answered as the document says", async () => {
    const answer = await server.ask({ url: "/v1/skills?limit=200" });
    expect(check("/v1/skills", "get", 200, "application/json", answer.json())).toEqual([]);
  });
});

describe("profiles", () => {
  test("all are listed, without their requirements", async () => {
    const answer = await server.ask({ url: "/v1/profiles" });
    expect(check("/v1/profiles", "get", 200, "application/json", answer.json())).toEqual([]);
    const slugs = answer.json().items.map((profile: { slug: string }) => profile.slug);
    expect(slugs.toSorted()).toEqual(seeds.profiles.map((profile) => profile.slug).toSorted());
    expect(slugs).toEqual(
      expect.arrayContaining([
        "devops-engineer",
        "mlops-engineer",
        "ml-platform-engineer",
        "devops-baseline",
        "mlops-baseline",
      ]),
    );
  });

  test("pages together are all of them", async () => {
    const slugs: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: { items: { slug: string }[]; nextCursor: string | null } = await get(
        `/v1/profiles?limit=1&cursor=${cursor}`,
      );
      slugs.push(...page.items.map((profile) => profile.slug));
      cursor = page.nextCursor;
    }
    expect(slugs.toSorted()).toEqual(seeds.profiles.map((profile) => profile.slug).toSorted());
  });

  test("one profile shows its requirements and what their weights make of the whole", async () => {
    for (const { slug } of seeds.profiles) {
      const answer = await server.ask({ url: `/v1/profiles/${slug}` });
      expect(check("/v1/profiles/{slug}", "get", 200, "application/json", answer.json())).toEqual([]);
      const { requirements } = answer.json();
      const shares = requirements.reduce((sum: number, one: { share: number }) => sum + one.share, 0);
      expect(shares).toBeCloseTo(1, 3);
      for (const { anyOf } of requirements) for (const member of anyOf) expect(member.name).not.toBe("");
    }
  });
});

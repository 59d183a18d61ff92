/** What a first start brings, from the files as they are shipped. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { taxonomyVersion } from "../../src/adapters/content-hash.ts";
import { type Database, openDatabase } from "../../src/adapters/postgres/client.ts";
import { createProfileStore } from "../../src/adapters/postgres/profile-store.ts";
import { createSkillStore } from "../../src/adapters/postgres/skill-store.ts";
import { readSeeds } from "../../src/adapters/seeds/read-seeds.ts";
import { useTestDatabase } from "../support/database.ts";

const database = useTestDatabase("seeded");
let opened: Database;
beforeAll(() => {
  opened = openDatabase(database.url);
});
afterAll(() => opened.close());

const shipped = readSeeds(join(import.meta.dirname, "../../prisma/seed"));

test("the taxonomy in the database is the one in the files, to the byte", async () => {
  const { version, skills } = await createSkillStore(opened).loadTaxonomy();
  expect(version).toBe(taxonomyVersion(shipped.skills));
  expect(skills.length).toBe(shipped.skills.length);
});

test("every skill is reachable by search", async () => {
  const store = createSkillStore(opened);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await store.search({ q: null, kind: null, area: null, after, limit: 200 });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual(shipped.skills.map(({ id }) => id));
});

test("every profile stands published, the standard ones in their order", async () => {
  const store = createProfileStore(opened);
  const standard = shipped.profiles.filter((profile) => profile.standard);
  expect((await store.standard()).map(({ profile }) => profile.slug)).toEqual(standard.map(({ slug }) => slug));
  for (const { slug, name, requirements } of shipped.profiles)
    expect((await store.find(slug))?.published?.profile).toEqual({ slug, version: 1, name, requirements });
});

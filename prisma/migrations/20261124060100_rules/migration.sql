-- What Prisma's schema cannot state: checks, order of slugs, rules that hold whoever writes, and what each thing is for.

-- Slugs ---------------------------------------------------------------------------------------------------------------
-- The same order on every server, whatever its locale: lists are paged by slug.
ALTER TABLE "skill_areas" ALTER COLUMN "slug" TYPE TEXT COLLATE "C";
ALTER TABLE "skills" ALTER COLUMN "slug" TYPE TEXT COLLATE "C";
ALTER TABLE "profiles" ALTER COLUMN "slug" TYPE TEXT COLLATE "C";

ALTER TABLE "skill_areas"
  ADD CONSTRAINT "skill_areas_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "skill_areas_title_check" CHECK ("title" <> '');

-- Skills --------------------------------------------------------------------------------------------------------------
ALTER TABLE "skills"
  ADD CONSTRAINT "skills_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "skills_custom_slug_check" CHECK (("origin" = 'user') = ("slug" LIKE 'x-%')),
  ADD CONSTRAINT "skills_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "skills_seed_check" CHECK (
    CASE "origin" WHEN 'seed' THEN "seed_hash" ~ '^[0-9a-f]{64}$' ELSE "seed_hash" IS NULL AND "edited_at" IS NULL END
  );

ALTER TABLE "skill_aliases"
  ADD CONSTRAINT "skill_aliases_text_check" CHECK (btrim("text") <> '' AND length("text") <= 2000),
  ADD CONSTRAINT "skill_aliases_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "skill_aliases_rule_check" CHECK (
    "rule" IS NULL OR (
      jsonb_typeof("rule") = 'object'
      AND "rule" <> '{}'
      AND "rule" - '{case,notBefore,notAfter,unless,needs}'::text[] = '{}'
      AND coalesce("rule" -> 'case', '"any"') IN ('"any"', '"exact"', '"upper"', '"capital"')
      -- Lists hold at least one word, and words only.
      AND NOT jsonb_path_exists("rule", 'strict $.keyvalue() ? (@.key != "case" && @.key != "needs").value ? (@.type() != "array" || @.size() == 0)', '{}', true)
      AND NOT jsonb_path_exists("rule", 'strict $.keyvalue() ? (@.key != "case" && @.key != "needs").value[*] ? (@.type() != "string" || @ == "")', '{}', true)
      AND coalesce(jsonb_typeof("rule" -> 'needs'), 'object') = 'object'
      AND coalesce("rule" -> 'needs', '{"list": true}') <> '{}'
      AND coalesce("rule" -> 'needs', '{}') - '{list,words,near,document}'::text[] = '{}'
      AND coalesce(jsonb_typeof("rule" #> '{needs,list}'), 'boolean') = 'boolean'
      AND NOT jsonb_path_exists("rule", 'strict $.needs.keyvalue() ? (@.key != "list").value ? (@.type() != "array" || @.size() == 0)', '{}', true)
      AND NOT jsonb_path_exists("rule", 'strict $.needs.keyvalue() ? (@.key != "list").value[*] ? (@.type() != "string" || @ == "")', '{}', true)
    )
  );

ALTER TABLE "skill_relations"
  ADD CONSTRAINT "skill_relations_itself_check" CHECK ("from_id" <> "to_id"),
  ADD CONSTRAINT "skill_relations_reason_check" CHECK ("reason" <> ''),
  ADD CONSTRAINT "skill_relations_factor_check" CHECK (("type" = 'substitutes') = ("factor" IS NOT NULL) AND "factor" BETWEEN 1 AND 999);

-- Profiles ------------------------------------------------------------------------------------------------------------
ALTER TABLE "profiles"
  ADD CONSTRAINT "profiles_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "profiles_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "profiles_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "profiles_seed_check" CHECK (
    CASE "origin" WHEN 'seed' THEN "seed_hash" ~ '^[0-9a-f]{64}$' ELSE "seed_hash" IS NULL AND "edited_at" IS NULL END
  );

ALTER TABLE "profile_versions"
  ADD CONSTRAINT "profile_versions_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "profile_versions_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "profile_versions_content_hash_check" CHECK ("content_hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "requirements"
  ADD CONSTRAINT "requirements_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "requirements_label_check" CHECK ("label" <> ''),
  ADD CONSTRAINT "requirements_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "requirements_weight_check" CHECK ("weight" > 0 AND "weight" < 'Infinity'),
  ADD CONSTRAINT "requirements_min_months_check" CHECK ("min_months" BETWEEN 1 AND 60),
  ADD CONSTRAINT "requirements_must_group_check" CHECK ("must_group" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "requirement_members"
  ADD CONSTRAINT "requirement_members_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "requirement_members_factor_check" CHECK ("factor" BETWEEN 1 AND 1000);

-- Keys and seeding ----------------------------------------------------------------------------------------------------
ALTER TABLE "api_keys"
  ADD CONSTRAINT "api_keys_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "api_keys_prefix_check" CHECK (length("prefix") BETWEEN 4 AND 16),
  ADD CONSTRAINT "api_keys_sha256_check" CHECK (octet_length("sha256") = 32);

ALTER TABLE "seed_runs"
  ADD CONSTRAINT "seed_runs_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- A published version never changes -----------------------------------------------------------------------------------
CREATE FUNCTION "keep_published_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."published_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a published profile version never changes; make a new version' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW."published_at" IS NOT NULL AND NOT EXISTS (SELECT FROM "requirements" WHERE "version_id" = NEW."id") THEN
    RAISE EXCEPTION 'a profile version without requirements cannot be published' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "profile_versions_keep_published" BEFORE UPDATE OR DELETE ON "profile_versions"
  FOR EACH ROW EXECUTE FUNCTION "keep_published_version"();

CREATE FUNCTION "refuse_published_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a profile version is written first and published after its requirements stand' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "profile_versions_insert_unpublished" BEFORE INSERT ON "profile_versions"
  FOR EACH ROW WHEN (NEW."published_at" IS NOT NULL) EXECUTE FUNCTION "refuse_published_insert"();

CREATE FUNCTION "keep_published_requirement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "profile_versions"
    WHERE "published_at" IS NOT NULL
      AND ((TG_OP <> 'INSERT' AND "id" = OLD."version_id") OR (TG_OP <> 'DELETE' AND "id" = NEW."version_id"))
  ) THEN
    RAISE EXCEPTION 'a published profile version never changes; make a new version' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER "requirements_keep_published" BEFORE INSERT OR UPDATE OR DELETE ON "requirements"
  FOR EACH ROW EXECUTE FUNCTION "keep_published_requirement"();

CREATE FUNCTION "keep_published_member"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "requirements" r JOIN "profile_versions" v ON v."id" = r."version_id"
    WHERE v."published_at" IS NOT NULL
      AND ((TG_OP <> 'INSERT' AND r."id" = OLD."requirement_id") OR (TG_OP <> 'DELETE' AND r."id" = NEW."requirement_id"))
  ) THEN
    RAISE EXCEPTION 'a published profile version never changes; make a new version' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER "requirement_members_keep_published" BEFORE INSERT OR UPDATE OR DELETE ON "requirement_members"
  FOR EACH ROW EXECUTE FUNCTION "keep_published_member"();

-- What a person edited is marked, whoever writes it; the seeding says of itself that it is no person -------------------
CREATE FUNCTION "is_seeding"() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('skills_matcher.seeding', true), '') = 'on'
$$;

CREATE FUNCTION "mark_edited"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."updated_at" := now();
  IF NEW."origin" = 'seed' AND NOT "is_seeding"() THEN
    NEW."edited_at" := now();
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "skills_mark_edited" BEFORE UPDATE OF "name", "kind", "area_id", "deprecated_at" ON "skills"
  FOR EACH ROW WHEN ((OLD."name", OLD."kind", OLD."area_id", OLD."deprecated_at") IS DISTINCT FROM (NEW."name", NEW."kind", NEW."area_id", NEW."deprecated_at"))
  EXECUTE FUNCTION "mark_edited"();

CREATE TRIGGER "profiles_mark_edited" BEFORE UPDATE OF "name", "summary", "standard" ON "profiles"
  FOR EACH ROW WHEN ((OLD."name", OLD."summary", OLD."standard") IS DISTINCT FROM (NEW."name", NEW."summary", NEW."standard"))
  EXECUTE FUNCTION "mark_edited"();

-- Aliases and relations belong to their skill: a seeded one that a person adds, changes or removes marks the skill.
CREATE FUNCTION "mark_skill_of_part"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
  IF "is_seeding"() THEN
    RETURN NULL;
  END IF;
  UPDATE "skills"
  SET "updated_at" = now(),
      "edited_at" = CASE WHEN "origin" = 'seed' AND part ->> 'origin' = 'seed' THEN now() ELSE "edited_at" END
  WHERE "id" = coalesce(part ->> 'skill_id', part ->> 'from_id')::uuid;
  RETURN NULL;
END
$$;

CREATE TRIGGER "skill_aliases_mark_skill" AFTER INSERT OR UPDATE OR DELETE ON "skill_aliases"
  FOR EACH ROW EXECUTE FUNCTION "mark_skill_of_part"();
CREATE TRIGGER "skill_relations_mark_skill" AFTER INSERT OR UPDATE OR DELETE ON "skill_relations"
  FOR EACH ROW EXECUTE FUNCTION "mark_skill_of_part"();

CREATE FUNCTION "mark_profile_of_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "profiles"
  SET "updated_at" = now(), "edited_at" = CASE WHEN "origin" = 'seed' THEN now() ELSE "edited_at" END
  WHERE "id" = NEW."profile_id";
  RETURN NULL;
END
$$;

CREATE TRIGGER "profile_versions_mark_profile" AFTER INSERT ON "profile_versions"
  FOR EACH ROW WHEN (NEW."origin" = 'user') EXECUTE FUNCTION "mark_profile_of_version"();

-- Every instance compiles its matcher anew when the taxonomy changed, whoever changed it -------------------------------
CREATE FUNCTION "tell_taxonomy_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('taxonomy_changed', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER "skills_tell_changed" AFTER INSERT OR UPDATE OR DELETE ON "skills"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_taxonomy_changed"();
CREATE TRIGGER "skill_aliases_tell_changed" AFTER INSERT OR UPDATE OR DELETE ON "skill_aliases"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_taxonomy_changed"();
CREATE TRIGGER "skill_relations_tell_changed" AFTER INSERT OR UPDATE OR DELETE ON "skill_relations"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_taxonomy_changed"();

-- What each thing is for ----------------------------------------------------------------------------------------------
COMMENT ON TYPE "origin" IS 'Who wrote a row: the shipped seeds, or a person through the API.';
COMMENT ON TYPE "relation_type" IS 'implies: who has from has to. substitutes: who has to earns part of from. broader: wider term, no credit. not_implies: looks likely, is wrong.';
COMMENT ON TYPE "axis" IS 'Which way a requirement speaks; shared ones count and do not tell the two roles apart.';
COMMENT ON TYPE "importance" IS 'must: reported as found or not beside the score. should, nice: weight only.';

COMMENT ON TABLE "skill_areas" IS 'Fields of work that skills are grouped by; context rules may refer to a whole area.';
COMMENT ON TABLE "skills" IS 'The taxonomy. A skill is deprecated when it is no longer used, never deleted.';
COMMENT ON COLUMN "skills"."slug" IS 'Public id; never changes. Custom skills begin with x-.';
COMMENT ON COLUMN "skills"."edited_at" IS 'When a person changed a seeded skill; upgrades of the seeds leave it alone from then on.';
COMMENT ON COLUMN "skills"."seed_hash" IS 'SHA-256 of the shipped content that the row was last written from.';
COMMENT ON TABLE "skill_aliases" IS 'Ways a skill is written, its name among them.';
COMMENT ON COLUMN "skill_aliases"."rule" IS 'What tells the spelling from its other meanings: case, notBefore, notAfter, unless, needs {list, words, near, document}. Null: it has one meaning only.';
COMMENT ON COLUMN "skill_aliases"."position" IS 'Order within the skill and origin.';
COMMENT ON TABLE "skill_relations" IS 'Typed, directed relations between skills, each with its reason. What is not here is not inferred.';
COMMENT ON COLUMN "skill_relations"."factor" IS 'Substitutes only: part of the credit, in thousandths.';
COMMENT ON TABLE "profiles" IS 'Roles that documents are scored against; what is asked for stands in their versions.';
COMMENT ON COLUMN "profiles"."standard" IS 'Scored against when a caller names no profile.';
COMMENT ON COLUMN "profiles"."position" IS 'Order of the standard profiles in answers.';
COMMENT ON COLUMN "profiles"."edited_at" IS 'When a person changed a seeded profile or gave it a version; later seeds then add unpublished versions only.';
COMMENT ON COLUMN "profiles"."seed_hash" IS 'SHA-256 of the shipped content that the last seeded version was made from.';
COMMENT ON TABLE "profile_versions" IS 'Versions of a profile. The one in force is the highest published; a published version never changes.';
COMMENT ON COLUMN "profile_versions"."content_hash" IS 'SHA-256 of name and requirements as canonical JSON; stated in receipts.';
COMMENT ON TABLE "requirements" IS 'What a profile version asks for: one skill, or several of which the best counts, once.';
COMMENT ON COLUMN "requirements"."weight" IS 'As its author gave it: any positive number; shares of 100 points are made of them when scoring.';
COMMENT ON COLUMN "requirements"."must_group" IS 'Musts of the same group are one must between them: one met is enough.';
COMMENT ON TABLE "requirement_members" IS 'Skills that meet a requirement.';
COMMENT ON COLUMN "requirement_members"."factor" IS 'Part of the requirement that this skill can earn, in thousandths.';
COMMENT ON TABLE "api_keys" IS 'Keys that callers present. The key itself is nowhere: only its SHA-256, and its first letters to find it by.';
COMMENT ON COLUMN "api_keys"."revoked_at" IS 'From then on the key is refused.';
COMMENT ON TABLE "seed_runs" IS 'Each seeding that changed something or found a new release; the last hash says what the database was seeded with.';

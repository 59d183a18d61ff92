-- CreateEnum
CREATE TYPE "origin" AS ENUM ('seed', 'user');

-- CreateEnum
CREATE TYPE "skill_kind" AS ENUM ('tool', 'language', 'platform', 'practice', 'concept', 'credential', 'soft-skill', 'role');

-- CreateEnum
CREATE TYPE "relation_type" AS ENUM ('implies', 'substitutes', 'broader', 'not_implies');

-- CreateEnum
CREATE TYPE "axis" AS ENUM ('devops', 'mlops', 'shared');

-- CreateEnum
CREATE TYPE "importance" AS ENUM ('must', 'should', 'nice');

-- CreateTable
CREATE TABLE "skill_areas" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "skill_areas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skills" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "skill_kind" NOT NULL,
    "area_id" UUID NOT NULL,
    "origin" "origin" NOT NULL,
    "deprecated_at" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),
    "seed_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skills_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill_aliases" (
    "id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "rule" JSONB,
    "origin" "origin" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "skill_aliases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill_relations" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "type" "relation_type" NOT NULL,
    "reason" TEXT NOT NULL,
    "factor" INTEGER,
    "origin" "origin" NOT NULL,

    CONSTRAINT "skill_relations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profiles" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "standard" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "origin" "origin" NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "seed_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profiles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_versions" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "origin" "origin" NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profile_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirements" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "axis" "axis" NOT NULL,
    "importance" "importance" NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "min_months" INTEGER,
    "must_group" TEXT,

    CONSTRAINT "requirements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement_members" (
    "id" UUID NOT NULL,
    "requirement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "skill_id" UUID NOT NULL,
    "factor" INTEGER NOT NULL,

    CONSTRAINT "requirement_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seed_runs" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "skills" INTEGER NOT NULL,
    "profiles" INTEGER NOT NULL,

    CONSTRAINT "seed_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "skill_areas_slug_key" ON "skill_areas"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "skills_slug_key" ON "skills"("slug");

-- CreateIndex
CREATE INDEX "skills_area_id_idx" ON "skills"("area_id");

-- CreateIndex
CREATE UNIQUE INDEX "skill_aliases_skill_id_origin_position_key" ON "skill_aliases"("skill_id", "origin", "position");

-- CreateIndex
CREATE INDEX "skill_relations_to_id_idx" ON "skill_relations"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "skill_relations_from_id_type_to_id_key" ON "skill_relations"("from_id", "type", "to_id");

-- CreateIndex
CREATE UNIQUE INDEX "profiles_slug_key" ON "profiles"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "profile_versions_profile_id_version_key" ON "profile_versions"("profile_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "requirements_version_id_slug_key" ON "requirements"("version_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "requirements_version_id_position_key" ON "requirements"("version_id", "position");

-- CreateIndex
CREATE INDEX "requirement_members_skill_id_idx" ON "requirement_members"("skill_id");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_members_requirement_id_skill_id_key" ON "requirement_members"("requirement_id", "skill_id");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_members_requirement_id_position_key" ON "requirement_members"("requirement_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_sha256_key" ON "api_keys"("sha256");

-- CreateIndex
CREATE INDEX "api_keys_prefix_idx" ON "api_keys"("prefix");

-- CreateIndex
CREATE INDEX "seed_runs_installed_at_idx" ON "seed_runs"("installed_at");

-- AddForeignKey
ALTER TABLE "skills" ADD CONSTRAINT "skills_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "skill_areas"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_aliases" ADD CONSTRAINT "skill_aliases_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skills"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_relations" ADD CONSTRAINT "skill_relations_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "skills"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_relations" ADD CONSTRAINT "skill_relations_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "skills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_versions" ADD CONSTRAINT "profile_versions_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profiles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "profile_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement_members" ADD CONSTRAINT "requirement_members_requirement_id_fkey" FOREIGN KEY ("requirement_id") REFERENCES "requirements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement_members" ADD CONSTRAINT "requirement_members_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

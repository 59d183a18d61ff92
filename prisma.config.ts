/** Prisma's tools. Only `generate`, `validate` and `format` are used: migrations have scripts of their own (`npm run db:diff`). */
import { defineConfig } from "prisma/config";

// These commands never run the schema engine, yet each would first download it. A path that exists stops that.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
process.env["CHECKPOINT_DISABLE"] ??= "1";
process.env["PRISMA_HIDE_UPDATE_MESSAGE"] ??= "1";

export default defineConfig({ schema: "prisma/schema.prisma", migrations: { path: "prisma/migrations" } });

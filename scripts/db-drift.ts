/** Fails when prisma/migrations and prisma/schema.prisma no longer describe the same tables. */
import { schemaDiff } from "./schema-engine.ts";

const sql = await schemaDiff();
if (sql) {
  console.error(
    `The migrations do not make what prisma/schema.prisma says. Missing (npm run db:diff -- NAME writes it):\n\n${sql}`,
  );
  process.exitCode = 1;
} else console.log("Schema and migrations agree.");

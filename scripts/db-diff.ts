/** Writes the next migration: what prisma/schema.prisma asks for beyond the migrations so far. `npm run db:diff -- add-candidates` */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrationsDir, schemaDiff } from "./schema-engine.ts";

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9_-]+$/.test(name)) {
  console.error("Say what the migration does, in lower-case words: npm run db:diff -- add-candidates");
  process.exitCode = 1;
} else {
  const sql = await schemaDiff();
  if (sql) write(name, sql);
  else console.log("Schema and migrations agree: nothing to write.");
}

function write(title: string, sql: string): void {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsDir, `${time}_${title.replaceAll("-", "_")}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  console.log(
    `Wrote ${folder}/migration.sql. Add the checks, comments and triggers that Prisma does not know, and read it once.`,
  );
}

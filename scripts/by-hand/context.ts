/** What `docker build .` would send: the folder less what .dockerignore leaves out. */
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Patterns without wildcards but `*`, the last one that matches a path or a folder above it decides. */
export function copyContext(root: string, target: string): void {
  const rules = readRules(join(root, ".dockerignore"));
  cpSync(root, target, { recursive: true, filter: (path) => isSent(relative(root, path), rules) });
}

interface Rule {
  readonly pattern: string;
  readonly sent: boolean;
}

function readRules(file: string): Rule[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => (line.startsWith("!") ? { pattern: line.slice(1), sent: true } : { pattern: line, sent: false }));
}

function isSent(path: string, rules: readonly Rule[]): boolean {
  if (path === "") return true;
  const matching = rules.findLast(
    ({ pattern }) => pattern === "*" || path === pattern || path.startsWith(`${pattern}/`),
  );
  return matching?.sent ?? true;
}

/** Pieces of documents that a command writes: what stands between `<!-- name:start … -->` and `<!-- name:end -->`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

export interface Block {
  /** From the top of the project. */
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

/** The text between the marks of a block, or null where the file has no such block. */
export function written(file: string, name: string): string | null {
  const text = readFileSync(join(root, file), "utf8");
  return new RegExp(`<!-- ${name}:start[^>]*-->\n([^]*?)\n?<!-- ${name}:end -->`).exec(text)?.[1] ?? null;
}

/** Throws an Error where the file has no such block. */
export function write({ file, name, text }: Block): void {
  const path = join(root, file);
  const old = readFileSync(path, "utf8");
  const begun = new RegExp(`(<!-- ${name}:start[^>]*-->\n)[^]*?(<!-- ${name}:end -->)`);
  if (!begun.test(old)) throw new Error(`${file} has no block "${name}"`);
  writeFileSync(
    path,
    old.replace(begun, (_, start: string, end: string) => `${start}${text === "" ? "" : `${text}\n`}${end}`),
  );
}

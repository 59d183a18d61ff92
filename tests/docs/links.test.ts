/** Every page leads where it says, and names commands and files that exist. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

const pages = [".", "docs", "prisma/seed", "tests/corpus"]
  .flatMap(pagesIn)
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));

/** The name that a heading is linked by. */
function anchorOf(heading: string): string {
  return heading
    .replace(/[`*_]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

function anchorsOf(file: string): string[] {
  const text = readFileSync(file, "utf8").replace(/^```[^]*?^```/gm, "");
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
}

test.for(pages)("the links of $file lead to files and headings that exist", ({ file, text }) => {
  const broken: string[] = [];
  for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    const [path = "", anchor] = target.split("#");
    const found = path === "" ? join(root, file) : join(root, dirname(file), path);
    if (!existsSync(found)) broken.push(target);
    else if (anchor !== undefined && !anchorsOf(found).includes(anchor)) broken.push(target);
  }
  expect(broken).toEqual([]);
});

test.for(pages)("every npm script named in $file exists", ({ file, text }) => {
  const names = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
  expect(
    names.filter((name) => !(name in packageJson.scripts)),
    file,
  ).toEqual([]);
});

test.for(pages)("the files and folders that $file speaks of exist", ({ file, text }) => {
  const paths = [...text.matchAll(/`((?:src|tests|scripts|prisma|docs|examples|bench|openapi)\/[\w./-]*)`/g)].map(
    ([, path = ""]) => path,
  );
  expect(
    paths.filter((path) => !existsSync(join(root, path))),
    file,
  ).toEqual([]);
});

test("every page of docs/ can be reached from README.md", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const missing = pagesIn("docs").filter((file) => !readme.includes(`](${relative(".", file)})`));
  expect(missing).toEqual([]);
});

/** A match as Markdown (GitHub's kind), the same as the page says; everything of the document escaped for Markdown and HTML. */
import {
  isUnscorable,
  type NoticeView,
  type Page,
  type QuoteView,
  type RequirementView,
  type ResultView,
} from "./match-page.ts";
import type { Quote, Span } from "./quotes.ts";
import { placesInWords } from "./words.ts";

export function matchMarkdown(page: Page): string {
  const blocks = [
    `# ${plain(page.title)}`,
    plain(page.lead),
    "## At a glance",
    table(
      ["Profile", page.scoreWord, "Must-haves"],
      page.results.map(({ name, score, mustHaves }) => [name, score ?? "Not scored", mustHaves]),
    ),
    ...axesBlocks(page),
    ...noticeBlocks(page.notices),
    ...(isUnscorable(page) ? notScoredBlocks(page) : page.results.flatMap((result) => resultBlocks(result, page))),
    "## Receipt",
    list(page.receipt.map(([name, value]) => `${plain(name)}: ${plain(value)}`)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function axesBlocks({ axes }: Page): string[] {
  if (axes === null) return [];
  return [
    table(
      ["Axis", "Of 100"],
      axes.figures.map(({ name, figure }) => [name, figure]),
    ),
    plain([axes.lean, ...axes.pushed].join(" ")),
  ];
}

function noticeBlocks(notices: readonly NoticeView[]): string[] {
  if (notices.length === 0) return [];
  const items = notices.map(({ title, detail, quotes }) =>
    [`**${plain(title)}.** ${plain(detail)}`, ...quotes.map((quote) => `> ${quoted(quote)}`)].join("\n\n"),
  );
  return ["## To look at", "None of this changes a score.", list(items)];
}

function notScoredBlocks({ results }: Page): string[] {
  return [
    "## Not scored",
    "The document could not be read well enough. That is no zero, and says nothing about the person.",
    list(results[0]?.reasons.map(plain) ?? []),
  ];
}

function resultBlocks(result: ResultView, { scoreWord, openLead }: Page): string[] {
  return [
    `## ${plain(result.name)}`,
    `**${result.score} of 100** (${plain(scoreWord.toLowerCase())})`,
    plain(result.summary),
    plain(`${result.version}.`),
    ...under(
      "### Must-haves",
      list(result.musts.map(({ label, met, words }) => `${met ? "✓" : "○"} ${plain(label)}: ${plain(words)}`)),
    ),
    ...under("### What the document shows", list(result.found.map(requirementItem))),
    ...under(
      "### Not found, or not shown far enough",
      result.open.length === 0
        ? ""
        : `${plain(openLead)}\n\n${table(
            ["Requirement", "Asked for as", "In the document", "Points open"],
            result.open.map(({ label, about, words, points }) => [label, about, words, points]),
          )}`,
    ),
    ...under(
      "### What would raise the score most",
      result.levers.length === 0
        ? ""
        : `As if the document also showed this in a dated place of work. The lines do not add up among themselves.\n\n${table(
            ["Shown in work", "Points more", "Score then"],
            result.levers.map(({ skills, points, score }) => [skills, points, score]),
          )}`,
    ),
    ...under("### Ask at interview", list(result.questions.map(plain))),
  ];
}

function under(heading: string, block: string): string[] {
  return block === "" ? [] : [heading, block];
}

function requirementItem(one: RequirementView): string {
  const more = one.morePlaces > 0 ? [`and ${placesInWords(one.morePlaces)}`] : [];
  const facts = [...one.facts, ...more].map((fact) => `; ${plain(fact)}`).join("");
  const head = `**${plain(one.label)}** (${plain(one.about)}): ${plain(one.state)}, ${one.points} of ${one.of} points${facts}`;
  return [head, ...one.quotes.map(quoteLine)].join("\n\n");
}

function quoteLine({ quote, from }: QuoteView): string {
  return `> ${quoted(quote)}${from === "" ? "" : ` (${plain(from)})`}`;
}

function quoted({ parts, cutBefore, cutAfter }: Quote<Span>): string {
  const inside = parts
    .map(({ text, marked }) => (marked ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text)))
    .join("");
  return `${cutBefore ? "… " : ""}${startSafely(inside)}${cutAfter ? " …" : ""}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll("\n", "\n  ")}`).join("\n");
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
  return [line(heads), `|${" --- |".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}

/** Text on one line that means nothing to Markdown. */
export function plain(text: string): string {
  return startSafely(escapeMarkdown(text.replace(/\s+/g, " ").trim()));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|~^$#@]/g, "\\$&")
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? "")
    .replace(/(www)\./gi, "$1\\.")
    .replace(/:(?=\S)/g, "\\:");
}

/** What would begin a list, a rule, a heading or a fence at the start of a line. */
function startSafely(text: string): string {
  return text.replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

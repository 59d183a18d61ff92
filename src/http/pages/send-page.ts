/** The answer of a match as a page: HTML or Markdown, whichever the caller asked for. */
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { MatchAnswer } from "../../services/matches/match.ts";
import { toMatchAnswer } from "../wire/match.ts";
import { matchHtml } from "./match-html.ts";
import { matchMarkdown } from "./match-markdown.ts";
import { toPage } from "./match-page.ts";
import { PAGE_POLICY } from "./style.ts";

/** The media types of a page, for the description of a route that answers with one. */
export const PAGE_CONTENT = {
  "text/html": {
    schema: z.string().meta({
      description:
        "A page of its own to read, print or keep: scores, must-haves, the axes as a plot, every requirement with its places in the " +
        "document, what was not found, what to ask. It runs no script and loads nothing.",
    }),
  },
  "text/markdown": { schema: z.string().meta({ description: "The same page as Markdown." }) },
} as const;

export type PageType = keyof typeof PAGE_CONTENT;

const FACES = {
  "text/html": { write: matchHtml, file: "match.html" },
  "text/markdown": { write: matchMarkdown, file: "match.md" },
} as const satisfies Record<PageType, unknown>;

export function sendPage(reply: FastifyReply, type: PageType, matched: MatchAnswer, view: "full" | "summary") {
  const { write, file } = FACES[type];
  const page = toPage({
    answer: toMatchAnswer(matched, { view, offsets: "utf16" }),
    text: matched.text,
    kind: matched.reading.kind,
  });
  return reply
    .type(`${type}; charset=utf-8`)
    .header("content-security-policy", PAGE_POLICY)
    .header("content-disposition", `inline; filename="${file}"`)
    .send(write(page));
}

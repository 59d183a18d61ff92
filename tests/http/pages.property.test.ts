import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { matchHtml } from "../../src/http/pages/match-html.ts";
import { matchMarkdown, plain } from "../../src/http/pages/match-markdown.ts";
import { toPage } from "../../src/http/pages/match-page.ts";
import { quotesOf } from "../../src/http/pages/quotes.ts";
import { visible } from "../../src/http/pages/visible.ts";
import { pageInput } from "./pages-answer.ts";
import { elementsOf, textsOf } from "./pages-markup.ts";

const RUNS = { numRuns: 300 };

const pieces = [
  "<script>alert(1)</script>",
  "</style>",
  "</title>",
  "<img src=x onerror=alert(1)>",
  '"',
  "'",
  "`",
  "<",
  ">",
  "&",
  "&lt;",
  "&#60;",
  "' onload='x",
  '" style="color:red',
  "<!--",
  "-->",
  "]]>",
  "<svg/onload=alert(1)>",
  "javascript:alert(1)",
  "{{x}}",
  "${x}",
  "**",
  "__",
  "*a*",
  "[a](javascript:b)",
  "![a](//b)",
  "<http://a.b>",
  "`a`",
  "```",
  "# ",
  "\n# ",
  "\n\n- ",
  "1. ",
  "+ ",
  "=",
  "---",
  "| a | b |",
  "\\",
  "~~",
  "[^1]",
  "$a$",
  ":smile:",
  "@all",
  "\u202e",
  "\u200b",
  "\u0095",
  "\u0092",
  "\u00a0",
  "\u0007",
  "\t",
  "\r\n",
  "• ",
  " ",
  "Kubernetes",
  "a",
  "\u{1f600}",
  "ي",
];
/** What somebody would send who wants the page to do something. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 14 })
  .map((parts) => parts.join(""));

const HTML_ELEMENTS = new Set(
  (
    "html head meta title style body a header h1 h2 h3 p nav ul li main section table caption thead tbody tfoot tr th td figure svg desc line text " +
    "rect figcaption strong span bdi mark blockquote footer dl dt dd"
  ).split(" "),
);
const HTML_ATTRIBUTES = new Set(
  (
    "lang charset http-equiv content name class href id aria-label aria-labelledby aria-hidden scope colspan role viewBox preserveAspectRatio x x1 x2 y " +
    "y1 y2 width height text-anchor"
  ).split(" "),
);
const MARKDOWN_ELEMENTS = new Set(
  "html head body h1 h2 h3 p ul li table thead tbody tr th td blockquote strong".split(" "),
);

describe("whatever the document and the answer say", () => {
  test("the HTML page holds only the elements and attributes of its own templates, and links only into itself", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (said, before, behind) => {
        for (const { tagName, attrs } of elementsOf(
          matchHtml(toPage(pageInput(said, [before, said || "x", behind]))),
        )) {
          expect(HTML_ELEMENTS).toContain(tagName);
          for (const attribute of attrs) expect(HTML_ATTRIBUTES).toContain(attribute.name);
          for (const { value } of attrs.filter((one) => one.name === "href")) expect(value).toMatch(/^#[a-z0-9-]+$/);
        }
      }),
      RUNS,
    );
  });

  test("the HTML page shows it as text, unchanged", () => {
    fc.assert(
      fc.property(hostile, (said) => {
        const markup = matchHtml(toPage(pageInput(said)));
        expect(markup.match(/<(?:script|img|iframe|object|embed|link|base|form)/gi)).toBe(null);
        const questions = textsOf(markup, "li");
        expect(questions.map(oneSpace)).toContain(oneSpace(said.replaceAll("\0", "")));
      }),
      RUNS,
    );
  });

  test("the Markdown page means nothing to Markdown or HTML but what its own template says", () => {
    const markdown = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(hostile, hostile, hostile, (said, before, behind) => {
        const rendered = markdown.render(matchMarkdown(toPage(pageInput(said, [before, said || "x", behind]))));
        for (const { tagName } of elementsOf(rendered)) expect(MARKDOWN_ELEMENTS).toContain(tagName);
      }),
      RUNS,
    );
  });

  test("a text escaped for Markdown reads as it was", () => {
    const markdown = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(hostile, (said) => {
        const rendered = markdown.render(plain(said));
        expect(
          elementsOf(rendered)
            .map(({ tagName }) => tagName)
            .join(" "),
        ).toMatch(/^html head body( p)?$/);
        expect(oneSpace(textsOf(rendered, "body").join(""))).toBe(oneSpace(said.replaceAll("\0", "\ufffd")));
      }),
      RUNS,
    );
  });
});

describe("quotes", () => {
  const spans = fc.tuple(hostile, fc.string(), hostile, hostile).chain(([a, b, c, d]) => {
    const text = a + b + c + d + a + c;
    const offset = fc.nat({ max: text.length });
    const span = fc.tuple(offset, offset).map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }));
    return fc.tuple(fc.constant(text), fc.array(span, { maxLength: 6 }));
  });

  test("hold every span once, in order, marked and nothing else marked", () => {
    fc.assert(
      fc.property(spans, ([text, places]) => {
        const quotes = quotesOf(text, places);
        expect(quotes.flatMap((quote) => quote.places)).toEqual(
          places.toSorted((x, y) => x.start - y.start || x.end - y.end),
        );
        for (const quote of quotes) {
          const marked = quote.parts.filter((part) => part.marked).map((part) => part.text);
          const whole = quote.places.map(({ start, end }) => visible(text.slice(start, end)));
          for (const one of whole) expect(marked.join("\0")).toContain(one);
        }
      }),
      RUNS,
    );
  });
});

function oneSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

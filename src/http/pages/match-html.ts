/** A match as a page of its own: no script, nothing loaded, everything of the document escaped. */
import { axesPlot, valueBar } from "./axes-plot.ts";
import { type Html, html, toText, trusted } from "./html.ts";
import {
  type AxesView,
  isUnscorable,
  type LeverView,
  type NoticeView,
  type OpenView,
  type Page,
  type QuoteView,
  type RequirementView,
  type ResultView,
} from "./match-page.ts";
import type { Quote, Span } from "./quotes.ts";
import { PAGE_POLICY_INSIDE, STYLE } from "./style.ts";
import { placesInWords } from "./words.ts";

export function matchHtml(page: Page): string {
  return toText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY_INSIDE}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${page.title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#results">Skip to the results</a>
<header>
<h1>${page.title}</h1>
<p class="lead">${page.lead}</p>
${contents(page)}
</header>
<main id="results">
${atAGlance(page)}
${page.notices.length > 0 && notices(page.notices)}
${isUnscorable(page) ? notScoredSection(page) : page.results.map((result, index) => resultSection(result, index, page))}
</main>
<footer>
${receipt(page.receipt)}
</footer>
</body>
</html>
`);
}

function contents(page: Page): Html {
  const { results, notices } = page;
  const sections = isUnscorable(page) ? ["Not scored"] : results.map(({ name }) => name);
  return html`<nav aria-label="On this page"><ul>
<li><a href="#glance">At a glance</a></li>
${notices.length > 0 && html`<li><a href="#notices">To look at</a></li>`}
${sections.map((name, index) => html`<li><a href="#result-${index + 1}">${name}</a></li>`)}
<li><a href="#receipt">Receipt</a></li>
</ul></nav>`;
}

function atAGlance({ results, axes, scoreWord }: Page): Html {
  return html`<section aria-labelledby="glance">
<h2 id="glance">At a glance</h2>
<table class="lines glance">
<thead><tr><th scope="col">Profile</th><th scope="col" class="number">${scoreWord}</th><th scope="col">Must-haves</th></tr></thead>
<tbody>
${results.map(
  ({
    name,
    score,
    mustHaves,
  }) => html`<tr><th scope="row">${name}</th><td class="number">${score ?? "Not scored"}</td><td>${mustHaves}</td></tr>
`,
)}</tbody>
</table>
${axes && axesFigure(axes)}
</section>`;
}

function axesFigure(axes: AxesView): Html {
  return html`<h3>DevOps, MLOps and shared ground</h3>
<figure>
${axesPlot(axes)}
<figcaption>${axes.lean} ${axes.pushed.join(" ")} Shared ground counts, and does not tell the two apart.</figcaption>
</figure>`;
}

function notices(all: readonly NoticeView[]): Html {
  return html`<section aria-labelledby="notices">
<h2 id="notices">To look at</h2>
<p class="note">What a person should see, and what had to be assumed while reading. None of it changes a score.</p>
<ul class="notices">
${all.map(
  ({ kind, title, detail, quotes }) => html`<li class="${kind}"><strong>${title}.</strong> ${detail}
${quotes.map((quote) => html`<blockquote><p>${quoted(quote)}</p></blockquote>`)}</li>
`,
)}</ul>
</section>`;
}

function resultSection(result: ResultView, index: number, page: Page): Html {
  return html`<section class="result" aria-labelledby="result-${index + 1}">
<h2 id="result-${index + 1}">${result.name}</h2>
${result.score !== null && scored(result, result.score, page)}
</section>
`;
}

/** What cannot be read cannot be read against any profile; the reasons are the same for all. */
function notScoredSection({ results }: Page): Html {
  return html`<section aria-labelledby="result-1">
<h2 id="result-1">Not scored</h2>
<p>The document could not be read well enough. That is no zero, and says nothing about the person.</p>
<ul>${results[0]?.reasons.map((reason) => html`<li>${reason}</li>`) ?? null}</ul>
</section>`;
}

function scored(result: ResultView, score: string, { scoreWord, openLead }: Page): Html {
  return html`<p class="score"><strong>${score}</strong> <span>of 100 · ${scoreWord.toLowerCase()}</span></p>
<p>${result.summary}</p>
<p class="note">${result.version}.</p>
${result.musts.length > 0 && mustHaves(result.musts)}
${result.found.length > 0 && found(result, score)}
${result.open.length > 0 && open(result.open, openLead)}
${result.levers.length > 0 && levers(result.levers)}
${result.questions.length > 0 && questions(result.questions)}`;
}

function mustHaves(musts: ResultView["musts"]): Html {
  return html`<h3>Must-haves</h3>
<ul class="musts">
${musts.map(
  ({
    label,
    met,
    words,
  }) => html`<li class="${met ? "met" : "unmet"}"><span class="sign" aria-hidden="true">${met ? "✓" : "○"}</span>${label}: ${words}</li>
`,
)}</ul>
<p class="note">Told beside the score, which they never bend.</p>`;
}

function found({ found: requirements, name }: ResultView, score: string): Html {
  return html`<h3>What the document shows</h3>
<table>
<caption>Requirements of ${name}, most points first, with the places behind them</caption>
<thead><tr><th scope="col">Requirement</th><th scope="col" class="state">How it stands</th><th scope="col" class="number">Points</th></tr></thead>
${requirements.map(requirementRows)}
<tfoot><tr><th scope="row" colspan="2">Together</th><td class="number"><strong>${score}</strong></td></tr></tfoot>
</table>
<p class="note">Points are shown with one decimal; in thousandths they add up to the score exactly.</p>`;
}

function requirementRows(one: RequirementView): Html {
  const facts = one.facts.join("; ");
  return html`<tbody>
<tr><th scope="rowgroup">${one.label}<span class="about">${one.about}</span></th><td class="state">${one.state}</td><td class="number">${one.points} of ${one.of}${valueBar(one.value)}</td></tr>
${(facts !== "" || one.quotes.length > 0) && html`<tr class="why"><td colspan="3">${facts !== "" && html`<span class="facts">${capitalised(facts)}</span>`}${one.quotes.map(quoteBlock)}${morePlaces(one.morePlaces)}</td></tr>`}
</tbody>
`;
}

function quoteBlock({ quote, from }: QuoteView): Html {
  return html`<blockquote><p>${quoted(quote)}${from !== "" && html` <span class="from">(${from})</span>`}</p></blockquote>`;
}

function morePlaces(count: number): Html | false {
  return count > 0 && html`<span class="facts">and ${placesInWords(count)}</span>`;
}

/** Isolated, so that text of another direction cannot rearrange what stands around it. */
function quoted({ parts, cutBefore, cutAfter }: Quote<Span>): Html {
  return html`<bdi>${cutBefore && "… "}${parts.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}${cutAfter && " …"}</bdi>`;
}

function open(all: readonly OpenView[], lead: string): Html {
  return html`<h3>Not found, or not shown far enough</h3>
<p>${lead}</p>
<table class="lines">
<thead><tr><th scope="col">Requirement</th><th scope="col">In the document</th><th scope="col" class="number">Points open</th></tr></thead>
<tbody>
${all.map(
  ({
    label,
    about,
    words,
    points,
  }) => html`<tr><th scope="row">${label}<span class="about">${about}</span></th><td>${capitalised(words)}</td><td class="number">${points}</td></tr>
`,
)}</tbody>
</table>`;
}

function levers(all: readonly LeverView[]): Html {
  return html`<h3>What would raise the score most</h3>
<p>The score, worked out again as if the document also showed this in a dated place of work for the months stated. If you have done this, say where; a word by itself earns little. The lines do not add up among themselves.</p>
<table class="lines">
<thead><tr><th scope="col">Shown in work</th><th scope="col" class="number">Points more</th><th scope="col" class="number">Score then</th></tr></thead>
<tbody>
${all.map(
  ({
    skills,
    points,
    score,
  }) => html`<tr><th scope="row">${skills}</th><td class="number">${points}</td><td class="number">${score}</td></tr>
`,
)}</tbody>
</table>`;
}

function questions(all: readonly string[]): Html {
  return html`<h3>Ask at interview</h3>
<ul>${all.map((question) => html`<li>${question}</li>`)}</ul>`;
}

function receipt(lines: Page["receipt"]): Html {
  return html`<h2 id="receipt">Receipt</h2>
<p class="note">What this page was made of. The same text, versions and day give the same figures.</p>
<dl class="receipt">
${lines.map(
  ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>
`,
)}</dl>`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

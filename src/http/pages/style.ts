/** The one stylesheet of a page and the policy that lets it, and nothing else, be used. */
import { createHash } from "node:crypto";

export const STYLE = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #4b5563; --line: #d4d9e0; --wash: #f4f6f8; --devops: #1d5fa6; --mlops: #9a4a00; --shared: #56616e; --good: #14633a; --open: #8a3a00 }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: #fff; color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
header, main, footer { max-width: 56rem; margin: 0 auto; padding: 0 1rem }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .5rem 1rem }
a { color: #1d4f91 }
a:focus-visible { outline: 3px solid #1d4f91; outline-offset: 2px }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 2rem 0 .5rem; text-wrap: balance }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 2px solid var(--ink) }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem }
p, ul, ol, table, figure, blockquote, dl { margin: 0 0 .75rem }
ul, ol { padding-left: 1.4rem }
li { margin: .15rem 0 }
.lead, .note, .about, .facts, figcaption, .from { color: var(--soft) }
.note, .about, .facts, figcaption, .from { font-size: .875rem }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
nav a { display: inline-block; padding: .25rem 0 }
table { width: 100%; border-collapse: collapse }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .35rem }
th, td { text-align: left; vertical-align: top; padding: .45rem .5rem; overflow-wrap: anywhere }
thead th { font-size: .8125rem; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--soft); vertical-align: bottom }
tbody tr:first-child > *, tfoot tr > * { border-top: 1px solid var(--line) }
.lines tbody tr > * { border-top: 1px solid var(--line) }
.glance th[scope=row] { width: 45% }
thead + tbody > tr:first-child > * { border-top: 0 }
th[scope=row], th[scope=rowgroup] { font-weight: 600 }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; width: 6.5rem }
.state { width: 9rem }
.about { display: block; font-weight: 400 }
tr.why > td { padding-top: 0 }
.bar { display: block; width: 100%; height: .375rem; margin-top: .35rem }
.bar .whole, .plot .whole { fill: #e3e7ec }
.bar .part { fill: var(--shared) }
.plot { display: block; width: 100%; max-width: 28rem; margin-bottom: .5rem; height: auto; font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
.plot text { fill: var(--ink) }
.plot .tick { fill: var(--soft); font-size: 11px }
.plot line { stroke: #b6bec8 }
.plot .devops { fill: var(--devops) }
.plot .mlops { fill: var(--mlops) }
.plot .shared { fill: var(--shared) }
.score { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75rem; margin: 0 0 .5rem }
.score strong { font-size: 2.5rem; line-height: 1.2; font-variant-numeric: tabular-nums }
blockquote { margin: .35rem 0; padding: .1rem 0 .1rem .75rem; border-left: 3px solid var(--line); overflow-wrap: anywhere }
blockquote p { margin: 0 }
mark { background: #ffec99; color: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: .15em; padding: 0 .1em }
.musts { list-style: none; padding: 0 }
.musts li { padding-left: 1.6rem; position: relative }
.sign { position: absolute; left: 0; font-weight: 700 }
.met .sign { color: var(--good) }
.unmet .sign { color: var(--open) }
.notices { list-style: none; padding: 0 }
.notices > li { border-left: 4px solid var(--line); background: var(--wash); padding: .5rem .75rem; margin: .5rem 0 }
.notices > .flag { border-color: var(--open) }
.receipt { font-size: .875rem; display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem }
.receipt dt { color: var(--soft) }
.receipt dd { margin: 0; overflow-wrap: anywhere; font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .8125rem }
footer { margin-top: 2rem; padding-bottom: 2rem }
@media (max-width: 34rem) {
  h1 { font-size: 1.35rem }
  h2 { font-size: 1.2rem }
  th, td { padding: .4rem .35rem }
  .number { width: 4.75rem }
  .state { width: 6rem }
  .receipt { display: block }
  .receipt dd { margin-bottom: .5rem }
}
@media print {
  @page { margin: 16mm }
  html { font-size: 9.5pt }
  body { line-height: 1.4 }
  tfoot { display: table-row-group }
  h2 { font-size: 1.25rem; margin-top: 1.25rem }
  th, td { padding: .25rem .4rem }
  header, main, footer { max-width: none; padding: 0 }
  nav, .skip { display: none }
  h1 { margin-top: 0 }
  h2, h3, thead { break-after: avoid }
  tbody, tr, blockquote, li, figure { break-inside: avoid }
  .result { break-before: page }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`;

const HASH = createHash("sha256").update(STYLE, "utf8").digest("base64");

/** Holds in a saved copy, too, where it stands in the page itself. */
export const PAGE_POLICY_INSIDE = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'`;

export const PAGE_POLICY = `${PAGE_POLICY_INSIDE}; frame-ancestors 'none'`;

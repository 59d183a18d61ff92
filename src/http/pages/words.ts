/** How a page says what the answer says in codes and figures. */
import type { DocumentKind, Flag, Importance, Polarity, Section, State, Warning } from "../../engine/index.ts";
import { MONTH_NAMES } from "../../services/month-names.ts";

/** Thousandths as people are shown them: one decimal, halves up. */
export function oneDecimal(value: number): string {
  const tenths = Math.floor((Math.round(value * 1000) + 50) / 100);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

export const STATE_WORDS: { readonly [Kind in DocumentKind]: { readonly [Code in State]: string } } = {
  resume: {
    shown: "Shown in work",
    claimed: "Named only",
    implied: "Implied",
    notFound: "Not found",
    negated: "Said not to be there",
  },
  job: {
    shown: "Required",
    claimed: "Asked for",
    implied: "Implied",
    notFound: "Not found",
    negated: "Ruled out",
  },
};

export const IMPORTANCE_WORDS: { readonly [Code in Importance]: string } = {
  must: "Must-have",
  should: "Expected",
  nice: "Bonus",
};

export const SECTION_WORDS: { readonly [Code in Section]: string } = {
  header: "top of the document",
  summary: "summary",
  experience: "work experience",
  projects: "projects",
  skills: "list of skills",
  education: "education",
  certifications: "certifications",
  responsibilities: "responsibilities",
  requirements: "requirements",
  preferred: "nice to have",
  company: "about the company",
  benefits: "benefits",
  legal: "legal lines",
  other: "rest of the document",
};

/** Said beside a quote; empty for what needs no saying. */
export const POLARITY_WORDS: { readonly [Code in Polarity]: string } = {
  asserted: "",
  hedged: "hedged",
  negated: "said not to be there",
  aspirational: "wished for",
  hearsay: "of somebody else",
  required: "required",
  preferred: "preferred",
  named: "named",
  described: "described, not asked for",
  excluded: "ruled out",
  background: "background",
};

export const FLAG_WORDS: { readonly [Code in Flag["code"]]: string } = {
  "keyword-stuffing": "The same words over and over",
  "hidden-text": "Characters nobody can see",
  homoglyphs: "Letters of another script that look alike",
  "machine-instructions": "Sentences meant for a program",
};

export const WARNING_WORDS: { readonly [Code in Warning["code"]]: string } = {
  "open-ended-period": "A period without an end",
  "stated-exceeds-span": "More years stated than worked",
  "uniform-stated-years": "The same years for every skill",
  "language-not-read": "A language that is not read",
};

/** `2025-11` or `2025-11-23` as "November 2025" or "23 November 2025". */
export function inWords(date: string): string {
  const [year = "", month = "", day] = date.split("-");
  const name = MONTH_NAMES[Number(month) - 1] ?? month;
  return [day === undefined ? null : String(Number(day)), name, year].filter((part) => part !== null).join(" ");
}

export function monthsInWords(months: number): string {
  return months === 1 ? "1 month" : `${months} months`;
}

export function placesInWords(more: number): string {
  return more === 1 ? "one more place" : `${more} more places`;
}

export function listInWords(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

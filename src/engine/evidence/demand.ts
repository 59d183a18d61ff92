/** How a mention in a job post is meant: demanded, welcome, ruled out, or merely described. */
import type { Found, Hit } from "../skills/find.ts";
import { isListed } from "../skills/lists.ts";
import { CREDENTIAL, isAbstract, isOf, ROLE, SOFT_SKILL } from "../skills/traits.ts";
import { CLOSE, COLON, COMMA, OPEN, SLASH } from "../text/alphabet.ts";
import type { Folded } from "../text/fold.ts";
import { beforeGap, firstWord, holdsMark, holdsWord, pastGap } from "../text/units.ts";
import { lastEndingBy, type Spans, startsAt } from "../text/windows.ts";
import type { Polarity, Section } from "../types.ts";
import { type Clause, covers, governing, holds, isDirectlyBefore, lastEndWithin, lastStart, lastVerb } from "./cues.ts";
import { isBesideRole, isOfOthers, isOfSuperior } from "./others.ts";

/** How far before a name the words that ask for it may stand, and how short a line asks by itself. */
const ASKED_REACH = 200;
const SHORT_LINE = 60;

/**
 * Prose of a job post speaks of much that it does not ask for ("our agile teams automate deployment"). Outside the parts that state
 * demands or duties the last word before a name that says who is spoken of decides. Behind a word of knowledge a name is asked for;
 * behind "we" it is the firm's own; behind "you" a tool is asked for. Without such a word it is asked for in a list, beside a tool, or
 * in a short line.
 */
export function demandOf(
  folded: Folded,
  found: Found,
  k: number,
  runs: Int32Array,
  clause: Clause,
  section: Section,
  listed: boolean,
  /** Months stated for it: who asks for years asks. */
  months: number | null,
): Polarity {
  const hit = found.hits[k] as Hit;
  const polarity = jobPolarity(folded, found, hit, clause, section, months);
  if (polarity === "named" && months !== null) return "required";
  if ((polarity !== "named" && polarity !== "required") || section !== "other") return polarity;
  if (isDutyBullet(folded, found.cues, clause)) return polarity;
  const voice = voiceBefore(folded, found, hit, clause);
  const isApart = isAbstract(hit) && (isLabel(folded, hit) || startsAt(found.cues.people, hit.end + 1));
  if (voice === "firm" || (isApart && voice !== "knowledge")) return "described";
  const asked =
    voice === "knowledge" ||
    (voice === "reader" && !isAbstract(hit)) ||
    (isOf(ROLE, hit) && (isSpokenTo(found, hit, clause) || covers(found.cues.addressed, hit.end - 1))) ||
    (isOf(SOFT_SKILL, hit) && polarity === "required") ||
    listed ||
    isBehindLabel(folded, hit) ||
    (clause.end - clause.start < SHORT_LINE && !(isAbstract(hit) && isDuty(found, hit, clause))) ||
    isBesideTool(folded, found.hits, k, runs);
  return asked ? polarity : "described";
}

/** Whose the name is, by the last word before it that says so. */
function voiceBefore(
  folded: Folded,
  { cues }: Found,
  hit: Hit,
  clause: Clause,
): "knowledge" | "firm" | "reader" | null {
  const from = Math.max(clause.start, hit.start - ASKED_REACH);
  const knowledge = lastEndWithin(cues.knowledge, from, hit.start);
  const reader = lastEndWithin(cues.reader, from, hit.start);
  const firm = Math.max(lastEndWithin(cues.firm, from, hit.start), firmOwner(cues.firmOwns, clause.start, hit.start));
  // A firm that lists what it has says what one has to know: "Our stack: Kubernetes".
  const isFirm = (firm > knowledge && firm > reader) || (firm >= 0 && isFirmsOwn(cues, hit, clause));
  if (isFirm) return holdsMark(folded, COLON, firm, hit.start) ? "knowledge" : "firm";
  if (reader > knowledge) return "reader";
  return knowledge < 0 && lastEndWithin(cues.matter, from, hit.start) < 0 ? null : "knowledge";
}

/** "Our …" at the start of a sentence, or directly before the name. */
function firmOwner(spans: Spans, clauseStart: number, start: number): number {
  const last = lastEndingBy(spans, start);
  if (last < 0) return -1;
  if ((spans[2 * last + 1] as number) >= start - 1) return spans[2 * last + 1] as number;
  const first = lastEndingBy(spans, clauseStart) + 1;
  return first <= last && (spans[2 * first] as number) - clauseStart <= 2 && start - clauseStart <= ASKED_REACH
    ? (spans[2 * first + 1] as number)
    : -1;
}

/** Where the sentence opens as duties do ("Provide guidance on …"), or -1. */
function dutyAt(folded: Folded, { duty }: Found["cues"], clause: Clause): number {
  const first = firstWord(folded, clause.start, Math.min(clause.end, clause.start + MOST_INDENT));
  return startsAt(duty, first) ? first : -1;
}

/** A bullet that opens as duties do states one, whatever stands above its list. */
function isDutyBullet(folded: Folded, cues: Found["cues"], clause: Clause): boolean {
  const first = dutyAt(folded, cues, clause);
  if (first < 0) return false;
  const mark = lastVisible(folded.text, (folded.at[first] as number) - 1);
  if (mark < 0 || !BULLETS.includes(folded.text.charAt(mark))) return false;
  const before = lastVisible(folded.text, mark - 1);
  return before < 0 || folded.text.charAt(before) === "\n";
}

const BULLETS = "-*•●▪·–+";

/** Index of the last character up to `i` that is no blank within a line, or -1. */
function lastVisible(text: string, i: number): number {
  let at = i;
  while (at >= 0 && i - at < MOST_INDENT && " \t\u00a0".includes(text.charAt(at))) at--;
  return at;
}

/** No line is indented further: bounds the work where a text is all blanks and marks. */
const MOST_INDENT = 80;

/** "Design complex tests": what is done rather than what is known. */
function isDuty(found: Found, hit: Hit, clause: Clause): boolean {
  return lastVerb(found.cues.deepVerb, hit, clause) >= 0 || lastVerb(found.cues.lightVerb, hit, clause) >= 0;
}

/** "Methods: Scrum". */
function isBehindLabel({ classes }: Folded, { start }: Hit): boolean {
  return start > 1 && classes[beforeGap(classes, start)] === COLON;
}

/** "Databases: Oracle": the heading of a list, not a member. */
function isLabel({ classes }: Folded, { end }: Hit): boolean {
  return classes[pastGap(classes, end)] === COLON;
}

/** Whether a direct neighbour in the list is a tool, language or platform. */
function isBesideTool(folded: Folded, hits: readonly Hit[], k: number, runs: Int32Array): boolean {
  if ((runs[k] as number) < 2) return false;
  const hit = hits[k] as Hit;
  return [hits[k - 1], hits[k + 1]].some(
    (other) => other !== undefined && !isAbstract(other) && !isOf(ROLE, other) && isListed(folded, hit, other),
  );
}

/** Job posts: what is said in the sentence outweighs what its heading says. */
function jobPolarity(
  folded: Folded,
  found: Found,
  hit: Hit,
  clause: Clause,
  section: Section,
  months: number | null,
): Polarity {
  const { cues } = found;
  if (holds(cues.legalese, clause.start, clause.end)) return "background";
  const spoken = isSpokenTo(found, hit, clause);
  if (section === "company" || section === "benefits" || section === "legal")
    return section === "company" && spoken ? "named" : "background";
  if (isDirectlyBefore(folded.classes, cues.negationBefore, hit.start) && !covers(cues.negationFalse, hit.start - 1))
    return "excluded";
  const bracket = bracketOf(folded, hit, clause);
  if (
    bracket &&
    (holds(cues.welcome, bracket.start, bracket.end) || holds(cues.welcomeAhead, bracket.start, hit.start))
  )
    return "preferred";
  const contrast = lastStart(cues.contrast, clause.start, hit.start);
  const half = halfOf(found, hit, clause);
  const isWelcome = isWelcomeIn(folded, found, hit, half, months !== null);
  if (governing(cues.exclusion, clause.start, hit.start, contrast) >= 0 && !isWelcome) return "excluded";
  if (isWelcome) return "preferred";
  if (isRoleOrTradeOfOthers(folded, found, hit, clause)) return "described";
  if (!spoken && holds(cues.praise, clause.start, clause.end)) return "described";
  if (section === "preferred") return "preferred";
  if (section === "requirements") return "required";
  return !isFirmsOwn(cues, hit, clause) &&
    isDemanded(folded, cues, hit, half, !isOf(SOFT_SKILL, hit) && dutyAt(folded, cues, clause) >= 0)
    ? "required"
    : "named";
}

/** Whether the sentence, before the hit, says whom the firm hires or speaks to the one who is hired. */
function isSpokenTo({ cues }: Found, hit: Hit, clause: Clause): boolean {
  return (
    governing(cues.hiring, clause.start, hit.start, -1) >= 0 || lastStart(cues.addressed, clause.start, hit.start) >= 0
  );
}

function isRoleOrTradeOfOthers(folded: Folded, found: Found, hit: Hit, clause: Clause): boolean {
  if (isOf(SOFT_SKILL, hit)) return false;
  if (isOfSuperior(found, hit, clause)) return true;
  return isOf(ROLE, hit) ? isBesideRole(folded, found, hit, clause) : isOfOthers(folded, found, hit, clause);
}

/** "We have deep expertise in Kafka": a sentence on the firm that turns to nobody. */
function isFirmsOwn(cues: Found["cues"], hit: Hit, clause: Clause): boolean {
  const opens = (spans: Spans) => {
    const k = lastEndingBy(spans, clause.start) + 1;
    const start = spans[2 * k] as number;
    // "Our technologies include …" lists what one has to know.
    return 2 * k < spans.length && start - clause.start <= 2 && start < hit.start && !startsAt(cues.knowledge, start);
  };
  const turns = [cues.reader, cues.hiring, cues.addressed].some((spans) => holds(spans, clause.start, clause.end));
  return !turns && (opens(cues.firm) || opens(cues.firmOwns));
}

/** The part of a clause between the "but" before a hit and the one behind it. */
function halfOf({ cues: { turn } }: Found, hit: Hit, clause: Clause): Clause {
  const k = lastEndingBy(turn, hit.start);
  const before = k < 0 ? -1 : (turn[2 * k] as number);
  const after = 2 * (k + 1) < turn.length ? (turn[2 * (k + 1)] as number) : clause.end;
  return { start: Math.max(clause.start, before), end: Math.min(clause.end, after) };
}

/**
 * Whether a word of demand stands in the half, none that tells what the work or the data need. In a sentence that states a duty
 * praise is of how the work is done ("Provide hands-on help with …"), but for that of knowledge ("with deep knowledge of …").
 */
function isDemanded(folded: Folded, cues: Found["cues"], hit: Hit, half: Clause, isDuty: boolean): boolean {
  const { classes } = folded;
  const { demand, welcome } = cues;
  // "While deep knowledge of Rust isn't required, you'll run …": the demand is part of what is not needed.
  const said = lastEndWithin(welcome, half.start, hit.start);
  const from = Math.max(half.start, hit.start - CUE_REACH, said >= 0 && classes[said] === COMMA ? said : 0);
  const to = Math.min(half.end, hit.end + CUE_REACH);
  for (let k = lastEndingBy(demand, from) + 1; 2 * k < demand.length && (demand[2 * k] as number) < to; k++)
    if (
      (demand[2 * k] as number) >= from &&
      isOfHit(folded, cues, hit, demand[2 * k] as number) &&
      !(isDuty && isOfWork(cues, demand[2 * k] as number, demand[2 * k + 1] as number))
    )
      return true;
  return false;
}

/** "Hands-on", "strong": praise, and not of what somebody knows. */
function isOfWork({ demandAhead, knowledge }: Found["cues"], start: number, end: number): boolean {
  return startsAt(demandAhead, start) && !startsAt(knowledge, start) && !startsAt(knowledge, end + 1);
}

/** Whether a word of demand that starts at `start` asks for the hit rather than for what stands behind it, or is a part of its name. */
function isOfHit({ classes }: Folded, { demandAhead, demandFalse }: Found["cues"], hit: Hit, start: number): boolean {
  if (covers(demandFalse, start)) return false;
  if (start < hit.start) return true;
  if (start < hit.end) return isOf(SOFT_SKILL, hit) || isOf(CREDENTIAL, hit);
  return (
    start - hit.end <= TOUCH_REACH || classes[beforeGap(classes, start)] === COLON || !startsAt(demandAhead, start)
  );
}

const TOUCH_REACH = 3;

/** How far off a word of welcome or demand may stand, in folded units: sentences of lost line breaks run on for ever. */
const CUE_REACH = 400;

/** A cue in brackets touches only what stands in the same brackets, or directly before them: "Java, Kotlin (a plus)". */
function isWelcomeIn(folded: Folded, { cues }: Found, hit: Hit, half: Clause, hasMonths: boolean): boolean {
  const { welcome, welcomeAhead, welcomeFalse } = cues;
  // "(ideally GCP), and Terraform": what is said in brackets stays in them; a bracket around the hit is asked for before.
  const ahead = governing(welcomeAhead, half.start, hit.start, -1);
  if (ahead >= 0 && !isBracketed(folded, ahead, half)) return true;
  const from = Math.max(half.start, hit.start - CUE_REACH);
  const to = Math.min(half.end, hit.end + CUE_REACH);
  for (let k = lastEndingBy(welcome, from) + 1; 2 * k < welcome.length && (welcome[2 * k] as number) < to; k++) {
    const start = welcome[2 * k] as number;
    if (
      start < from ||
      covers(welcomeFalse, start) ||
      isOfAnother(folded, cues, hit, [start, welcome[2 * k + 1] as number], hasMonths)
    )
      continue;
    if (!isBracketed(folded, start, half) || isBracketBehind(folded, hit, start, welcome[2 * k + 1] as number))
      return true;
  }
  return false;
}

/**
 * Whether a welcome speaks of another name: "Rust is a plus, Go a must"; "Go is required, Rust a plus"; "five years of work in Go, Rust
 * a plus". `hasMonths` tells that years are stated for the hit.
 */
function isOfAnother(
  { classes }: Folded,
  cues: Found["cues"],
  hit: Hit,
  [start, end]: readonly [number, number],
  hasMonths: boolean,
): boolean {
  if (end <= hit.start) return classes[end] === COMMA || startsAt(cues.must, hit.end + 1);
  if (start < hit.end) return false;
  if (lastStart(cues.must, hit.end, start) >= 0) return true;
  if (!hasMonths || classes[hit.end] === COMMA) return false;
  for (let i = hit.end; i < start; i++) if (classes[i] === COMMA) return true;
  return false;
}

/** Whether `[start, end)` fills the bracket that is the next mark behind the hit: "Java and Kotlin (a plus)". */
function isBracketBehind({ classes }: Folded, hit: Hit, start: number, end: number): boolean {
  if (start <= hit.end || start - hit.end > BRACKET_REACH || classes[start - 1] !== OPEN || classes[end] !== CLOSE)
    return false;
  for (let i = hit.end; i < start - 1; i++) {
    const value = classes[i];
    if (value === COMMA || value === OPEN || value === CLOSE || value === SLASH) return false;
  }
  return true;
}

const BRACKET_REACH = 120;

function bracketOf(folded: Folded, hit: Hit, clause: Clause): Clause | null {
  const { classes } = folded;
  let start = -1;
  for (let i = hit.start - 1; i >= clause.start && i > hit.start - BRACKET_REACH; i--) {
    if (classes[i] === CLOSE) return null;
    if (classes[i] === OPEN) {
      start = i;
      break;
    }
  }
  if (start < 0) return null;
  for (let i = hit.end; i < clause.end && i < hit.end + BRACKET_REACH; i++)
    if (classes[i] === CLOSE) return { start, end: i };
  return null;
}

function isBracketed(folded: Folded, position: number, clause: Clause): boolean {
  const { classes } = folded;
  for (let i = position - 1; i >= clause.start && i > position - BRACKET_REACH; i--) {
    if (classes[i] === CLOSE) return false;
    // "(Great to have) Kafka": a bracket that opens the line speaks of all behind it.
    if (classes[i] === OPEN) return classes[pastGap(classes, position)] !== COMMA && holdsWord(folded, clause.start, i);
  }
  return false;
}

/** Folds a text into the alphabet spellings are compared in, keeping for every folded unit where it stood. */
import {
  AMPERSAND,
  APOSTROPHE,
  BULLET,
  CLASS_OF,
  COMMA,
  DASH,
  DOT,
  FIRST_SPECIAL,
  FOREIGN,
  GAP,
  HYPHEN,
  INVISIBLE,
  isLetter,
  isWord,
  LIGATURE,
  ligatureClasses,
  NEWLINE,
  OTHER,
  SLASH,
  SPACE,
  STOP,
  SURROGATE,
} from "./alphabet.ts";
import { numberOfUnits, wordNumbers } from "./word-numbers.ts";

/** A folded text. All positions are indexes of folded units; `at` leads back to the caller's text. */
export interface Folded {
  readonly text: string;
  readonly length: number;
  /** Class of each unit; one unit of `OTHER` stands behind the last. */
  readonly classes: Uint8Array;
  /** Offset in the text of each unit; the text's length behind the last. */
  readonly at: Int32Array;
  /** Where sentences, bullets and lines begin, ascending, the first at 0. */
  readonly sentences: readonly number[];
  /** Where lines begin, ascending, the first at 0. */
  readonly lines: readonly number[];
  /** Offsets of invisible characters between letters. */
  readonly invisible: readonly number[];
  /** Whether letters of another script stand in the text. */
  readonly foreign: boolean;
}

interface Writer {
  classes: Uint8Array;
  at: Int32Array;
  n: number;
  sentences: number[];
  lines: number[];
  invisible: number[];
  foreign: boolean;
}

/** Words before a full stop that do not end a sentence. */
const ABBREVIATIONS: ReadonlySet<number> = wordNumbers(
  "eg ie vs sr jr mr mrs ms dr prof inc ltd co corp dept approx no nos st ave fig incl resp min max yrs yr mos",
);

/** Room to fold into, used again from text to text by those who are done with one before they fold the next. */
export interface Room {
  classes: Uint8Array;
  at: Int32Array;
  /** How many units were written last; everything behind them is `OTHER`. */
  used: number;
}

export function newRoom(): Room {
  return { classes: new Uint8Array(0), at: new Int32Array(0), used: 0 };
}

/** Texts longer than this get room of their own, which is not kept. */
const MOST_KEPT = 1 << 17;

export function fold(text: string): Folded {
  return foldInto(null, text);
}

/** With a room the answer is valid until that room is used again. */
export function foldInto(room: Room | null, text: string): Folded {
  const size = text.length;
  const kept = room && size <= MOST_KEPT ? roomFor(room, size + SPARE) : null;
  const out: Writer = {
    classes: kept?.classes ?? new Uint8Array(size + SPARE),
    at: kept?.at ?? new Int32Array(size + SPARE),
    n: 0,
    sentences: [0],
    lines: [0],
    invisible: [],
    foreign: false,
  };
  for (let i = 0; i < size; ) {
    i = foldPlain(out, text, i);
    if (i < size) i = act(out, text, i, CLASS_OF[text.charCodeAt(i)] as number);
  }
  out.classes[out.n] = OTHER;
  out.at[out.n] = size;
  if (kept && out.classes === kept.classes) {
    if (kept.used > out.n) out.classes.fill(OTHER, out.n, kept.used);
    kept.used = out.n;
  }
  return {
    text,
    length: out.n,
    classes: out.classes,
    at: out.at,
    sentences: out.sentences,
    lines: out.lines,
    invisible: out.invisible,
    foreign: out.foreign,
  };
}

function roomFor(room: Room, size: number): Room {
  if (room.classes.length < size) {
    room.classes = new Uint8Array(size * 2);
    room.at = new Int32Array(size * 2);
    room.used = 0;
  }
  return room;
}

/** Folds letters, digits, most marks and lone spaces, by far the commonest, up to the first character that asks for more. */
function foldPlain(out: Writer, text: string, from: number): number {
  const { classes, at } = out;
  const size = text.length;
  let n = out.n;
  let i = from;
  for (; i < size; i++) {
    let value = CLASS_OF[text.charCodeAt(i)] as number;
    if (value >= FIRST_SPECIAL) {
      // A gap before a joint is none, one behind it neither: both are left to `act`.
      if (value !== SPACE || i + 1 >= size || isJoint(classes, n)) break;
      if ((CLASS_OF[text.charCodeAt(i + 1)] as number) >= FIRST_SPECIAL) break;
      value = GAP;
    }
    classes[n] = value;
    at[n++] = i;
  }
  out.n = n;
  return i;
}

function isJoint(classes: Uint8Array, n: number): boolean {
  const before = n > 0 ? classes[n - 1] : OTHER;
  return before === SLASH || before === AMPERSAND;
}

/** Offset just behind unit `i` in the text. */
export function endOf(folded: Folded, i: number): number {
  const offset = folded.at[i] as number;
  const code = folded.text.charCodeAt(offset);
  return offset + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
}

/** A line as written, `[from, to)` in folded units, with the bullet and blanks that stand before its first unit, none of the next line. */
export function lineText(folded: Folded, from: number, to: number): string {
  const { text, at } = folded;
  const floor = from > 0 ? (at[from - 1] as number) : 0;
  let start = at[from] as number;
  while (start > floor && CLASS_OF[text.charCodeAt(start - 1)] !== NEWLINE) start--;
  let end = at[from] as number;
  while (end < (at[to] as number) && CLASS_OF[text.charCodeAt(end)] !== NEWLINE) end++;
  return text.slice(start, end).trim();
}

function write(out: Writer, value: number, offset: number): void {
  out.classes[out.n] = value;
  out.at[out.n++] = offset;
}

/** Room behind the last unit, so that a ligature fits in. */
const SPARE = 8;

/** Ligatures alone make the folded text longer than what is left of the text. */
function makeRoom(out: Writer, left: number): void {
  if (out.n + left + SPARE <= out.classes.length) return;
  const classes = new Uint8Array(out.classes.length * 2);
  const at = new Int32Array(out.at.length * 2);
  classes.set(out.classes);
  at.set(out.at);
  out.classes = classes;
  out.at = at;
}

/** "CI / CD" and "CI/CD", "build & release" and "build&release" are spelt alike. */
function writeJoint(out: Writer, text: string, i: number, value: number): number {
  if (out.n > 0 && out.classes[out.n - 1] === GAP) out.n--;
  write(out, value, i++);
  while (i < text.length && CLASS_OF[text.charCodeAt(i)] === SPACE) i++;
  return i;
}

function act(out: Writer, text: string, i: number, value: number): number {
  switch (value) {
    case SLASH:
    case AMPERSAND:
      return writeJoint(out, text, i, value);
    case FOREIGN:
      out.foreign = true;
      write(out, value, i);
      return i + 1;
    case STOP:
      return stop(out, text, i);
    case SPACE:
    case HYPHEN:
    case DASH:
    case NEWLINE:
      return gap(out, text, i);
    case BULLET:
      write(out, OTHER, i);
      markSentence(out);
      return i + 1;
    case INVISIBLE:
      if (out.n > 0 && isWord(out.classes[out.n - 1] as number)) out.invisible.push(i);
      return i + 1;
    case LIGATURE:
      makeRoom(out, text.length - i);
      for (const letter of ligatureClasses(text.charCodeAt(i))) write(out, letter, i);
      return i + 1;
    case SURROGATE:
      return surrogate(out, text, i);
    default:
      return i + 1;
  }
}

function surrogate(out: Writer, text: string, i: number): number {
  const code = text.codePointAt(i) as number;
  const letters = code >= 0x10000 && !(code >= 0x1f000 && code < 0x1fb00);
  write(out, letters ? FOREIGN : OTHER, i);
  if (letters) out.foreign = true;
  if (!letters) markSentence(out);
  return i + (code > 0xffff ? 2 : 1);
}

function markSentence(out: Writer): void {
  if (out.sentences[out.sentences.length - 1] !== out.n) out.sentences.push(out.n);
}

function stop(out: Writer, text: string, i: number): number {
  const dot = text[i] === "." || text[i] === "．";
  write(out, dot ? DOT : OTHER, i);
  if (!dot || endsSentence(out, text, i)) markSentence(out);
  return i + 1;
}

/** A full stop before a space ends a sentence unless an abbreviation or a small letter speaks against it. */
function endsSentence(out: Writer, text: string, i: number): boolean {
  if (isGlued(text, i)) return true;
  const next = i + 1 < text.length ? (CLASS_OF[text.charCodeAt(i + 1)] as number) : SPACE;
  if (next !== SPACE && next !== NEWLINE && next !== BULLET && next !== DASH) return false;
  let after = i + 1;
  while (after < text.length && after < i + 6 && CLASS_OF[text.charCodeAt(after)] === SPACE) after++;
  const code = text.charCodeAt(after);
  if (code >= 97 && code <= 122) return false;
  const stop = out.n - 1;
  let from = stop;
  while (from > 0 && stop - from < 7 && (isLetter(out.classes[from - 1] as number) || out.classes[from - 1] === DOT))
    from--;
  return !ABBREVIATIONS.has(numberOfUnits(out.classes, from, stop));
}

/** "…of the tools.Built pipelines": a small letter before, a capitalised word behind. */
function isGlued(text: string, i: number): boolean {
  const small = (k: number) => text.charCodeAt(k) >= 97 && text.charCodeAt(k) <= 122;
  const next = text.charCodeAt(i + 1);
  return next >= 65 && next <= 90 && small(i + 2) && small(i - 1) && small(i - 2);
}

/** Folds a run of spaces, hyphens and line ends: into nothing, one gap, or a hard break. */
function gap(out: Writer, text: string, i: number): number {
  const first = i;
  let newlines = 0;
  let hyphens = 0;
  let dashes = 0;
  let wide = 0;
  let lastNewline = -1;
  let star = false;
  for (; i < text.length; i++) {
    const value = CLASS_OF[text.charCodeAt(i)] as number;
    if (value === NEWLINE) {
      if (!(text[i] === "\n" && text[i - 1] === "\r")) newlines++;
      lastNewline = i;
    } else if (value === HYPHEN) hyphens++;
    else if (value === DASH) dashes++;
    else if (value === SPACE) {
      wide++;
      star ||= i > first && text.charCodeAt(i) === STAR && isBlank(text, i - 1) && isBlank(text, i + 1);
    } else if (value !== INVISIBLE) break;
  }
  const before = out.n > 0 ? (out.classes[out.n - 1] as number) : OTHER;
  const after = i < text.length ? (CLASS_OF[text.charCodeAt(i)] as number) : OTHER;
  if (newlines === 0) {
    if (star && out.n > 0) {
      write(out, OTHER, first);
      markSentence(out);
      return i;
    }
    if (before === SLASH || before === AMPERSAND) return i;
    // A spaced dash sets apart what it stands between; a bullet dash begins a line.
    if (dashes > 0 && wide >= 2) write(out, OTHER, first);
    else write(out, GAP, first);
    return i;
  }
  if (newlines === 1 && hyphens === 1 && text.charCodeAt(first) === 45 && isLetter(before) && isLetter(after)) return i; // "kuber-\nnetes"
  if (newlines === 1 && isSoft(out, text, first, lastNewline, i)) write(out, GAP, first);
  else {
    write(out, OTHER, first);
    markSentence(out);
  }
  out.lines.push(out.n);
  return i;
}

const STAR = 42;

/** A star between blanks is a bullet whose line end was lost. */
function isBlank(text: string, i: number): boolean {
  return CLASS_OF[text.charCodeAt(i)] === SPACE && text.charCodeAt(i) !== STAR;
}

/** Whether a single line end only wraps a running sentence: a long line before, and it goes on in small letters. */
function isSoft(out: Writer, text: string, first: number, newline: number, next: number): boolean {
  if (next >= text.length) return false;
  for (let k = newline + 1; k < next; k++) {
    const value = CLASS_OF[text.charCodeAt(k)] as number;
    if (value === HYPHEN || value === DASH || text.charCodeAt(k) === 42) return false;
  }
  const lineStart = out.at[out.lines[out.lines.length - 1] as number] ?? 0;
  const code = text.charCodeAt(next);
  const small = code >= 97 && code <= 122;
  const before = out.classes[out.n - 1];
  if (before === COMMA || before === APOSTROPHE || before === AMPERSAND) return true;
  return small && first - lineStart >= 40;
}

/** Places of a document in their context, cut where a reader would cut. */
import { visible } from "./visible.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface QuotePart {
  readonly text: string;
  /** True for exactly the characters of a span. */
  readonly marked: boolean;
}

export interface Quote<Place extends Span> {
  readonly parts: readonly QuotePart[];
  /** Whether words of the same item were left out before or behind. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** The places it holds, in reading order. */
  readonly places: readonly Place[];
}

/** Characters around a span that are looked at for a border. */
const CONTEXT = 70;
/** Neighbouring places share a quote up to this length. */
const LONGEST = 360;

/** An empty line, or a line that begins with a bullet: what stands beyond is another item. */
const ITEM_BREAK = /\r?\n[^\S\n]*(?=\n|[-*+•·▪◦‣●○■□➢✓\u0095]\s)/g;
const BULLETS = /^[\s\-*+•·▪◦‣●○■□➢✓]+/;

/** `places` may come in any order and may overlap; offsets are UTF-16 code units of `text`. */
export function quotesOf<Place extends Span>(text: string, places: readonly Place[]): Quote<Place>[] {
  const inOrder = places.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return inOrder
    .reduce<Window<Place>[]>((windows, place) => joinOrAdd(windows, windowOf(text, place)), [])
    .map((window) => toQuote(text, window));
}

interface Window<Place> extends Span {
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly places: readonly Place[];
}

function joinOrAdd<Place extends Span>(windows: readonly Window<Place>[], next: Window<Place>): Window<Place>[] {
  const last = windows.at(-1);
  const touches = last !== undefined && next.start <= last.end;
  // Overlapping marks belong together whatever the length: characters are never quoted twice in a row.
  const together = touches && (next.end - last.start <= LONGEST || (next.places[0]?.start ?? 0) < lastMarked(last));
  if (!together) return [...windows, next];
  const { end, cutAfter } = next.end >= last.end ? next : last;
  return [...windows.slice(0, -1), { ...last, end, cutAfter, places: [...last.places, ...next.places] }];
}

function lastMarked(window: Window<Span>): number {
  return Math.max(...window.places.map((place) => place.end));
}

function windowOf<Place extends Span>(text: string, place: Place): Window<Place> {
  const [start, cutBefore] = startOfContext(text, place.start);
  const [end, cutAfter] = endOfContext(text, place.end);
  return { start, end, cutBefore, cutAfter, places: [place] };
}

function startOfContext(text: string, at: number): [number, cut: boolean] {
  const from = Math.max(0, at - CONTEXT);
  const before = text.slice(from, at);
  const item = [...before.matchAll(ITEM_BREAK)].at(-1);
  if (item) return [from + item.index + item[0].length, false];
  if (from === 0) return [0, false];
  const border = before.search(/\s/);
  return [border < 0 ? at : from + border + 1, true];
}

function endOfContext(text: string, at: number): [number, cut: boolean] {
  const to = Math.min(text.length, at + CONTEXT);
  const after = text.slice(at, to);
  const item = after.search(ITEM_BREAK);
  if (item >= 0) return [at + item, false];
  if (to === text.length) return [to, false];
  const border = after.search(/\s\S*$/);
  return [border < 0 ? at : at + border, true];
}

function toQuote<Place extends Span>(text: string, window: Window<Place>): Quote<Place> {
  const parts: QuotePart[] = [];
  let at = window.start;
  for (const { start, end } of joinOverlaps(window.places)) {
    parts.push(
      { text: visible(text.slice(at, start)), marked: false },
      { text: visible(text.slice(start, end)), marked: true },
    );
    at = end;
  }
  parts.push({ text: visible(text.slice(at, window.end)), marked: false });
  return { ...window, parts: trimEnds(parts), places: window.places };
}

function joinOverlaps(places: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of places) {
    const last = joined.at(-1);
    if (last && start < last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

/** Marked parts stay as they are. */
function trimEnds(parts: readonly QuotePart[]): QuotePart[] {
  const last = parts.length - 1;
  return parts
    .map(({ text, marked }, index) => {
      if (marked) return { text, marked };
      const begun = index === 0 ? text.replace(BULLETS, "") : text;
      return { text: index === last ? begun.trimEnd() : begun, marked };
    })
    .filter((part) => part.text !== "");
}

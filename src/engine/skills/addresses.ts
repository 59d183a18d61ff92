/** URLs, e-mail addresses and file paths make no claims. */
import { endOf, type Folded } from "../text/fold.ts";

/** A run of characters without a space, and whether it is an address or a path. */
export interface Token {
  from: number;
  to: number;
  address: boolean;
}

/** Whether `[start, end)` is part of an address. `last` keeps the run that was looked at for the next question. */
export function isInAddress(folded: Folded, last: Token, start: number, end: number): boolean {
  const { text, at } = folded;
  const offset = at[start] as number;
  if (offset < last.from || offset >= last.to) lookAt(text, offset, last);
  return last.address && (last.from < offset || last.to > endOf(folded, end - 1) + 1);
}

/** Longest run that is looked at as one, in characters to either side. */
const TOKEN_REACH = 300;
const BREAK = 1;
/** Without one of these a run is no address. */
const TELLING = 2;

const ROLE_OF = Uint8Array.from({ length: 256 }, (_, code) =>
  code <= 32 || [0x2c, 0xa0, 0x95, 0x28, 0x29].includes(code)
    ? BREAK
    : "./@:\\".includes(String.fromCharCode(code))
      ? TELLING
      : 0,
);

function roleOf(code: number): number {
  return code < 256 ? (ROLE_OF[code] as number) : code === 0x2022 ? BREAK : 0;
}

function lookAt(text: string, offset: number, token: Token): void {
  let telling = 0;
  let from = offset;
  for (let role = 0; from > 0 && offset - from < TOKEN_REACH; from--) {
    role = roleOf(text.charCodeAt(from - 1));
    if (role === BREAK) break;
    telling |= role;
  }
  let to = offset;
  for (let role = 0; to < text.length && to - offset < TOKEN_REACH; to++) {
    role = roleOf(text.charCodeAt(to));
    if (role === BREAK) break;
    telling |= role;
  }
  token.from = from;
  token.to = to;
  token.address = telling !== 0 && isAddress(text.slice(from, to));
}

const TOP_LEVEL = /[\w-]\.(?:com|org|net|io|edu|gov|dev|ai|co|info|me|us|uk|de|ca|in|fr|eu|app|tech)(?:[/:?#]|\b\.?$)/i;

function isAddress(token: string): boolean {
  if (token.length < 4) return false;
  if (token.includes("://") || /^["'<]?www\./i.test(token)) return true;
  const sign = token.indexOf("@");
  if (sign > 0 && token.indexOf(".", sign) > 0) return true;
  if (/^["'`]?(?:~|\.{0,2})\/[\w.]+|^[a-z]:\\|^\/[\w.-]+\//i.test(token)) return true;
  return TOP_LEVEL.test(token) && !/^(?:asp|vb|ado|c#)\.net\b/i.test(token);
}

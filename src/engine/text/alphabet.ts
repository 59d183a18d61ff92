/**
 * The alphabet that texts and spellings are compared in: one small class per character, letters without case or accent.
 * Classes below `ACTION` stand in the folded text; those from it on tell the folding what to do.
 */

/** Any character that ends whatever spelling runs into it. */
export const OTHER = 0;
export const LETTER_A = 1;
/** The last letter of a plural. */
export const LETTER_S = LETTER_A + 18;
const DIGIT_0 = 27;
/** Space, hyphen, underscore and their kin, runs of them folded into one. */
export const GAP = 37;
export const DOT = 38;
export const PLUS = 39;
export const SHARP = 40;
export const APOSTROPHE = 41;
export const COMMA = 42;
export const COLON = 43;
export const OPEN = 44;
export const CLOSE = 45;
/** Every class below stands for itself wherever it stands; of the others more is to be asked. */
export const FIRST_SPECIAL = CLOSE + 1;
export const SLASH = 46;
export const AMPERSAND = 47;
/** A letter or digit of another script: part of a word, never of a spelling. */
export const FOREIGN = 48;
/** From here on scripts are written without spaces between words (Chinese, Japanese, Korean). */
export const FIRST_IDEOGRAPH = 0x2e80;
/** Number of classes in folded text. */
export const CLASSES = 49;

export const ACTION = 64;
export const SPACE = 64;
export const NEWLINE = 65;
export const HYPHEN = 66;
export const DASH = 67;
/** Invisible characters: left out of the folded text. */
export const INVISIBLE = 68;
export const BULLET = 69;
export const LIGATURE = 70;
export const SURROGATE = 71;
/** `.` `!` `?` `;`: may end a sentence. */
export const STOP = 72;

const LIGATURES: Readonly<Record<number, string>> = {
  0xfb00: "ff",
  0xfb01: "fi",
  0xfb02: "fl",
  0xfb03: "ffi",
  0xfb04: "ffl",
  0xfb05: "st",
  0xfb06: "st",
  0xe6: "ae",
  0xc6: "ae",
  0x153: "oe",
  0x152: "oe",
  0xdf: "ss",
};

/** Letters with accents, grouped under the plain letter they fold to. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: "àáâãäåāăąǎÀÁÂÃÄÅĀĂĄǍ",
  c: "çćĉċčÇĆĈĊČ",
  d: "ďđĎĐ",
  e: "èéêëēĕėęěÈÉÊËĒĔĖĘĚ",
  g: "ĝğġģĜĞĠĢ",
  h: "ĥħĤĦ",
  i: "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ",
  j: "ĵĴ",
  k: "ķĶ",
  l: "ĺļľŀłĹĻĽĿŁ",
  n: "ñńņňÑŃŅŇ",
  o: "òóôõöøōŏőÒÓÔÕÖØŌŎŐ",
  r: "ŕŗřŔŖŘ",
  s: "śŝşšŚŜŞŠ",
  t: "ţťŧŢŤŦ",
  u: "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ",
  w: "ŵŴ",
  y: "ýÿŷÝŶŸ",
  z: "źżžŹŻŽ",
};

/** Class of every UTF-16 code unit. */
export const CLASS_OF: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const table = new Uint8Array(65536);
  const set = (chars: string, value: number) => {
    for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = value;
  };
  const range = (from: number, to: number, value: number) => table.fill(value, from, to + 1);
  range(0x00aa, 0x2000, FOREIGN);
  range(0x2c00, 0xd800, FOREIGN);
  range(0xf900, 0xfb00, FOREIGN);
  // Scripts without spaces: their letters end a name that stands beside them.
  range(FIRST_IDEOGRAPH, 0xa000, OTHER);
  range(0xac00, 0xd7ff, OTHER);
  range(0xfb07, 0xfe00, FOREIGN);
  range(0xff66, 0xffdd, FOREIGN);
  set("«»¡¿¦§¨©¬®¯°±´¶¸×÷", OTHER);
  set("²³¹¼½¾ªº", OTHER);
  range(0x3000, 0x3030, OTHER);
  for (let i = 0; i < 26; i++) {
    table[65 + i] = table[97 + i] = table[0xff21 + i] = table[0xff41 + i] = LETTER_A + i;
  }
  for (let i = 0; i < 10; i++) table[48 + i] = table[0xff10 + i] = DIGIT_0 + i;
  for (const [plain, accented] of Object.entries(ACCENTED)) set(accented, table[plain.charCodeAt(0)] as number);
  set("+＋", PLUS);
  set("#＃♯", SHARP);
  set("/／⁄∕", SLASH);
  set("&＆", AMPERSAND);
  set("'’‘ʼ`´\u0092\u0091＇", APOSTROPHE);
  set(",，､、", COMMA);
  set(":：", COLON);
  set("([{（", OPEN);
  set(")]}）", CLOSE);
  set(".．!！?？;；。", STOP);
  set(
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u000b\u000c\u001f*",
    SPACE,
  );
  set("\n\r\u0085\u2028\u2029", NEWLINE);
  set("-_‐‑﹣－", HYPHEN);
  set("–—―‒−\u0096\u0097", DASH);
  set(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u180e\u061c\u115f\u1160\u3164\uffa0",
    INVISIBLE,
  );
  range(0xfe00, 0xfe0f, INVISIBLE);
  set("•●○◦▪▫■□◆◇►▶➢➤➔→⇒✓✔✗✦★☆∙·‣⁃⁌⁍❖❑❒✧|¦\u0095", BULLET);
  range(0xe000, 0xf8ff, BULLET);
  range(0xd800, 0xdfff, SURROGATE);
  for (const code of Object.keys(LIGATURES)) table[Number(code)] = LIGATURE;
  return table;
}

/** The classes a ligature stands for. */
export function ligatureClasses(code: number): readonly number[] {
  return Array.from(LIGATURES[code] ?? "", (letter) => CLASS_OF[letter.charCodeAt(0)] as number);
}

/** Letters and digits, of any script. */
export function isWord(value: number): boolean {
  return (value >= LETTER_A && value < GAP) || value === FOREIGN;
}

export function isLetter(value: number): boolean {
  return value >= LETTER_A && value < DIGIT_0;
}

export function isDigit(value: number): boolean {
  return value >= DIGIT_0 && value < GAP;
}

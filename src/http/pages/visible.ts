/** What a control character of Windows-1252 was meant to be; bullets and apostrophes of word processors come as these. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Characters nobody sees, and those that turn the direction of what stands around them. Joiners of scripts and emoji stay. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A piece of a document as it can be shown on one line: no control characters, one space for any run of blanks. */
export function visible(text: string): string {
  return text
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? " ")
    .replace(UNSEEN, "")
    .replace(/[\p{Cc}\s]+/gu, " ");
}

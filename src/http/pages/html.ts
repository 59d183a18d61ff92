/**
 * HTML as a tagged template: what stands in the template is markup, what is put into it is text and gets escaped, unless it is
 * markup made the same way. Attributes have to be quoted in the template; values are escaped for both kinds of quotes.
 */

const markup = Symbol("markup");

/** Markup that may be put into other markup as it is. Only `html` makes it. */
export interface Html {
  readonly [markup]: string;
}

/** `null` and `false` leave nothing behind; lists are joined. */
export type HtmlValue = string | number | Html | null | false | readonly HtmlValue[];

export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { [markup]: String.raw({ raw: strings }, ...values.map(toMarkup)) };
}

/** The characters of a piece of markup, to be sent. */
export function toText(piece: Html): string {
  return piece[markup];
}

/** Markup that stands in the source of this program; never for anything that came from outside. */
export function trusted(text: string): Html {
  return { [markup]: text };
}

function toMarkup(value: HtmlValue): string {
  if (value === null || value === false) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return isList(value) ? value.map(toMarkup).join("") : value[markup];
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? "");
}

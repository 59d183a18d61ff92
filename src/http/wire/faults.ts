/** From zod's issues to fields at fault. Nothing of a value is quoted, and of names only those that look like field names. */
import type { z } from "zod";
import type { Fault, FaultPlace } from "../../services/errors.ts";

const MAX_FAULTS = 100;

const FIELD_NAME = /^[A-Za-z_$][A-Za-z0-9_$-]{0,39}$/;

type Path = readonly PropertyKey[];

export function faultsOf(error: z.ZodError, place: FaultPlace): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, place)).slice(0, MAX_FAULTS);
}

function faultsOfIssue(issue: z.core.$ZodIssue, place: FaultPlace): Fault[] {
  if (issue.code !== "unrecognized_keys") return [fault(place, issue.path, describe(issue))];
  return issue.keys.map((key) =>
    FIELD_NAME.test(key)
      ? fault(place, [...issue.path, key], "is not a known field")
      : fault(place, issue.path, "has a field whose name is not known"),
  );
}

function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? "is required"
        : `has to be ${TYPES[issue.expected] ?? `of type ${issue.expected}`}`;
    case "too_big":
      return `may ${amount(issue.origin, issue.maximum, "at most")}`;
    case "too_small":
      return `has to ${amount(issue.origin, issue.minimum, "at least")}`;
    case "invalid_value":
      return `has to be one of ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "has none of the shapes that are accepted";
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Partial<Record<z.core.$ZodInvalidTypeExpected, string>>> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "an object",
};

function amount(origin: string, limit: number | bigint, bound: string): string {
  const several = Number(limit) === 1 ? "" : "s";
  if (origin === "string") return `have ${bound} ${limit} character${several}`;
  if (origin === "array") return `have ${bound} ${limit} item${several}`;
  return `be ${bound} ${limit}`;
}

function fault(place: FaultPlace, path: Path, detail: string): Fault {
  return { in: place, pointer: toPointer(path), detail };
}

/** JSON Pointer, RFC 6901. */
function toPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A value somewhere within another; its path is put together only when it is needed. */
interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly parent: Place | null;
}

/** Strings no text may hold, wherever they stand in a value: NUL, half a surrogate pair; and the field `__proto__`. */
export function unfitStrings(value: unknown, place: FaultPlace): Fault[] {
  const faults: Fault[] = [];
  const open: Place[] = [{ value, key: "", parent: null }];
  for (let next = open.pop(); next !== undefined && faults.length < MAX_FAULTS; next = open.pop()) {
    const item = next.value;
    if (next.key === "__proto__") faults.push(fault(place, pathOf(next), "is not a known field"));
    else if (typeof item === "string") {
      const detail = unfit(item);
      if (detail) faults.push(fault(place, pathOf(next), detail));
    } else if (typeof item === "object" && item !== null) {
      const keys = Object.keys(item);
      for (let i = keys.length - 1; i >= 0; i--) {
        const key = keys[i] as string;
        open.push({ value: (item as Record<string, unknown>)[key], key, parent: next });
      }
    }
  }
  return faults;
}

/** Ends above the first name that does not look like one of a field. */
function pathOf(place: Place): Path {
  const path: string[] = [];
  for (let at = place; at.parent !== null; at = at.parent) path.push(at.key);
  path.reverse();
  const odd = path.findIndex((key) => !FIELD_NAME.test(key) && !/^\d+$/.test(key));
  return odd < 0 ? path : path.slice(0, odd);
}

function unfit(text: string): string | null {
  const nul = text.indexOf("\0");
  if (nul >= 0) return `holds a NUL character at offset ${nul}`;
  if (text.isWellFormed()) return null;
  return "holds half of a surrogate pair, which is no character";
}

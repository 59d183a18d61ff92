/** Values that an OpenAPI schema allows, and values that break it, drawn by fast-check from the document itself. */
import fc from "fast-check";

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

export type Components = Readonly<Record<string, Schema>>;

/** Lists are kept short: what is looked for is shape, not size. */
const MAX_ITEMS = 4;

/** Values that a schema allows. `text` draws the strings that have no pattern. */
export function allowedBy(schema: Schema, components: Components, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const draw = (inner: Schema): fc.Arbitrary<unknown> => allowedBy(inner, components, text);
  if (schema.$ref) return draw(components[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(draw));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => draw({ ...schema, type })));
  switch (schema.type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case "number":
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case "string":
      return stringOf(schema, text);
    case "array":
      return fc.array(draw(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: MAX_ITEMS });
    case "object":
      return objectOf(schema, draw);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function stringOf({ pattern, minLength = 0, maxLength }: Schema, text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const strings = pattern === undefined ? text : fc.stringMatching(new RegExp(pattern));
  return strings.filter(
    (value) => value.length >= minLength && value.length <= (maxLength ?? Number.POSITIVE_INFINITY),
  );
}

function objectOf(schema: Schema, draw: (inner: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const properties = Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, draw(inner)] as const);
  return fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] });
}

/** A value with one thing about it changed for the worse: another type, a field too many, a field too few. */
export function brokenFrom(values: fc.Arbitrary<unknown>, odd: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.nat(), kind: fc.constantFrom("replace", "add", "remove"), name: fc.string(), odd });
  return fc.tuple(values, fc.array(change, { minLength: 1, maxLength: 3 })).map(([value, changes]) => {
    let changed = structuredClone(value);
    for (const { at, kind, name, odd: drawn } of changes) {
      const put = structuredClone(drawn);
      const places = placesIn(changed);
      const place = places[at % places.length];
      if (!place) changed = put;
      else if (kind === "replace") place.holder[place.key] = put;
      else if (kind === "remove") delete place.holder[place.key];
      else place.holder[`${place.key}${name}`] = put;
    }
    return changed;
  });
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** What of docker-compose.yml matters to a service that is started by hand: its environment, with variables filled in. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Throws, as Compose does, where a variable that must be set is not. */
export function environmentOfService(
  file: string,
  service: string,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const services = parse(readFileSync(file, "utf8")).services as Record<
    string,
    { environment?: Record<string, string> }
  >;
  const found = services[service];
  if (!found) throw new Error(`${file} has no service ${service}`);
  return Object.fromEntries(
    Object.entries(found.environment ?? {}).map(([name, value]) => [name, fillIn(String(value), given)]),
  );
}

function fillIn(value: string, given: Readonly<Record<string, string>>): string {
  return value.replace(
    /\$\{(\w+)(?::([?-])([^}]*))?\}/g,
    (_whole, name: string, operator: string | undefined, rest = "") => {
      const set = given[name];
      if (set !== undefined && set !== "") return set;
      if (operator === "?") throw new Error(`required variable ${name} is missing a value: ${rest}`);
      return operator === "-" ? rest : "";
    },
  );
}

import { stringify } from "yaml";
import { type ScenarioEntry, scenarioSchema } from "./schema.ts";

/** A scenario as the file that the command line runs, its keys in the schema's order. */
export function scenarioText(entry: ScenarioEntry): string {
  const known = Object.keys(scenarioSchema.shape) as (keyof ScenarioEntry)[];
  const said = known.filter((key) => !isEmpty(entry[key])).map((key) => [key, entry[key]]);
  return said.length === 0 ? "{}\n" : stringify(Object.fromEntries(said), { lineWidth: 100 });
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);

import type { z } from "zod";
import { InputError, nearest } from "../errors.ts";
import { keysAt } from "./keys.ts";
import type { Path, YamlFile } from "./yaml.ts";

/**
 * What a schema finds wrong in a file, as a person reads it.
 *
 * @param whole what the file as a whole is called, such as `company file`
 */
export function explainIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  yaml: YamlFile,
  whole: string,
): InputError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const meant = nearest(key, keysAt(schema, issue.path));
      const remedy = meant ? `Did you mean "${meant}"?` : "Remove it.";
      return new InputError(`unknown key: ${key}`, {
        ...yaml.placeOf([...issue.path, key]),
        remedy,
      });
    });
  }
  const named = (path: Path) => (path.length === 0 ? whole : nameOf(path, yaml));
  const place = yaml.placeOf(issue.path);
  if (issue.code !== "custom" && valueAt(yaml, issue.path) === undefined) {
    const key = String(issue.path.at(-1));
    const message = `missing key: ${key} of ${named(issue.path.slice(0, -1))}`;
    return [new InputError(message, { ...place, remedy: `Add ${key}: …` })];
  }
  const subject = named(issue.path);
  const asked =
    issue.code === "invalid_value" && isOfLibrary(issue.message)
      ? `one of ${issue.values.join(", ")}`
      : issue.message;
  const remedy =
    isRule(issue) || isOfLibrary(asked)
      ? `Mend ${subject} in ${place.file}.`
      : (ofPercent(valueAt(yaml, issue.path)) ??
        `Instead of ${writtenAt(yaml, issue.path)}, write ${asked}.`);
  return [new InputError(`invalid ${subject}: ${asked}`, { ...place, remedy })];
}

/** What is told in a sentence of its own instead of what to write; checks of our own may say that they ask. */
const isRule = (issue: z.core.$ZodIssue) =>
  (issue.code === "custom" && issue.params?.isAsked !== true) ||
  issue.code === "invalid_format" ||
  (issue.code === "invalid_value" && !isOfLibrary(issue.message));

/** Our schemas say what they ask for, in lower case; the library says what it expected. */
const isOfLibrary = (message: string) => /^[A-Z]/.test(message);

/** How a share is written; null for what isn't in per cent. */
function ofPercent(value: unknown): string | null {
  const percent = /^(-?\d+(?:\.\d+)?) ?%$/.exec(String(value))?.[1];
  if (percent === undefined) return null;
  return `Write ${percent} % as ${Number((Number(percent) / 100).toPrecision(12))}.`;
}

/** A value of a few words as it is written; what is longer is told by its place alone. */
function writtenAt(yaml: YamlFile, path: Path): string {
  const value = valueAt(yaml, path);
  if (Array.isArray(value) && value.length === 0) return "[]";
  const text = typeof value === "object" ? "" : String(value);
  return text === "" || text.length > 40 ? "that" : text;
}

/** A path as keys, from the innermost item of a list that has a name on by that name. */
function nameOf(path: Path, yaml: YamlFile): string {
  const keys = path.map(String);
  for (let at = path.length; at > 0; at -= 1) {
    const item = valueAt(yaml, path.slice(0, at));
    const name = (item as { readonly name?: unknown } | null)?.name;
    if (typeof path[at - 1] === "number" && typeof name === "string") {
      return [keys.slice(at).join("."), `"${name}"`].filter((part) => part !== "").join(" of ");
    }
  }
  return keys.join(".");
}

const valueAt = ({ value }: YamlFile, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null)?.[key], value);

import type { z } from "zod";
import { InputError, type InputPlace, nearest } from "../errors.ts";
import { grouped } from "../statistics/grouped.ts";
import { aspects, goalSchema } from "./goal-schema.ts";
import { keysAt } from "./keys.ts";
import type { Path } from "./yaml.ts";

type Issue = z.core.$ZodIssue;
type Aspect = keyof typeof aspects;

/** What a key holds, for those who left it out. */
const meanings: Readonly<Record<string, string>> = {
  id: "id, a name of its own",
  metric: "metric, the KPI that shall move",
  entity: "entity, whose KPI it is",
  baseline: "baseline, where the KPI stood",
  target: "target, where it shall be",
  start: "start, the first day",
  due: "due, the last day",
  owner: "owner, the person_id of who answers for it",
};

/** What one goal lacks: missing keys together by aspect, wrong and unknown ones each. */
export function explainGoal(
  issues: readonly Issue[],
  item: unknown,
  placeOf: (...path: Path) => InputPlace,
): InputError[] {
  const named = nameOf(item);
  if (typeof item !== "object" || item === null) {
    return [new InputError(`invalid goal: ${named}`, { ...placeOf(), remedy: "Give it keys." })];
  }
  const isMissing = ({ path }: Issue) => path.length === 1 && !(String(path[0]) in item);
  const missing = grouped(issues.filter(isMissing), ({ path }) => aspectOf(path[0]));
  return [
    ...[...missing].map(([aspect, lacking]) => {
      const keys = lacking.map(({ path }) => meanings[String(path[0])] ?? String(path[0]));
      return new InputError(`goal isn't ${aspect}: ${named}`, {
        ...placeOf(),
        remedy: `Add ${keys.join("; and ")}.`,
      });
    }),
    ...issues.filter((issue) => !isMissing(issue)).flatMap((issue) => wrong(issue, named, placeOf)),
  ];
}

function wrong(issue: Issue, named: string, placeOf: (...path: Path) => InputPlace): InputError[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const meant = nearest(key, keysAt(goalSchema, path));
      const remedy = meant ? `Did you mean "${meant}"?` : "Remove it.";
      return new InputError(`unknown key: ${key}`, { ...placeOf(...path, key), remedy });
    });
  }
  const subject = path.map(String).join(".");
  return [
    new InputError(`goal isn't ${aspectOf(path.at(0))}: ${named}`, {
      ...placeOf(...path),
      remedy: `Write ${subject} as ${wanted(issue)}.`,
    }),
  ];
}

/** The schema's own words for a figure, a date or a list; a name otherwise. */
const wanted = ({ message }: Issue) => (/^(a|true|text)\b/.test(message) ? message : "a name");

function aspectOf(key: PropertyKey | undefined): Aspect {
  const found = Object.entries(aspects).find(([, keys]) =>
    (keys as readonly string[]).includes(String(key)),
  );
  return (found?.[0] ?? "specific") as Aspect;
}

function nameOf(item: unknown): string {
  const id = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
  return id === undefined || id === null ? "without id" : `"${id}"`;
}

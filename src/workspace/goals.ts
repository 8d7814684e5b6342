import { z } from "zod";
import { isPlainDate, type PlainDate } from "../calendar.ts";
import { InputError, InputErrors, type InputPlace } from "../errors.ts";
import { explainGoal } from "./goal-issue.ts";
import { type GoalNames, resolveEntity, unknownNames } from "./goal-names.ts";
import { brokenRules } from "./goal-rules.ts";
import { type GoalEntry, goalSchema } from "./goal-schema.ts";
import { circles, strayParents } from "./goal-tree.ts";
import { type Path, readYaml } from "./yaml.ts";

/** A goal as checked; figures in the units of `kpi`, money in whole minor units. */
export interface PlannedGoal {
  readonly id: string;
  readonly line: number | null;
  readonly metric: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly baseline: number;
  readonly target: number;
  readonly isMaintained: boolean;
  readonly start: PlainDate;
  readonly due: PlainDate;
  readonly owner: string;
  /** Null also where the parent isn't recorded yet. */
  readonly parent: string | null;
  readonly note: string | null;
  readonly recordedOn: PlainDate | null;
  readonly milestones: readonly { readonly due: PlainDate; readonly value: number }[];
}

/** A goal that has all its keys, each of the right kind, and where they stand. */
export interface WrittenGoal extends GoalEntry {
  /** The place of a key of it, or of the goal where it has no such key. */
  readonly placeOf: (...path: Path) => InputPlace;
}

/**
 * Reads the text of a goals file; goals recorded after the as-of are neither read nor complained
 * about.
 *
 * @param file its path, for messages
 * @throws InputErrors with every mistake: what each goal lacks to be specific, measurable, owned
 *   and time-bound, names that nobody knows, and parents in a circle
 */
export function parseGoals(
  text: string,
  file: string,
  names: GoalNames,
  asOf: PlainDate,
): PlannedGoal[] {
  const yaml = readYaml(text, file);
  const items = z.array(z.unknown()).safeParse(yaml.value ?? []);
  if (!items.success) {
    const remedy = "Write each goal as an item of a list: - id: win-rate-up";
    throw new InputErrors([new InputError("invalid goals file: no list", { file, remedy })]);
  }
  const errors: InputError[] = [];
  const goals: WrittenGoal[] = [];
  for (const [index, item] of items.data.entries()) {
    if (isRecordedAfter(item, asOf)) continue;
    const placeOf = (...path: Path) => yaml.placeOf([index, ...path]);
    const parsed = goalSchema.safeParse(item);
    if (parsed.success) goals.push({ ...parsed.data, placeOf });
    else errors.push(...explainGoal(parsed.error.issues, item, placeOf));
  }
  const written = items.data.map(idOf).filter((id) => id !== undefined);
  errors.push(
    ...goals.flatMap((goal) => [...unknownNames(goal, names), ...brokenRules(goal, names)]),
    ...strayParents(goals, written),
    ...circles(goals),
  );
  if (errors.length > 0) throw new InputErrors(inOrder(errors));
  return goals.map((goal) => planned(goal, goals, names));
}

function planned(goal: WrittenGoal, goals: readonly WrittenGoal[], names: GoalNames): PlannedGoal {
  const metric = names.metrics.find(({ name }) => name === goal.metric);
  const entity = resolveEntity(goal, names);
  if (!metric || !entity) throw new Error(`unchecked goal: ${goal.id}`);
  const scale = metric.unit.startsWith("money") ? 10 ** names.currencyDigits : 1;
  return {
    id: goal.id,
    line: goal.placeOf().line ?? null,
    metric: goal.metric,
    entityType: entity.type,
    entityId: entity.id,
    baseline: scaled(goal.baseline, scale),
    target: scaled(goal.target, scale),
    isMaintained: goal.maintain,
    start: goal.start,
    due: goal.due,
    owner: goal.owner,
    parent: goals.find(({ id }) => id === goal.parent)?.id ?? null,
    note: goal.note ?? null,
    recordedOn: goal.recorded_on ?? null,
    milestones: goal.milestones.map(({ due, value }) => ({ due, value: scaled(value, scale) })),
  };
}

const scaled = (value: number, scale: number) => (scale === 1 ? value : Math.round(value * scale));

const fieldOf = (item: unknown, key: string): unknown =>
  typeof item === "object" && item !== null ? (item as Record<string, unknown>)[key] : undefined;

const isRecordedAfter = (item: unknown, asOf: PlainDate) => {
  const recorded = fieldOf(item, "recorded_on");
  return typeof recorded === "string" && isPlainDate(recorded) && recorded > asOf;
};

const idOf = (item: unknown) => {
  const id = fieldOf(item, "id");
  return id === undefined || id === null ? undefined : String(id);
};

const inOrder = (errors: readonly InputError[]) =>
  [...errors].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));

import type { FiscalCalendar } from "../calendar.ts";
import { InputError, nearest } from "../errors.ts";
import type { WrittenGoal } from "./goals.ts";

/** What a goal needs to know of a metric. */
export interface GoalMetric {
  readonly name: string;
  readonly unit: string;
  readonly better: "up" | "down";
  readonly entityTypes: readonly string[];
  /** What alone tells its parts, where there is no one figure to follow: `stage`. */
  readonly partedBy?: string | undefined;
  /**
   * Which spans it can be followed over: what adds up is counted by whole `months`, what is held
   * against a plan by the fiscal `period` that the plan is for.
   */
  readonly span: "any" | "months" | "period";
}

export interface GoalEntity {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** What exists that a goal may name. */
export interface GoalNames {
  readonly metrics: readonly GoalMetric[];
  readonly entities: readonly GoalEntity[];
  /** Everybody on the roster, by person_id. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Decimals of the company's currency. */
  readonly currencyDigits: number;
  readonly calendar: FiscalCalendar;
}

type Named = Pick<WrittenGoal, "entity" | "entity_type">;

/** The entity that a goal names by its id or name; undefined unless there is exactly one. */
export function resolveEntity(goal: Named, { entities }: GoalNames): GoalEntity | undefined {
  const found = candidates(goal, entities);
  return found.length === 1 ? found[0] : undefined;
}

/** An id before a name: a team called `P012` isn't the rep. */
function candidates({ entity, entity_type }: Named, entities: readonly GoalEntity[]) {
  const ofType = entities.filter(({ type }) => entity_type === undefined || type === entity_type);
  const byId = ofType.filter(({ id }) => id === entity);
  return byId.length > 0 ? byId : ofType.filter(({ name }) => name === entity);
}

/** An error for each name of a goal that nobody bears: its metric, entity, owner. */
export function unknownNames(goal: WrittenGoal, names: GoalNames): InputError[] {
  return [...metricErrors(goal, names), ...entityErrors(goal, names), ...ownerErrors(goal, names)];
}

function metricErrors({ metric, placeOf, id }: WrittenGoal, { metrics }: GoalNames): InputError[] {
  const known = metrics.flatMap(({ name, partedBy }) => (partedBy === undefined ? [name] : []));
  if (known.includes(metric)) return [];
  const parted = metrics.find(({ name }) => name === metric)?.partedBy;
  if (parted !== undefined) {
    const remedy = `${metric} is told by ${parted}, with no one figure to follow: set the goal on a KPI that has one, such as win_rate.`;
    return [new InputError(`goal isn't specific: "${id}"`, { ...placeOf("metric"), remedy })];
  }
  const otherwise = `A metric is one of ${known.join(", ")}.`;
  return [unknown("metric", metric, known, otherwise, placeOf("metric"))];
}

function entityErrors(goal: WrittenGoal, names: GoalNames): InputError[] {
  const { entity, entity_type, placeOf, id } = goal;
  const types = [...new Set(names.metrics.flatMap(({ entityTypes }) => entityTypes))];
  if (entity_type !== undefined && !types.includes(entity_type)) {
    const otherwise = `An entity type is one of ${types.join(", ")}.`;
    return [unknown("entity type", entity_type, types, otherwise, placeOf("entity_type"))];
  }
  const found = candidates(goal, names.entities);
  if (found.length > 1) return [ambiguous(entity, found, placeOf("entity"))];
  const [only] = found;
  const metric = names.metrics.find(({ name }) => name === goal.metric);
  if (only && metric && !metric.entityTypes.includes(only.type)) {
    const remedy = `${metric.name} is reported for ${metric.entityTypes.join(", ")}, not for a ${only.type}.`;
    return [new InputError(`goal isn't specific: "${id}"`, { ...placeOf("entity"), remedy })];
  }
  if (only) return [];
  const known = names.entities
    .filter(({ type }) => entity_type === undefined || type === entity_type)
    .flatMap((one) => [one.id, one.name]);
  const otherwise = `Name the company, or a ${types.slice(1).join(", ")} by its id or name.`;
  return [unknown("entity", entity, known, otherwise, placeOf("entity"))];
}

function ambiguous(entity: string, found: readonly GoalEntity[], place: object): InputError {
  const types = [...new Set(found.map(({ type }) => type))];
  const remedy =
    types.length > 1
      ? `Add entity_type: ${types.join(" or ")}.`
      : `Name it by its id: ${found.map(({ id }) => id).join(" or ")}.`;
  return new InputError(`ambiguous entity: "${entity}"`, { ...place, remedy });
}

function ownerErrors({ owner, placeOf }: WrittenGoal, { people }: GoalNames): InputError[] {
  if (people.some(({ id }) => id === owner)) return [];
  const named = people.find(({ name }) => name === owner);
  const otherwise = named
    ? `Name ${named.name} by person_id: ${named.id}.`
    : "Name the owner by the person_id of people/roster.csv.";
  const ids = named ? [] : people.map(({ id }) => id);
  return [unknown("owner", owner, ids, otherwise, placeOf("owner"))];
}

function unknown(
  what: string,
  name: string,
  known: readonly string[],
  otherwise: string,
  place: object,
): InputError {
  const meant = nearest(name, known);
  const remedy = meant ? `Did you mean "${meant}"?` : otherwise;
  return new InputError(`unknown ${what}: "${name}"`, { ...place, remedy });
}

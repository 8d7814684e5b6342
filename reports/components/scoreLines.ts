import { formatDate } from "../src/format.js";
import { goalsWithin, scoreNote } from "../src/narrative/scorecard.js";
import type { ScoredCell, ScoredMetric, ScorePeriod } from "./scorecard.js";

/** A goal under way, as scorecards name it. */
export interface ScoredGoal {
  readonly goal_id: string;
  readonly metric: string;
  readonly label: string;
  readonly unit: ScoredMetric["unit"];
  readonly entity_type: string;
  readonly entity_id: string;
  readonly entity: string;
  readonly owner_id: string;
  readonly target: number;
  readonly start_date: string;
  readonly due_date: string;
  readonly is_maintained: boolean;
  readonly status: string;
  readonly value: number | null;
  readonly chance_rate: number | null;
}

export interface TrendPoint {
  readonly period_start: string;
  readonly value: number | null;
  readonly is_partial: boolean;
}

/** A figure that a KPI is held against, and how many stand behind it. */
export interface Earlier {
  readonly value: number;
  readonly n: number;
}

/** A KPI of one entity in one period, with what it is held against. */
export interface ScoreLine {
  readonly metric: ScoredMetric;
  readonly cell: ScoredCell | undefined;
  readonly value: number | null;
  readonly previous: Earlier | null;
  readonly yearBefore: Earlier | null;
  readonly trend: readonly TrendPoint[];
  readonly parts: readonly ScoredCell[];
  /** Goals on the KPI that are under way in the period, the one due first before the others. */
  readonly goals: readonly ScoredGoal[];
  /** What qualifies the value, or why there is none. */
  readonly note: string;
}

export interface LineQuery {
  /** The entity's cells by one view. */
  readonly cells: readonly ScoredCell[];
  readonly metrics: readonly ScoredMetric[];
  readonly goals: readonly ScoredGoal[];
  readonly periods: readonly ScorePeriod[];
  readonly chosen: ScorePeriod;
  readonly min_cell: number;
  readonly as_of: string;
}

/** Periods that a trend shows at most. */
const trendLength = 13;

/** Every KPI that has a meaning for the entity, in the order of the metrics. */
export function scoreLines(query: LineQuery, entityType: string): ScoreLine[] {
  const { metrics, periods, chosen } = query;
  const grain = periods.filter(
    ({ period, period_start }) => period === chosen.period && period_start <= chosen.period_start,
  );
  return metrics
    .filter(({ entity_types }) => entity_types.includes(entityType))
    .map((metric) => lineOf(metric, query, grain, hasParts(query, entityType)));
}

function lineOf(
  metric: ScoredMetric,
  query: LineQuery,
  grain: readonly ScorePeriod[],
  has_parts: boolean,
): ScoreLine {
  const { chosen, goals } = query;
  const own = query.cells.filter(
    (cell) => cell.metric === metric.metric && cell.period === chosen.period,
  );
  const cellAt = (start: string | undefined) =>
    own.find((cell) => cell.breakdown === null && cell.period_start === start);
  const cell = cellAt(chosen.period_start);
  const parts = own.filter(
    (part) => part.breakdown !== null && part.period_start === chosen.period_start,
  );
  return {
    metric,
    cell,
    value: cell?.value ?? null,
    previous:
      known(cell?.previous, cell?.previous_n) ??
      whole(cell, cellAt(grain.at(-2)?.period_start), chosen),
    yearBefore:
      known(cell?.year_before, cell?.year_before_n) ??
      whole(cell, cellAt(yearEarlier(chosen)), chosen),
    trend: grain.slice(-trendLength).map(({ period_start }) => {
      const found = cellAt(period_start);
      return {
        period_start,
        value: found?.value ?? null,
        is_partial: found?.status === "partial",
      };
    }),
    parts,
    goals: goalsWithin(goals, metric.metric, chosen),
    note: scoreNote({ ...query, metric, cell, count_parts: parts.length, has_parts }),
  };
}

/** A complete period is held against a complete one. */
function whole(
  cell: ScoredCell | undefined,
  earlier: ScoredCell | undefined,
  { is_complete }: ScorePeriod,
): Earlier | null {
  return is_complete && cell?.status === "ok" && earlier?.status === "ok"
    ? known(earlier.value, earlier.n)
    : null;
}

const known = (value: number | null = null, n: number | null = null): Earlier | null =>
  value === null || n === null ? null : { value, n };

const yearEarlier = ({ period_start }: ScorePeriod) =>
  `${Number(period_start.slice(0, 4)) - 1}${period_start.slice(4)}`;

/** Periods of a grain whose parts are published, the latest ones of quarters and years. */
const partedPeriods = 5;

/** Whether parts of metrics are published for an entity and a period. */
function hasParts({ chosen, periods }: LineQuery, entityType: string): boolean {
  const later = periods.filter(
    ({ period, period_start }) => period === chosen.period && period_start > chosen.period_start,
  );
  return entityType !== "rep" && chosen.period !== "month" && later.length < partedPeriods;
}

/** When a goal is due, as a scorecard says it. */
export const dueWords = ({ due_date }: ScoredGoal): string => `by ${formatDate(due_date)}`;

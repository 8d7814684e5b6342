import { type ColumnTable, rowsWhere } from "./arrowRows.js";
import type { Entity } from "./pipelineChoices.js";
import type { WaterfallBar } from "./waterfallSteps.js";

/** An earlier day to compare with, and which file holds it. */
export interface Since {
  readonly cutoff: string;
  readonly days: number;
  readonly file: string;
  readonly is_deals_known: boolean;
}

/** Of a rep also where it is today. */
export interface ChangeEntity extends Entity {
  readonly team_id: string | null;
  readonly region_id: string | null;
}

export interface ChangePeriod {
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_current: boolean;
}

/** What is asked for: since which day, of whom, in which period. */
export interface ChangeQuery {
  readonly since: Since;
  readonly scope: ChangeEntity;
  readonly label: string;
}

/** What was expected of a period on a day; the last day is the as-of date. */
export interface PathRow {
  readonly cutoff: string;
  readonly mean_cents: number;
}

export interface CauseRow {
  readonly cause: string;
  readonly cents: number;
  readonly count_deals: number;
}

/** How the forecast of a period went, day by day. */
export const pathOf = (
  table: ColumnTable,
  { scope: { entity_type, entity_id }, label }: Omit<ChangeQuery, "since">,
): PathRow[] =>
  rowsWhere<PathRow & Record<string, unknown>>(table, ["cutoff", "mean_cents"], {
    entity_type,
    entity_id,
    label,
  });

/** What changed it, in the order of causes. */
export const causesOf = (
  table: ColumnTable,
  { since: { cutoff }, scope: { entity_type, entity_id }, label }: ChangeQuery,
): CauseRow[] =>
  rowsWhere<CauseRow & Record<string, unknown>>(table, ["cause", "cents", "count_deals"], {
    cutoff,
    entity_type,
    entity_id,
    label,
  });

/** The forecast of the earlier day, what changed it, and the forecast now; none where there was none. */
export function changeBars(
  path: readonly PathRow[],
  causes: readonly CauseRow[],
  { cutoff }: Since,
): WaterfallBar[] {
  const [before, after] = [path.find((row) => row.cutoff === cutoff), path.at(-1)];
  if (!before || !after) return [];
  return [
    { bar: "before", cents: before.mean_cents, count: null },
    ...causes.map(({ cause, cents, count_deals }) => ({
      bar: cause,
      cents,
      count: count_deals === 0 ? null : count_deals,
    })),
    { bar: "after", cents: after.mean_cents, count: null },
  ];
}

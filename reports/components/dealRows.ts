import type { DealReason } from "../src/narrative/deal-reasons.js";
import type { DealState } from "../src/narrative/deal-timeline.js";
import { type ColumnTable, rowsWhere } from "./arrowRows.js";

/** A deal's chances to have been won, or lost, by the end of a week. */
export interface ChanceWeek {
  readonly week_end: string;
  readonly won_rate: number;
  readonly lost_rate: number;
}

/** A state that a deal was in, since when, and since which export that is known. */
export interface DealVersion extends DealState {
  readonly valid_from: string;
  readonly known_from: string | null;
}

export interface DealActivity {
  readonly period_start: string;
  readonly kind: string;
  readonly activity_count: number;
}

/** What is known of one deal beside its row in the list. */
export interface DealDetails {
  readonly weeks: readonly ChanceWeek[];
  readonly versions: readonly DealVersion[];
  readonly activities: readonly DealActivity[];
  readonly reasons: readonly DealReason[];
}

export interface DetailTables {
  readonly weeks: ColumnTable;
  readonly versions: ColumnTable;
  readonly activities: ColumnTable;
  readonly reasons: ColumnTable;
}

interface ArrowFile {
  arrow(): Promise<ColumnTable>;
}

/** Reads what is known of single deals once it is first asked for. */
export function detailReader(
  files: Readonly<Record<keyof DetailTables, ArrowFile>>,
): () => Promise<DetailTables> {
  let reading: Promise<DetailTables> | undefined;
  const read = async (): Promise<DetailTables> => {
    const [weeks, versions, activities, reasons] = await Promise.all([
      files.weeks.arrow(),
      files.versions.arrow(),
      files.activities.arrow(),
      files.reasons.arrow(),
    ]);
    return { weeks, versions, activities, reasons };
  };
  return () => {
    reading ??= read();
    return reading;
  };
}

interface TellingReason extends Omit<DealReason, "value"> {
  readonly value: string | null;
  readonly amount: number | null;
}

const stateNames = ["status", "stage", "bookings_cents", "close_date", "owner"] as const;

/** The details of a deal by its place in the list. */
export function dealDetails(tables: DetailTables, deal: number): DealDetails {
  const of = <Row extends object>(table: ColumnTable, names: readonly (keyof Row & string)[]) =>
    rowsWhere<Row & { deal: number }>(table, names, { deal } as Partial<Row & { deal: number }>);
  const reasons = of<TellingReason>(tables.reasons, ["feature", "value", "amount", "effect"]);
  return {
    weeks: of<ChanceWeek>(tables.weeks, ["week_end", "won_rate", "lost_rate"]),
    versions: of<DealVersion>(tables.versions, ["valid_from", "known_from", ...stateNames]),
    activities: of<DealActivity>(tables.activities, ["period_start", "kind", "activity_count"]),
    reasons: reasons.map(({ feature, value, amount, effect }) => ({
      feature,
      value: value ?? amount,
      effect,
    })),
  };
}

import type { ExpectedDeal } from "../src/opportunity/expected.js";
import { beside, type ColumnTable, rowsWhere } from "./arrowRows.js";
import type { ExportRow } from "./column.js";

/** What an open deal is worth, and what it is counted by. */
export interface DealWorth extends ExpectedDeal {
  readonly rep_id: string;
  readonly owner: string | null;
  readonly team_id: string;
  readonly segment: string;
  readonly stage: string | null;
  readonly position: number | null;
}

/** An open deal: where it stands and for how long. Flags are 1 or 0. */
export interface OpenDeal extends DealWorth, ExportRow {
  readonly opportunity_id: string;
  readonly name: string;
  readonly account: string | null;
  readonly close_date: string | null;
  readonly is_overdue: number;
  readonly stage_days: number | null;
  readonly usual_days: number | null;
  readonly is_stale: number;
  readonly is_without_next_step: number | null;
  readonly is_without_amount: number;
  readonly is_idle: number | null;
  readonly count_to_mend: number;
  readonly count_pushes: number | null;
  readonly last_activity_date: string | null;
  /** The CRM's own. */
  readonly probability_rate: number | null;
  readonly win_rate_in_quarter: number | null;
  readonly win_rate_next_quarter: number | null;
  readonly expected_close_date: string | null;
  readonly reason: string | null;
}

const worthNames: readonly (keyof DealWorth)[] = [
  "rep_id",
  "owner",
  "team_id",
  "segment",
  "stage",
  "position",
  "bookings_cents",
  "win_rate",
  "expected_if_won_cents",
  "expected_cents",
  "expected_in_quarter_cents",
  "expected_next_quarter_cents",
  "risk_flags",
];

const names: readonly (keyof OpenDeal)[] = [
  ...worthNames,
  "opportunity_id",
  "name",
  "account",
  "close_date",
  "is_overdue",
  "stage_days",
  "usual_days",
  "is_stale",
  "is_without_next_step",
  "is_without_amount",
  "is_idle",
  "count_to_mend",
  "count_pushes",
  "last_activity_date",
  "probability_rate",
  "win_rate_in_quarter",
  "win_rate_next_quarter",
  "expected_close_date",
  "reason",
  "file",
  "line",
];

export const dealWorthsOf = (worths: ColumnTable): DealWorth[] => rowsWhere(worths, worthNames, {});

/** @param told what is told of the same deals beside what they are worth, in the same order */
export const openDealsOf = (
  worths: ColumnTable,
  told: ColumnTable,
  where: Partial<OpenDeal> = {},
): OpenDeal[] => rowsWhere(beside(worths, told), names, where);

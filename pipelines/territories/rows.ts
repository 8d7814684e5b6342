import type { PlainDate } from "../../src/calendar.ts";

/** A row of `territory_input_account`. */
export interface AccountRow {
  readonly account_id: string;
  readonly name: string | null;
  readonly rep_id: string | null;
  readonly segment: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly region_id: string | null;
  readonly employees: number | null;
  readonly count_open: number;
  readonly count_activities: number;
  readonly bookings_cents: number;
}

export interface ProductRow {
  readonly account_id: string;
  readonly product: string;
}

/** A row of `territory_input_rep`. */
export interface RepRow {
  readonly rep_id: string;
  readonly name: string;
  readonly role: string | null;
  readonly team_id: string | null;
  readonly region_id: string | null;
  readonly hired_on: PlainDate | null;
  readonly is_active: boolean;
  readonly is_carrier: boolean;
}

/** A row of `territory_account`. */
export interface PlacedRow {
  readonly account_id: string;
  readonly territory: string | null;
  readonly rep_id: string | null;
  readonly placed_by: "holdout" | "exception" | "rule" | "nothing";
}

export interface PotentialRow {
  readonly account_id: string;
  readonly potential_cents: number;
}

/** Rows of `spifs.json`; money in whole minor units. */
export interface SpifRow {
  readonly spif_id: string;
  readonly plan: string;
  readonly component: string;
  readonly state: "coming" | "running" | "ended";
  readonly from_date: string;
  readonly until_date: string;
  readonly measure: string;
  readonly budget_cents: number | null;
  readonly budget_use: "first_come" | "pro_rata" | null;
  readonly deals: number;
  readonly credits: number;
  /** Null where few people are paid. */
  readonly spent_cents: number | null;
  /** What the budget cut. */
  readonly cut_cents: number | null;
}

export interface SpifTeamRow {
  readonly spif_id: string;
  readonly team: string;
  readonly people: number;
  readonly paid_cents: number;
}

export interface SpentPoint {
  readonly spif_id: string;
  readonly on: string;
  readonly spent_cents: number;
}

export interface StretchRow {
  readonly spif_id: string;
  readonly stretch: "year_before" | "before" | "during" | "after";
  readonly from_date: string;
  readonly until_date: string;
  readonly days: number;
  readonly count_deals: number;
  readonly bookings_cents: number;
}

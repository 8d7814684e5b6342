/** Rows of `capacity.json`; money in whole minor units. */
export interface CapacityRow {
  readonly scenario: string;
  readonly period_start: string;
  readonly label: string;
  readonly headcount: number;
  readonly ramped: number;
  readonly capacity_cents: number;
  readonly deployed_cents: number;
  /** What they can book by the quota they carry; null where they carry none. */
  readonly expected_attainment: number | null;
  readonly target_cents: number;
}

export interface GroupRow {
  readonly scenario: string;
  readonly level: string;
  readonly entity_id: string;
  readonly quota_cents: number;
  readonly carried_cents: number;
  readonly expected_cents: number;
  readonly count_reps: number;
  readonly odds: number;
  readonly share_at_quota: number;
}

export interface HireRow {
  readonly role: string;
  readonly period_start: string;
  readonly probability: number;
  readonly count_hires: number | null;
  readonly expected_cents: number;
}

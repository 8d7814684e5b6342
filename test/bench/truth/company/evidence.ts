import type { Grain } from "../../../../src/calendar.ts";

/** What past forecasts of one company came to, of one model, kind of entity and distance. */
export interface ForecastErrors {
  readonly model: string;
  readonly entity_type: string;
  readonly period: Grain;
  /** Periods ahead of the one in progress; 3 stands for three and more. */
  readonly ahead: number;
  /** Days of the quarter in progress that were over, 0, 30 or 60; null of months and years. */
  readonly day: number | null;
  readonly n: number;
  /** Minor units, summed without sign. */
  readonly error_cents: number;
  /** The combined model's errors of the same entities and periods. */
  readonly combined_cents: number;
  /** Plus is too high. */
  readonly over_cents: number;
  readonly actual_cents: number;
  readonly count_ranges: number;
  readonly count_in_50: number;
  readonly count_in_80: number;
  readonly count_in_95: number;
}

/** Chances of about the same log-odds, and how many of them came true. */
export interface ToldChances {
  readonly odds: number;
  readonly n: number;
  readonly won: number;
}

/** What a planted effect came to in the fitted hazards: above zero where it was found in sign. */
export interface FoundEffect {
  readonly name: string;
  /** Difference in the mean chance of open deals, as planted. */
  readonly difference: number;
}

/** A rep's quota of a complete period by one rule, and what came; minor units. */
export interface PastQuota {
  readonly period: string;
  readonly period_start: string;
  readonly rule: string;
  readonly rep_id: string;
  readonly quota_cents: number;
  readonly actual_cents: number;
  readonly attainment_probability: number;
}

/** What is kept of one simulated company. */
export interface Evidence {
  readonly seed: number;
  readonly seconds: number;
  readonly forecasts: readonly ForecastErrors[];
  readonly wonInQuarter: readonly ToldChances[];
  readonly wonAtAll: readonly ToldChances[];
  readonly effects: readonly FoundEffect[];
  readonly quotas: readonly PastQuota[];
}

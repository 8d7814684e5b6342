/** Rows of `quotas.json`; money in whole minor units, rates as fractions. */
export interface ReliefRow {
  readonly rep_id: string;
  readonly rep: string;
  readonly team_id: string | null;
  readonly label: string;
  readonly first_cents: number;
  readonly quota_cents: number;
  readonly effective_from: string | null;
  readonly reason: string | null;
  readonly booked_cents: number | null;
  readonly first_attainment: number | null;
  readonly attainment: number | null;
}

export interface FrontierRow {
  readonly total_cents: number;
  readonly share_at_quota: number;
  readonly point: "curve" | "recommended" | "aim";
}

export interface RuleRow {
  readonly period: string;
  readonly rule: string;
  readonly count_quotas: number;
  readonly error_rate: number | null;
  readonly attainment_spread: number;
  readonly share_at_quota: number;
  readonly expected_share: number;
  readonly rank_correlation: number | null;
  readonly brier_score: number;
  readonly reliability_slope: number | null;
}

export interface ReliabilityRow {
  readonly period: string;
  readonly count_quotas: number;
  readonly expected_share: number;
  readonly attained_share: number;
  readonly lower_95: number;
  readonly upper_95: number;
}

export interface FairnessRow {
  readonly factor: string;
  readonly level: string;
  readonly count_reps: number;
  readonly effect: number;
  readonly lower_95: number;
  readonly upper_95: number;
  readonly is_apart: boolean;
}

export interface RampRow {
  readonly role: string;
  readonly service_month: number;
  readonly share: number;
  readonly lower_80_share: number | null;
  readonly upper_80_share: number | null;
  readonly count_hires: number;
}

export interface LevelRow {
  readonly level: string;
  readonly entity_id: string;
  readonly quota_cents: number;
  readonly buffer_rate: number;
  readonly carried_cents: number;
  /** By how much what its reps carry exceeds the quota; null where that is 0. */
  readonly carried_buffer_rate: number | null;
  readonly count_reps: number;
}

const rules: Readonly<Record<string, string>> = {
  recommended: "Equal odds (recommended)",
  set: "Really set",
  even: "Even",
  prior_year: "Last year + growth",
  trailing: "Last 12 months",
  potential: "Potential index",
  aim: "Equal odds at the aim, whatever they sum to",
};

export const ruleName = (rule: string): string => rules[rule] ?? rule;

const factors: Readonly<Record<string, string>> = {
  potential: "Territory’s potential",
  tenure: "Tenure",
  region: "Region",
  team: "Team",
  manager: "Manager",
};

export const factorName = (factor: string): string => factors[factor] ?? factor;

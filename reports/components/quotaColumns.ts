import { formatPeriod } from "../src/format.js";
import { type AttainmentRow, stayWords } from "./attainmentChart.js";
import type { Option } from "./choice.js";
import { type Column, count, date, money, prose, rate, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";
import {
  type FairnessRow,
  factorName,
  type LevelRow,
  type ReliefRow,
  type RuleRow,
  ruleName,
} from "./quotaRows.js";
import type { RecommendationRow } from "./recommendationChart.js";

const repLink = ({ rep_id }: { readonly rep_id: string }) => repAddress(rep_id);

/** Years with quotas, the one in progress first. */
export function yearOptions(rows: readonly AttainmentRow[]): Option[] {
  const years = new Map(rows.map((row) => [row.label, row.is_complete]));
  return [...years].reverse().map(([label, is_complete]) => ({
    value: label,
    label: `${formatPeriod(label)}${is_complete ? "" : " (so far)"}`,
  }));
}

export function attainmentColumns({ currency_digits: digits }: Money): Column<AttainmentRow>[] {
  return [
    text<AttainmentRow>("Rep", (row) => row.rep, repLink),
    text("Team", (row) => row.team_id),
    money("Booked", (row) => row.booked_cents, digits),
    money("Quota", (row) => row.quota_cents, digits),
    rate("Attainment", (row) => row.attainment),
    text("Note", (row) => stayWords(row)[0]),
  ];
}

export function recommendationColumns({
  currency_digits: digits,
}: Money): Column<RecommendationRow>[] {
  return [
    text<RecommendationRow>("Rep", (row) => row.rep, repLink),
    text("Team", (row) => row.team_id),
    money("Quota now", (row) => row.current_quota_cents, digits),
    money("Recommended", (row) => row.quota_cents, digits),
    money("Expected", (row) => row.expected_cents, digits),
    money("80 % from", (row) => row.lower_80_cents, digits),
    money("80 % to", (row) => row.upper_80_cents, digits),
    rate("Odds of reaching it", (row) => row.attainment_probability),
    prose("Why", (row) => row.reasons),
  ];
}

/** What simple rules would give of the same total, beside the recommendation. */
export function allocatorColumns({ currency_digits: digits }: Money): Column<RecommendationRow>[] {
  return [
    text<RecommendationRow>("Rep", (row) => row.rep, repLink),
    text("Team", (row) => row.team_id),
    money("Recommended", (row) => row.quota_cents, digits),
    money("Even", (row) => row.allocator_even_cents, digits),
    money("Last year + growth", (row) => row.allocator_prior_year_cents, digits),
    money("Last 12 months", (row) => row.allocator_trailing_cents, digits),
    money("Potential index", (row) => row.allocator_potential_cents, digits),
    text("Held by", (row) => row.held_by),
  ];
}

/** Quotas that were changed in their period, with attainment of what was set first and of what holds. */
export function reliefColumns({ currency_digits: digits }: Money): Column<ReliefRow>[] {
  return [
    text<ReliefRow>("Rep", (row) => row.rep, repLink),
    text("Period", (row) => formatPeriod(row.label)),
    money("First quota", (row) => row.first_cents, digits),
    money("Quota now", (row) => row.quota_cents, digits),
    date("In force from", (row) => row.effective_from),
    money("Booked", (row) => row.booked_cents, digits),
    rate("Of the first", (row) => row.first_attainment),
    rate("Of the one now", (row) => row.attainment),
    prose("Why", (row) => row.reason),
  ];
}

export function levelColumns({ currency_digits: digits }: Money): Column<LevelRow>[] {
  return [
    text<LevelRow>("Level", (row) => row.level),
    text("Name", (row) => row.entity_id),
    money("Quota", (row) => row.quota_cents, digits),
    rate("Above the level over it", (row) => row.buffer_rate),
    money("Its reps carry", (row) => row.carried_cents, digits),
    rate("Buffer", (row) => row.carried_buffer_rate),
    count("Reps", (row) => row.count_reps),
  ];
}

const decimals = (value: number) => value.toFixed(2);

export const ruleColumns: readonly Column<RuleRow>[] = [
  text<RuleRow>("Rule", (row) => ruleName(row.rule)),
  count("Quotas", (row) => row.count_quotas),
  rate("Off by", (row) => row.error_rate),
  rate("Spread of attainment", (row) => row.attainment_spread),
  rate("At quota", (row) => row.share_at_quota),
  rate("Odds had said", (row) => row.expected_share),
  {
    heading: "Rank correlation",
    value: (row) => row.rank_correlation,
    isNumber: true,
    format: decimals,
  },
  { heading: "Brier score", value: (row) => row.brier_score, isNumber: true, format: decimals },
  {
    heading: "Slope of odds",
    value: (row) => row.reliability_slope,
    isNumber: true,
    format: decimals,
  },
];

export const fairnessColumns: readonly Column<FairnessRow>[] = [
  text<FairnessRow>("Factor", (row) => factorName(row.factor)),
  text("Group, or step", (row) => row.level),
  count("Reps", (row) => row.count_reps),
  rate("Attainment above the others", (row) => row.effect),
  rate("95 % from", (row) => row.lower_95),
  rate("95 % to", (row) => row.upper_95),
  text("Stands out", (row) => (row.is_apart ? "yes" : "no")),
];

import { formatPeriod } from "../src/format.js";
import { type AttainmentRow, stayWords } from "./attainmentChart.js";
import type { Option } from "./choice.js";
import { type Column, money, prose, rate, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";
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

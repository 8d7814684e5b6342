import { formatMultiple, formatPeriod } from "../src/format.js";
import { type Column, money, text } from "./column.js";
import type { CoverageRow } from "./coverageChart.js";
import type { Money } from "./quarterChart.js";

const multiple = <Row>(heading: string, value: (row: Row) => number | null): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: formatMultiple,
});

const kinds: Readonly<Record<string, string>> = {
  company: "Company",
  region: "Region",
  team: "Team",
};

/** Open pipeline against the quota left, and what it is over or short of what is needed. */
export function coverageColumns({ currency_digits }: Money): Column<CoverageRow>[] {
  return [
    text("For", (row) => row.entity_id),
    text("Level", (row) => kinds[row.entity_type] ?? row.entity_type),
    text("Quarter", (row) => formatPeriod(row.label)),
    money("Open pipeline", (row) => row.open_cents, currency_digits),
    money("Quota left", (row) => row.remaining_quota_cents, currency_digits),
    multiple("Coverage", (row) => row.coverage),
    multiple("Needed", (row) => row.needed),
    money("Over or short", gapOf, currency_digits),
  ];
}

/** Pipeline over what is needed, negative when short; null where either isn't known. */
function gapOf({ coverage, needed, remaining_quota_cents }: CoverageRow): number | null {
  if (coverage === null || needed === null || remaining_quota_cents === null) return null;
  return Math.round((coverage - needed) * remaining_quota_cents);
}

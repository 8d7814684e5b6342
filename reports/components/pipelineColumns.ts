import { html } from "npm:htl";
import { formatDate, formatFineRate, formatPeriod } from "../src/format.js";
import type { ListedDeal } from "../src/opportunity/listing.js";
import {
  type Column,
  count,
  date,
  type ExportRow,
  exportRow,
  money,
  rate,
  text,
} from "./column.js";
import { dealAddress, repAddress } from "./drill.js";
import type { Money } from "./quarterChart.js";
import type { SlipRow } from "./slipChart.js";
import { type StageMetric, type StageRow, stageMetric } from "./stageRows.js";

/** An open deal with its age and its pushes. */
export interface OpenDeal extends ExportRow {
  readonly opportunity_id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly owner: string | null;
  readonly rep_id: string | null;
  readonly stage: string;
  readonly amount_cents: number | null;
  readonly close_date: string | null;
  readonly is_overdue: boolean;
  readonly age_days: number | null;
  readonly stage_days: number | null;
  readonly count_pushes: number | null;
  readonly pushed_days: number | null;
  readonly first_close_date: string | null;
  readonly stage_rank: number;
  readonly push_rank: number;
  readonly count_all: number;
  readonly count_pushed: number;
  /** What all of them, and all that were pushed, are worth; null where no amount is known. */
  readonly amount_all_cents: number | null;
  readonly amount_pushed_cents: number | null;
}

const repLink = ({ rep_id }: { readonly rep_id: string | null }) =>
  rep_id === null || rep_id === "unassigned" ? undefined : repAddress(rep_id);

/** The deals behind a bar: their part of it, and what they were worth at both ends. */
export function changeColumns({ currency_digits: digits }: Money): Column<ListedDeal>[] {
  return [
    text("Deal", (deal) => deal.name ?? deal.opportunity_id),
    money("Change", (deal) => deal.cents, digits),
    money("Opening", (deal) => deal.opening_cents, digits),
    money("Closing", (deal) => deal.closing_cents, digits),
    text("Account", (deal) => deal.account),
    text<ListedDeal>("Owner", (deal) => deal.owner, repLink),
    text("Stage now", (deal) => deal.stage),
    exportRow(),
  ];
}

/** `Median days, deals that left in FY26`: the usual stay, and whose it is. */
function usualHeading(metrics: readonly StageMetric[]): string {
  const left = metrics.find(({ metric }) => metric === "stage_days");
  return left
    ? `Median days, deals that left in ${formatPeriod(left.label)}`
    : "Median days, deals that left";
}

/** Stages with their open deals, what goes on from them and how long deals stay. */
export function stageColumns(
  metrics: readonly StageMetric[],
  { currency_digits }: Money,
): Column<StageRow>[] {
  const days = (row: StageRow) => stageMetric(metrics, "stage_days", row.stage);
  const conversion = (row: StageRow) => stageMetric(metrics, "stage_conversion", row.stage);
  return [
    text("Stage", (row) => row.stage),
    count("Open deals", (row) => row.count_open),
    money("Amount", (row) => row.amount_cents, currency_digits),
    count("Without amount", (row) => row.count_without_amount),
    rate("Went on to a later stage or won", (row) => conversion(row)?.value),
    count("Of deals entered", (row) => conversion(row)?.n),
    count("Median days in it, open deals", (row) => row.stage_days_quartiles?.[1]),
    count(usualHeading(metrics), (row) => days(row)?.median),
  ];
}

const closes: Column<OpenDeal> = {
  ...date<OpenDeal>("Closes", (deal) => deal.close_date),
  format: (closes: string, { is_overdue }: OpenDeal) =>
    is_overdue
      ? html`<span class="overdue">overdue, ${formatDate(closes)}</span>`
      : formatDate(closes),
};

/** A deal's name, which leads to what is expected of it. */
const openDeal = text<OpenDeal>(
  "Deal",
  (deal) => deal.name ?? deal.opportunity_id,
  (deal) => dealAddress(deal.opportunity_id),
);

/** Open deals by how long they have been in their stage. */
export function ageColumns(
  metrics: readonly StageMetric[],
  { currency_digits }: Money,
): Column<OpenDeal>[] {
  return [
    openDeal,
    count("Days in stage", (deal) => deal.stage_days),
    count(usualHeading(metrics), (deal) => stageMetric(metrics, "stage_days", deal.stage)?.median),
    count("Days open", (deal) => deal.age_days),
    text("Stage", (deal) => deal.stage),
    money("Amount", (deal) => deal.amount_cents, currency_digits),
    text<OpenDeal>("Owner", (deal) => deal.owner, repLink),
    closes,
    exportRow(),
  ];
}

/** Open deals by how often their close date was moved to a later one. */
export function pushColumns({ currency_digits }: Money): Column<OpenDeal>[] {
  return [
    openDeal,
    count("Pushes", (deal) => deal.count_pushes),
    count("Days in all", (deal) => deal.pushed_days),
    date("First dated", (deal) => deal.first_close_date),
    closes,
    money("Amount", (deal) => deal.amount_cents, currency_digits),
    text<OpenDeal>("Owner", (deal) => deal.owner, repLink),
    text("Stage", (deal) => deal.stage),
    exportRow(),
  ];
}

/** To a tenth of a percent, so that small shares and large ones of a column read alike. */
const fineRate = (heading: string, value: (row: SlipRow) => number | null): Column<SlipRow> => ({
  ...rate(heading, value),
  format: formatFineRate,
});

export const shareColumns: readonly Column<SlipRow>[] = [
  text("Quarter", (row) => formatPeriod(row.label)),
  fineRate("Slipped", (row) => row.slip_rate),
  count("Of commit or best-case deals", (row) => row.count_called),
  fineRate("Pushed", (row) => row.push_rate),
  count("Of deals dated in it", (row) => row.count_dated),
  fineRate("Pushed by value", (row) => row.push_rate_value),
];

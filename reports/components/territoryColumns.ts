import type { BalanceRow } from "./balanceChart.js";
import { type Column, count, date, prose, rate, text } from "./column.js";
import { repAddress } from "./drill.js";

export interface MoveRow {
  readonly position: number;
  readonly account_id: string;
  readonly account: string;
  readonly from_rep_id: string;
  readonly from_rep: string;
  readonly to_rep_id: string;
  readonly to_rep: string;
  readonly pool: string;
  readonly reason: string;
}

export interface IssueRow {
  readonly kind: string;
  readonly account_id: string;
  readonly account: string;
  readonly segment: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly owner: string;
  readonly detail: string;
}

export interface SettledRow {
  readonly account_id: string;
  readonly account: string;
  readonly kind: string;
  readonly territory: string | null;
  readonly rep: string | null;
  readonly until_date: string | null;
  readonly grounds: string;
}

/** Loads are shares of their targets, today and with the moves. */
export const balanceColumns = (): Column<BalanceRow>[] => [
  text<BalanceRow>(
    "Rep",
    (row) => row.rep,
    (row) => repAddress(row.rep_id),
  ),
  text("Group", (row) => row.pool),
  rate("Off balance", (row) => row.deviation_before_rate),
  rate("With moves", (row) => row.deviation_after_rate),
  count("Accounts", (row) => row.count_accounts_before),
  count("Accounts with moves", (row) => row.count_accounts_after),
  rate("Potential", (row) => row.potential_before_rate),
  rate("Potential with moves", (row) => row.potential_after_rate),
  rate("Workload", (row) => row.workload_before_rate),
  rate("Workload with moves", (row) => row.workload_after_rate),
  rate("History", (row) => row.history_before_rate),
  rate("History with moves", (row) => row.history_after_rate),
];

export const moveColumns = (): Column<MoveRow>[] => [
  count("No.", (row) => row.position),
  text("Account", (row) => row.account),
  text<MoveRow>(
    "From",
    (row) => row.from_rep,
    (row) => repAddress(row.from_rep_id),
  ),
  text<MoveRow>(
    "To",
    (row) => row.to_rep,
    (row) => repAddress(row.to_rep_id),
  ),
  prose("Why", (row) => row.reason),
  text("Account id", (row) => row.account_id),
];

const kinds: Readonly<Record<string, string>> = {
  territory_conflict: "Claimed by several",
  territory_orphan: "In no territory",
  holdout: "Holdout",
  exception: "Exception",
  expired: "Holdout that is over",
};

const kindWord = ({ kind }: { readonly kind: string }) => kinds[kind] ?? kind;

export const issueColumns = (): Column<IssueRow>[] => [
  text("Account", (row) => row.account),
  text("What", kindWord),
  text("Segment", (row) => row.segment),
  text("Industry", (row) => row.industry),
  text("Country", (row) => row.country),
  text("Owner", (row) => row.owner),
  prose("Which", (row) => row.detail),
  text("Account id", (row) => row.account_id),
];

export const settledColumns = (): Column<SettledRow>[] => [
  text("Account", (row) => row.account),
  text("What", kindWord),
  text("Territory", (row) => row.territory),
  text("Rep", (row) => row.rep),
  date("Until", (row) => row.until_date),
  prose("Why", (row) => row.grounds),
  text("Account id", (row) => row.account_id),
];

import { type DealReason, mainReasonWords } from "../../src/narrative/deal-reasons.ts";
import type { OpenDeals } from "../../src/narrative/people.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import { readReport } from "./reading.ts";

export interface OpenDealRow {
  readonly opportunity_id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly rep_id: string;
  readonly owner: string | null;
  readonly team_id: string;
  readonly segment: string;
  readonly stage: string | null;
  readonly position: number | null;
  readonly bookings_cents: number | null;
  readonly close_date: string | null;
  readonly is_overdue: boolean;
  readonly stage_days: number | null;
  readonly usual_days: number | null;
  readonly is_stale: boolean;
  /** Null where no export tells of next steps; so too of activities. */
  readonly is_without_next_step: boolean | null;
  readonly is_without_amount: boolean;
  readonly is_idle: boolean | null;
  readonly count_to_mend: number;
  readonly count_pushes: number | null;
  readonly last_activity_date: string | null;
  /** As the CRM has it. */
  readonly probability_rate: number | null;
  /** To be won ever; this and what follows is null where it isn't known what the deal was like. */
  readonly win_rate: number | null;
  readonly win_rate_in_quarter: number | null;
  readonly win_rate_next_quarter: number | null;
  readonly expected_close_date: string | null;
  readonly expected_if_won_cents: number | null;
  readonly expected_cents: number | null;
  readonly expected_in_quarter_cents: number | null;
  readonly expected_next_quarter_cents: number | null;
  readonly reasons: readonly DealReason[];
  /** The main one in words. */
  readonly reason: string | null;
  /** Names of flags, apart by spaces. */
  readonly risk_flags: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

interface TellingRow extends Omit<OpenDealRow, "reasons" | "reason"> {
  readonly reasons: string | null;
}

export async function readOpenDeals(warehouse: Warehouse): Promise<OpenDealRow[]> {
  const rows = await readReport<TellingRow>(warehouse, "open_deal");
  return rows.map(({ reasons: told, ...row }) => {
    const reasons = told === null ? [] : (JSON.parse(told) as DealReason[]);
    return { ...row, reasons, reason: mainReasonWords(reasons) };
  });
}

/** How each column is written of what open deals are worth: of this, totals and charts are made. */
const worthKinds = {
  rep_id: "word",
  owner: "word",
  team_id: "word",
  segment: "word",
  stage: "word",
  position: "whole",
  bookings_cents: "number",
  win_rate: "number",
  expected_if_won_cents: "number",
  expected_cents: "number",
  expected_in_quarter_cents: "number",
  expected_next_quarter_cents: "number",
  risk_flags: "word",
} as const;

/** How each column is written of what lists tell of them beside that. */
const toldKinds = {
  opportunity_id: "text",
  name: "text",
  account: "text",
  close_date: "word",
  is_overdue: "whole",
  stage_days: "whole",
  usual_days: "number",
  is_stale: "whole",
  is_without_next_step: "whole",
  is_without_amount: "whole",
  is_idle: "whole",
  count_to_mend: "whole",
  count_pushes: "whole",
  last_activity_date: "word",
  probability_rate: "number",
  win_rate_in_quarter: "number",
  win_rate_next_quarter: "number",
  expected_close_date: "word",
  reason: "word",
  file: "word",
  line: "whole",
} as const;

/** Two files of the same deals in the same order: a page draws what they are worth before it has their names. */
export const openDealTables = (deals: readonly OpenDealRow[]) => ({
  "open-deals": columnar(deals, worthKinds),
  "open-deals-told": columnar(deals, toldKinds),
});

/** What is open of some deals, and how many of them have no amount to add. */
export function openOf(deals: readonly OpenDealRow[]): OpenDeals {
  const known = deals.map((deal) => deal.bookings_cents).filter((cents) => cents !== null);
  return {
    deals: deals.length,
    without_amount: deals.length - known.length,
    cents: known.reduce((sum, cents) => sum + cents, 0),
    late: deals.filter((deal) => deal.is_stale || deal.is_overdue).length,
  };
}

import type { OpenDeals } from "../../src/narrative/people.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { readReport } from "./reading.ts";

export interface OpenDealRow {
  readonly opportunity_id: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly rep_id: string;
  readonly owner: string | null;
  readonly team_id: string;
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
  readonly file: string | null;
  readonly line: number | null;
}

export const readOpenDeals = (warehouse: Warehouse): Promise<OpenDealRow[]> =>
  readReport(warehouse, "open_deal");

/** How a page's table writes each column of an open deal. */
export const dealKinds = {
  opportunity_id: "text",
  name: "text",
  account: "word",
  rep_id: "word",
  owner: "word",
  team_id: "word",
  stage: "word",
  position: "whole",
  bookings_cents: "number",
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
  file: "word",
  line: "whole",
} as const;

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

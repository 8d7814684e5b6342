import type { Need } from "../src/forecast/need.js";
import { formatMoney, formatPlural } from "../src/format.js";
import { type Column, date, money, prose, rate, text } from "./column.js";
import { repAddress } from "./drill.js";
import type { RangeRow } from "./forecastRows.js";
import type { Money } from "./quarterChart.js";

/** An open deal that may be won in the next quarter. */
export interface ForwardDeal {
  readonly opportunity_id: string;
  readonly name: string;
  readonly rep_id: string;
  readonly owner: string | null;
  readonly team_id: string;
  readonly region_id: string;
  readonly segment: string;
  readonly stage: string | null;
  readonly close_date: string | null;
  readonly win_rate_in_quarter: number;
  readonly win_rate_next_quarter: number;
  readonly expected_if_won_cents: number;
  readonly added_cents: number;
}

/** A part that the forecast is made of. */
export interface PartRow {
  readonly part: string;
  readonly cents: number;
  readonly note: string;
}

interface Parts {
  readonly range: RangeRow;
  readonly target_cents: number;
  readonly need: Need;
  /** Of deals that are won, with a close date to come. */
  readonly ahead: number;
  /** Null where no deal is open, or nothing tells what one may bring. */
  readonly open: {
    readonly expected: number;
    readonly amount: number;
    readonly count_deals: number;
  } | null;
}

/** What the forecast of a quarter is made of, down to what is missing for the target. */
export function partsOf(
  { range, target_cents, need, ahead, open }: Parts,
  digits: number,
): PartRow[] {
  const booked = range.booked_cents ?? 0;
  return [
    {
      part: "Booked",
      cents: booked,
      note: range.booked_cents === null ? "the quarter hasn’t begun" : "so far",
    },
    ...comingParts({ range, need, ahead, open }, digits),
    { part: "Forecast", cents: range.mean_cents, note: "the sum of these" },
    { part: "Target", cents: target_cents, note: "as it is on file" },
    {
      part: need.gap > 0 ? "Short of it" : "Above it",
      cents: Math.abs(need.gap),
      note: need.gap > 0 ? "target less forecast" : "forecast less target",
    },
  ];
}

function comingParts(
  { range, need, ahead, open }: Omit<Parts, "target_cents">,
  digits: number,
): PartRow[] {
  if (need.coming === null || need.correction === null) {
    const rest = range.mean_cents - (range.booked_cents ?? 0);
    return [{ part: "Still to come", cents: rest, note: "by past bookings" }];
  }
  const deals = open
    ? `${formatPlural(open.count_deals, "deal")} of ${formatMoney(open.amount, digits)}, each by its own chance`
    : "none";
  const signed = { part: "Won for a later day", cents: ahead, note: "their close date is to come" };
  return [
    ...(ahead === 0 ? [] : [signed]),
    { part: "Open deals", cents: open?.expected ?? 0, note: deals },
    {
      part: "Deals not yet created",
      cents: need.coming,
      note: "as many and as large as they usually are",
    },
    {
      part: "Past bookings",
      cents: need.correction,
      note: "by how much they pull the forecast up; below zero, down",
    },
  ];
}

export const partColumns = ({ currency_digits: digits }: Money): Column<PartRow>[] => [
  text("Part", (row) => row.part),
  money("Amount", (row) => row.cents, digits),
  prose("What it is", (row) => row.note),
];

const ownerLink = ({ rep_id }: ForwardDeal) =>
  rep_id === "unassigned" ? undefined : repAddress(rep_id);

/** Deals that would close the gap if they were won a quarter earlier. */
export const forwardColumns = ({ currency_digits: digits }: Money): Column<ForwardDeal>[] => [
  text("Deal", (deal) => deal.name),
  text<ForwardDeal>("Owner", (deal) => deal.owner, ownerLink),
  text("Stage", (deal) => deal.stage),
  date("Closes", (deal) => deal.close_date),
  rate("Chance this quarter", (deal) => deal.win_rate_in_quarter),
  rate("Chance next quarter", (deal) => deal.win_rate_next_quarter),
  money("Brings if won", (deal) => deal.expected_if_won_cents, digits),
  money("Adds to this quarter", (deal) => deal.added_cents, digits),
];

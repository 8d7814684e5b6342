import type { PlainDate } from "../../src/calendar.ts";
import type { Company } from "../../src/forecast/base.ts";
import type { Between, Booking } from "../../src/forecast/change/between.ts";
import { type DealChanges, dealChanges } from "../../src/forecast/change/deal-change.ts";
import { aheadChanges } from "../../src/forecast/change/won-ahead.ts";
import type { Seller } from "../../src/forecast/hierarchy.ts";
import type { CellForecast } from "../../src/forecast/ways.ts";
import type { Fitted } from "../../src/opportunity/hazard/fit.ts";
import { broughtBy, broughtByMonth } from "../../src/opportunity/hazard/month.ts";
import { type DealSnapshot, dealKey } from "../../src/opportunity/hazard/snapshot.ts";
import { bookedByMonth, type WonAhead } from "../../src/opportunity/hazard/won-ahead.ts";
import { dealsWonAhead, openDeals, prospectsOf } from "../deals/outlook.ts";
import { type Run, sql } from "../run.ts";
import { comingMonths } from "./coming-months.ts";
import { byCell } from "./pipeline.ts";

/** What was forecast at past cutoffs and now, and by which model of deals. */
export interface Made {
  readonly company: Company;
  readonly sellers: readonly Seller[];
  readonly cells: ReadonlyMap<PlainDate, CellForecast>;
  /** None at cutoffs of which it isn't known which deals were open. */
  readonly fits: ReadonlyMap<PlainDate, Fitted>;
}

/** What is known of deals at the as-of date. */
interface Known {
  readonly open: readonly DealSnapshot[];
  readonly ahead: readonly WonAhead[];
  /** Keys of those that were won. */
  readonly won: ReadonlySet<string>;
}

/** What happened between earlier cutoffs and the as-of date. */
export async function betweensOf(run: Run, made: Made, now: CellForecast) {
  const known: Known = {
    open: await openDeals(run, run.asOf),
    ahead: await dealsWonAhead(run, run.asOf),
    won: await wonDeals(run),
  };
  return async (before: CellForecast): Promise<Between> => {
    const { date: cutoff } = before.cutoff;
    const booked = await run.warehouse.all<BookingRow>(sql("changes/booking"), { cutoff });
    const shared = { before, now, bookings: booked.map(bookingOf) };
    const fitted = made.fits.get(cutoff);
    // of deals nothing where it isn't known which were open then
    if (!fitted) return { ...shared, deals: { aged: [], changes: [] }, coming: () => 0 };
    const open = await openChanges(run, known, { cutoff, fitted });
    const ahead = await changesAhead(run, known, { cutoff, bookings: shared.bookings });
    const deals: DealChanges = {
      aged: [...open.aged, ...ahead.aged],
      changes: [...open.changes, ...ahead.changes],
    };
    return { ...shared, deals, coming: await comingSince(run, made, cutoff) };
  };
}

async function openChanges(
  run: Run,
  { open, won }: Known,
  { cutoff, fitted }: { readonly cutoff: PlainDate; readonly fitted: Fitted },
): Promise<DealChanges> {
  const { asOf, workspace } = run;
  const { calendar } = workspace.company;
  return dealChanges({
    cutoff: asOf,
    earlier: await openDeals(run, cutoff),
    current: open,
    keyOf: dealKey,
    isWon: (deal) => won.has(dealKey(deal)),
    expected: (states) => {
      const brought = broughtByMonth(prospectsOf(fitted, states, { cutoff: asOf, calendar }));
      return states.map((_, row) => brought(row));
    },
  });
}

async function changesAhead(
  run: Run,
  { ahead }: Known,
  { cutoff, bookings }: { readonly cutoff: PlainDate; readonly bookings: readonly Booking[] },
): Promise<DealChanges> {
  const booked = new Set(bookings.map(({ opportunityId }) => opportunityId));
  return aheadChanges({
    earlier: await dealsWonAhead(run, cutoff),
    current: ahead,
    isBooked: ({ opportunity_id }) => booked.has(opportunity_id),
    expected: (deal) => broughtBy(bookedByMonth(deal, run.asOf), deal.bookings_cents),
  });
}

/** What deals not created by the as-of date were expected to bring after it. */
async function comingSince(run: Run, { company, sellers }: Made, cutoff: PlainDate) {
  const rows = await comingMonths(run, { cutoff, from: run.asOf, takers: sellers });
  const { byCell: cents, months } = byCell(rows, company.hierarchy);
  return (cell: number, lead: number) =>
    lead < months ? (cents[cell * months + lead] ?? Number.NaN) : 0;
}

async function wonDeals({ warehouse }: Pick<Run, "warehouse">): Promise<Set<string>> {
  type Ended = Pick<DealSnapshot, "opportunity_id" | "spell">;
  const ended = await warehouse.all<Ended>(sql("changes/won"));
  return new Set(ended.map(dealKey));
}

interface BookingRow {
  readonly opportunity_id: string;
  readonly rep_id: string;
  readonly segment: string;
  readonly close_date: PlainDate;
  readonly bookings_cents: number;
}

const bookingOf = (row: BookingRow): Booking => ({
  opportunityId: row.opportunity_id,
  repId: row.rep_id,
  segment: row.segment,
  date: row.close_date,
  cents: row.bookings_cents,
});

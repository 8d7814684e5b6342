import type { Ratio } from "../statistics/credibility.ts";
import { type RampCurve, type RampMonth, rampMonths, rampShare } from "./ramp-curve.ts";
import { isThere, type Records, type Seller, startOf } from "./seller.ts";
import type { StandingOf } from "./standing.ts";

/** A month of a seller's that a model learns from; bookings in minor units. */
export interface PanelMonth {
  readonly seller: Seller;
  readonly month: number;
  readonly service: number | null;
  readonly booked: number;
  readonly x: readonly number[];
}

/** Every month before the origin in which a seller was there and had accounts. */
export function panelOf({ sellers }: Records, origin: number, standing: StandingOf): PanelMonth[] {
  return sellers.flatMap((seller) =>
    Array.from({ length: origin }, (_, month) => month)
      .filter((month) => isThere(seller, month) && seller.territories.some((t) => t.month <= month))
      .map((month) => ({
        seller,
        month,
        service: serviceOf(seller, month),
        // a month that refunds outweigh counts as one without bookings
        booked: Math.max(0, seller.monthly[month] ?? 0),
        x: standing(seller, month),
      })),
  );
}

/** Whole months since the hire; null where the hire isn't known or lies before the data. */
export function serviceOf(seller: Seller, month: number): number | null {
  return seller.hired === null ? null : month - startOf(seller);
}

/** As a row of the regression. */
export const countedMonth = ({ x, booked }: PanelMonth, exposure: number) => ({
  x,
  count: 1,
  exposure,
  sum: booked,
  squares: booked * booked,
});

/** What share of a ramped seller's bookings the month is expected to have. */
export function shareOf(ramps: readonly RampCurve[], { seller, service }: PanelMonth): number {
  return rampShare(
    ramps.find(({ role }) => role === seller.role),
    service,
  );
}

/** The months of ramps, with what a ramped seller of that ratio would have booked. */
export function rampMonthsOf(
  panel: readonly PanelMonth[],
  full: readonly number[],
  ratios: ReadonlyMap<string, Ratio>,
): RampMonth[] {
  return panel.flatMap(({ seller, service, booked }, row) => {
    if (service === null || service < 0 || service >= rampMonths) return [];
    const expected = (full[row] ?? 0) * (ratios.get(seller.repId)?.mean ?? 1);
    return { repId: seller.repId, role: seller.role, service, seen: booked, expected };
  });
}

import { credibleRatio, varianceBetween } from "../statistics/credibility.ts";
import { type PanelMonth, shareOf } from "./panel.ts";
import type { RampCurve } from "./ramp-curve.ts";

/** Evidence of a rep's own ratio counts half after this many months. */
const halfLife = 24;

/** Each seller's ratio to what the regression expects, and how sellers differ. */
export function ratiosOf(
  panel: readonly PanelMonth[],
  full: readonly number[],
  ramps: readonly RampCurve[],
  dispersion: number,
  origin: number,
) {
  const sums = new Map<string, { seen: number; expected: number }>();
  for (const [row, one] of panel.entries()) {
    const weight = 0.5 ** ((origin - one.month) / halfLife);
    const sum = sums.get(one.seller.repId) ?? { seen: 0, expected: 0 };
    sum.seen += weight * one.booked;
    sum.expected += weight * (full[row] ?? 0) * shareOf(ramps, one);
    sums.set(one.seller.repId, sum);
  }
  const between = varianceBetween([...sums.values()], dispersion);
  const heterogeneity = { between, dispersion };
  const ratios = new Map(
    [...sums].map(([repId, experience]) => [repId, credibleRatio(experience, heterogeneity)]),
  );
  return { ratios, heterogeneity };
}

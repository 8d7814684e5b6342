import {
  credibleRatio,
  type Heterogeneity,
  type Ratio,
  varianceBetween,
} from "../statistics/credibility.ts";
import { type LogLinearFit, logLinear, meanAt } from "../statistics/log-linear.ts";
import { type RampCurve, type RampMonth, rampCurves, rampMonths, rampShare } from "./ramp-curve.ts";
import { isThere, type Records, type Seller, startOf } from "./seller.ts";
import { type StandingOf, standingsOf } from "./standing.ts";

/** What reps are expected to book, learned from the months before `origin`. */
export interface ProductionModel {
  readonly origin: number;
  readonly ramps: readonly RampCurve[];
  /** Minor units: variance of a month's bookings over their mean; and how reps differ. */
  readonly heterogeneity: Heterogeneity;
  /** A seller's own ratio to what is expected of sellers with such a territory. */
  readonly ratioOf: (seller: Pick<Seller, "repId">) => Ratio;
  /** Bookings of a month at the usual ratio and ramped, minor units. */
  readonly fullMonth: (seller: Seller, month: number) => number;
  readonly rampAt: (seller: Seller, month: number) => number;
}

/** Evidence of a rep's own ratio counts half after this many months. */
const halfLife = 24;
/** How often regression, ramp and ratios take each other into account. */
const rounds = 3;
const fewestMonths = 60;

interface PanelMonth {
  readonly seller: Seller;
  readonly month: number;
  readonly service: number | null;
  readonly booked: number;
  readonly x: readonly number[];
}

/**
 * A hierarchical regression of monthly bookings: territory, pipeline, role, season and trend on the
 * log scale, times the ramp of the month of service, times a ratio of the rep's own that leans on 1
 * the more the less was seen of the rep (a Poisson–gamma hierarchical model, Lee & Nelder 1996,
 * Hierarchical generalized linear models, fitted by turns).
 *
 * @param origin month that the look ahead begins with; months from it on aren't looked at
 * @returns null where the months are too few or nothing was booked in them
 */
export function productionModel(records: Records, origin: number): ProductionModel | null {
  const standing = standingsOf(records, origin);
  const panel = panelOf(records, origin, standing);
  if (panel.length < fewestMonths) return null;
  const roles = [...new Set(records.sellers.map(({ role }) => role))].sort();
  let ramps: readonly RampCurve[] = [];
  let ratios = new Map<string, Ratio>();
  let fit: LogLinearFit | null = null;
  let heterogeneity: Heterogeneity = { between: 0, dispersion: 1 };
  for (let round = 0; round < rounds; round++) {
    const shares = panel.map((one) => shareOf(ramps, one));
    const exposures = panel.map(
      ({ seller }, row) => (shares[row] ?? 1) * (ratios.get(seller.repId)?.mean ?? 1),
    );
    fit = logLinear(panel.map((one, row) => countedMonth(one, exposures[row] ?? 1)));
    if (!fit) return null;
    const full = fitted(panel, fit);
    ramps = rampCurves(rampMonthsOf(panel, full, ratios), roles);
    ({ ratios, heterogeneity } = ratiosOf(panel, full, ramps, fit.dispersion, origin));
  }
  return fit && modelOf({ origin, ramps, ratios, heterogeneity, fit, standing });
}

function modelOf({
  fit,
  standing,
  ratios,
  ...rest
}: Pick<ProductionModel, "origin" | "ramps" | "heterogeneity"> & {
  readonly fit: LogLinearFit;
  readonly standing: StandingOf;
  readonly ratios: ReadonlyMap<string, Ratio>;
}): ProductionModel {
  const newcomer = { mean: 1, variance: rest.heterogeneity.between };
  const curves = new Map(rest.ramps.map((curve) => [curve.role, curve]));
  return {
    ...rest,
    ratioOf: ({ repId }) => ratios.get(repId) ?? newcomer,
    fullMonth: (seller, month) => meanAt(fit, standing(seller, month)),
    rampAt: (seller, month) => rampShare(curves.get(seller.role), serviceOf(seller, month)),
  };
}

function panelOf({ sellers }: Records, origin: number, standing: StandingOf): PanelMonth[] {
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
function serviceOf(seller: Seller, month: number): number | null {
  return seller.hired === null ? null : month - startOf(seller);
}

const countedMonth = ({ x, booked }: PanelMonth, exposure: number) => ({
  x,
  count: 1,
  exposure,
  sum: booked,
  squares: booked * booked,
});

const fitted = (panel: readonly PanelMonth[], fit: LogLinearFit) =>
  panel.map(({ x }) => meanAt(fit, x));

function shareOf(ramps: readonly RampCurve[], { seller, service }: PanelMonth): number {
  return rampShare(
    ramps.find(({ role }) => role === seller.role),
    service,
  );
}

function rampMonthsOf(
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

function ratiosOf(
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

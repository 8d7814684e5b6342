import type { Heterogeneity, Ratio } from "../statistics/credibility.ts";
import { type LogLinearFit, logLinear, meanAt } from "../statistics/log-linear.ts";
import { ratiosOf } from "./own-ratio.ts";
import {
  countedMonth,
  type PanelMonth,
  panelOf,
  rampMonthsOf,
  serviceOf,
  shareOf,
} from "./panel.ts";
import { type RampCurve, rampCurves, rampShare } from "./ramp-curve.ts";
import type { Records, Seller } from "./seller.ts";
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

/** How often regression, ramp and ratios take each other into account. */
const rounds = 3;
const fewestMonths = 60;

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

const fitted = (panel: readonly PanelMonth[], fit: LogLinearFit) =>
  panel.map(({ x }) => meanAt(fit, x));

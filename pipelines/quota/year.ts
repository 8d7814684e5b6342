import { monthsBetween, type PlainDate } from "../../src/calendar.ts";
import { basisAt } from "../../src/quota/basis.ts";
import { type Learned, uncertaintyOf } from "../../src/quota/lessons.ts";
import type { ProductionModel } from "../../src/quota/production-model.ts";
import type { RampCurve } from "../../src/quota/ramp-curve.ts";
import {
  expectedMonths,
  type SalesYear,
  type Uncertainty,
  type YearSeller,
} from "../../src/quota/sales-year.ts";
import type { Records, Seller } from "../../src/quota/seller.ts";
import { normalQuantile } from "../../src/statistics/normal.ts";
import type { Lessons } from "./past.ts";
import type { OutlookRow, RangeRow, SellerRow } from "./rows.ts";

export interface YearInputs {
  readonly records: Records;
  readonly model: ProductionModel;
  readonly lessons: Lessons;
  readonly sellers: readonly SellerRow[];
  readonly outlook: readonly OutlookRow[];
  readonly ranges: readonly RangeRow[];
  /** The first months of the data and of the planned year. */
  readonly firstMonth: PlainDate;
  readonly yearStart: PlainDate;
}

/**
 * The planned year of every active rep, coherent with the company's forecast of its quarters: in
 * sum, and in how far all reps together may land from it.
 */
export function salesYearOf(inputs: YearInputs): SalesYear {
  const { model, lessons, sellers, records } = inputs;
  const byId = new Map(records.sellers.map((seller) => [seller.repId, seller]));
  const own = sellers.flatMap((row) => {
    const seller = byId.get(row.rep_id);
    return seller ? [yearSeller(row, seller, inputs)] : [];
  });
  const { dispersion } = model.heterogeneity;
  const uncertain = (learned: Learned, period: string): Uncertainty => {
    const usual = uncertaintyOf(learned, dispersion);
    return { ...usual, common: commonOf(inputs.ranges, period) ?? usual.common };
  };
  return {
    sellers: coherent(own, model.ramps, inputs.outlook),
    ramps: model.ramps,
    uncertainty: uncertain(lessons.years, "year"),
    quarterUncertainty: uncertain(lessons.quarters, "quarter"),
  };
}

/** How far from its mean the company's forecast may land, relative; null where there is none. */
function commonOf(ranges: readonly RangeRow[], period: string): number | null {
  const own = ranges.filter((row) => row.period === period && row.mean_cents > 0);
  if (own.length === 0) return null;
  const spreads = own.map(
    ({ mean_cents, lower_80_cents, upper_80_cents }) =>
      (upper_80_cents - lower_80_cents) / (2 * z80) / mean_cents,
  );
  return spreads.reduce((a, b) => a + b, 0) / spreads.length;
}

/** How many standard deviations a range of 80 % reaches to either side. */
const z80 = normalQuantile(0.9);

function yearSeller(
  row: SellerRow,
  seller: Seller,
  { model, firstMonth, yearStart }: YearInputs,
): YearSeller {
  const begins = monthsBetween(firstMonth, yearStart);
  const { mean, variance } = model.ratioOf(seller);
  return {
    repId: row.rep_id,
    role: row.role,
    teamId: row.team_id,
    regionId: row.region_id,
    service: row.service_months,
    from: 0,
    to: 12,
    full: Array.from({ length: 12 }, (_, k) => model.fullMonth(seller, begins + k) * mean),
    ratioVariance: variance / mean ** 2,
    priorQuota: row.prior_quota_cents,
    earnings: row.on_target_earnings_cents,
    locked: null,
    basis: basisAt(seller, { month: model.origin, length: 12 }),
  };
}

/** Scaled by quarter to what the company is forecast to book through those who carry quotas. */
function coherent(
  sellers: readonly YearSeller[],
  ramps: readonly RampCurve[],
  outlook: readonly OutlookRow[],
): YearSeller[] {
  const curve = new Map(ramps.map((ramp) => [ramp.role, ramp]));
  const months = sellers.map((seller) => expectedMonths(seller, curve.get(seller.role)));
  const factors = [0, 3, 6, 9].map((from) => {
    const places = [from, from + 1, from + 2];
    const forecast = places.map((place) => {
      const row = outlook[place];
      return row?.mean_cents == null ? Number.NaN : row.mean_cents * row.carried_rate;
    });
    const said = months.reduce(
      (sum, one) => places.reduce((inner, place) => inner + (one[place] ?? 0), sum),
      0,
    );
    const factor = forecast.reduce((a, b) => a + b, 0) / said;
    return Number.isFinite(factor) && factor > 0 ? factor : 1;
  });
  return sellers.map((seller) => ({
    ...seller,
    full: seller.full.map((amount, month) => amount * (factors[Math.floor(month / 3)] ?? 1)),
  }));
}

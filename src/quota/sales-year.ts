import type { Basis } from "./allocators.ts";
import type { Carrier } from "./guardrails.ts";
import type { Production } from "./production.ts";
import { type RampCurve, rampShare } from "./ramp-curve.ts";
import type { Candidate } from "./recommend.ts";

/** A rep in the year that is planned. Minor units. */
export interface YearSeller {
  readonly repId: string;
  readonly role: string;
  readonly teamId: string;
  readonly regionId: string;
  /** Months since the hire when the year begins, negative for who comes later; null for ramped. */
  readonly service: number | null;
  /** The first month of the year in which the rep is there, and the first when no longer: 0 to 12. */
  readonly from: number;
  readonly to: number;
  /** Expected bookings of each of the twelve months were the rep there and ramped. */
  readonly full: readonly number[];
  /** Variance of the rep's own ratio to what is expected of such a territory, over its square. */
  readonly ratioVariance: number;
  readonly priorQuota: number | null;
  readonly earnings: number | null;
  readonly locked: number | null;
  /** What simple rules spread a total by, but for the time the rep is there. */
  readonly basis: Omit<Basis, "repId" | "presence">;
}

/** The year that quotas are recommended for. */
export interface SalesYear {
  readonly sellers: readonly YearSeller[];
  readonly ramps: readonly RampCurve[];
  readonly uncertainty: Uncertainty;
  /** Of a quarter; a year's chances even out otherwise. */
  readonly quarterUncertainty: Uncertainty;
}

/** How far from their means reps land. */
export interface Uncertainty {
  /** Variance of bookings over their mean, minor units. */
  readonly dispersion: number;
  /** What back-tests found variances of reps to be, over what they were said to be. */
  readonly scale: number;
  /** Relative standard deviation of what moves all reps together. */
  readonly common: number;
}

/** Expected bookings by month, ramped and only while there; minor units. */
export function expectedMonths(
  { full, service, from, to }: Pick<YearSeller, "full" | "service" | "from" | "to">,
  ramp: RampCurve | undefined,
): number[] {
  return full.map((amount, month) => {
    if (month < from || month >= to) return 0;
    return amount * rampShare(ramp, service === null ? null : service + month);
  });
}

/** The sum of some months' bookings about its mean. */
export function productionOf(
  mean: number,
  ratioVariance: number,
  { dispersion, scale, common }: Uncertainty,
): Production {
  const own = scale * (dispersion * mean + ratioVariance * mean ** 2);
  return { mean, variance: own + (common * mean) ** 2 };
}

/** Everyone of the year as who may carry a quota. */
export function candidatesOf(year: SalesYear): Candidate[] {
  const ramps = new Map(year.ramps.map((ramp) => [ramp.role, ramp]));
  return year.sellers.map((seller) => {
    const ramp = ramps.get(seller.role);
    const months = expectedMonths(seller, ramp);
    const carrier = carrierOf(seller, ramp, year.uncertainty);
    const quarters = [0, 3, 6, 9].map((from) =>
      productionOf(
        sum(months.slice(from, from + 3)),
        seller.ratioVariance,
        year.quarterUncertainty,
      ),
    );
    const { repId, basis } = seller;
    return { carrier, basis: { ...basis, repId, presence: carrier.presence }, months, quarters };
  });
}

function carrierOf(
  seller: YearSeller,
  ramp: RampCurve | undefined,
  uncertainty: Uncertainty,
): Carrier {
  const mean = sum(expectedMonths(seller, ramp));
  const whole = sum(seller.full);
  const { repId, priorQuota, earnings, locked } = seller;
  return {
    repId,
    priorQuota,
    earnings,
    locked,
    presence: whole > 0 ? mean / whole : (seller.to - seller.from) / 12,
    production: productionOf(mean, seller.ratioVariance, uncertainty),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

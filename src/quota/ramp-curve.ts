import { clusterBootstrap } from "../statistics/bootstrap.ts";
import { grouped } from "../statistics/grouped.ts";
import { isotonic } from "../statistics/isotonic.ts";

/** A month of a hire: what was booked beside what a ramped rep would have. */
export interface RampMonth {
  readonly repId: string;
  readonly role: string;
  /** Months since the hire, 0 in the month of it. */
  readonly service: number;
  readonly seen: number;
  readonly expected: number;
}

/** Production as a share of a ramped rep's, by month of service from the first. */
export interface RampCurve {
  readonly role: string;
  readonly shares: readonly number[];
  /** 80 % range of each share, hires drawn again; null where they are too few to tell. */
  readonly lower: readonly number[] | null;
  readonly upper: readonly number[] | null;
  readonly hires: number;
}

/** From here on a rep counts as ramped. */
export const rampMonths = 18;
/** A role's curve leans on all roles' as on this many hires. */
const leaning = 4;
const fewestHires = 3;
const least = 0.02;

/**
 * Ramp by role from all past hires: bookings over what a ramped rep would have booked, by month of
 * service; a role with few hires leans on all of them; never falling (isotonic regression), never
 * above a ramped rep's. Ranges by drawing hires again (cluster bootstrap).
 */
export function rampCurves(months: readonly RampMonth[], roles: readonly string[]): RampCurve[] {
  const early = months.filter(({ service }) => service >= 0 && service < rampMonths);
  const everyone = ratios(
    early,
    early.map(() => 1),
    null,
  );
  const byRole = grouped(early, ({ role }) => role);
  return roles.map((role) => {
    const own = byRole.get(role) ?? [];
    const hires = new Set(own.map(({ repId }) => repId)).size;
    const shares = curveOf(
      own,
      own.map(() => 1),
      everyone,
      hires,
    );
    return { role, shares, hires, ...rangeOf(own, everyone, hires) };
  });
}

/** Share of a ramped rep's production in a month of service; unknown service counts as ramped. */
export function rampShare(curve: RampCurve | undefined, service: number | null): number {
  if (service === null || service >= rampMonths) return 1;
  return curve?.shares[Math.max(0, service)] ?? 1;
}

function rangeOf(own: readonly RampMonth[], everyone: readonly number[], hires: number) {
  if (hires < fewestHires) return { lower: null, upper: null };
  const places = new Map([...new Set(own.map(({ repId }) => repId))].map((id, at) => [id, at]));
  const clusters = own.map(({ repId }) => places.get(repId) ?? 0);
  const intervals = clusterBootstrap(
    { clusters, count: places.size },
    (weights) => curveOf(own, weights, everyone, hires),
    { level: 0.8 },
  );
  return {
    lower: intervals.map(({ lower }) => lower),
    upper: intervals.map(({ upper }) => upper),
  };
}

function curveOf(
  own: readonly RampMonth[],
  weights: ArrayLike<number>,
  everyone: readonly number[],
  hires: number,
): number[] {
  const known = hires === 0 ? everyone : ratios(own, weights, { everyone, hires });
  const rising = isotonic(
    known,
    known.map(() => 1),
  );
  return rising.map((share) => Math.min(1, Math.max(least, share)));
}

function ratios(
  months: readonly RampMonth[],
  weights: ArrayLike<number>,
  leaningOn: { readonly everyone: readonly number[]; readonly hires: number } | null,
): number[] {
  const seen = new Float64Array(rampMonths);
  const expected = new Float64Array(rampMonths);
  for (const [row, month] of months.entries()) {
    const weight = weights[row] ?? 0;
    seen[month.service] = (seen[month.service] ?? 0) + weight * month.seen;
    expected[month.service] = (expected[month.service] ?? 0) + weight * month.expected;
  }
  const total = expected.reduce((a, b) => a + b, 0);
  const usual = leaningOn ? total / rampMonths / leaningOn.hires : 0;
  return Array.from(expected, (value, service) => {
    const prior = leaningOn?.everyone[service] ?? 1;
    const weight = leaningOn ? leaning * usual : 0;
    const over = value + weight;
    return over > 0 ? ((seen[service] ?? 0) + weight * prior) / over : prior;
  });
}

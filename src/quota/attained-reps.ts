import { grouped } from "../statistics/grouped.ts";
import type { Weighed } from "../statistics/weighted-comparison.ts";

/** A rep's complete period with a quota; minor units. */
export interface Attained {
  readonly repId: string;
  readonly quota: number;
  readonly booked: number;
}

/** What a quota should be neither harder nor easier for. */
export interface RepTraits {
  readonly repId: string;
  /** 1 is the average territory of the role; null where none is known. */
  readonly potentialIndex: number | null;
  readonly tenureYears: number | null;
  readonly region: string;
  readonly team: string;
  readonly manager: string | null;
}

/** A rep as one value: bookings over quota of all periods. */
export interface Audited extends Weighed {
  readonly traits: RepTraits;
}

/** Attainment by rep over all periods, with the inverse of its variance as the weight. */
export function auditedReps(
  attained: readonly Attained[],
  traits: readonly RepTraits[],
): Audited[] {
  const byRep = grouped(
    attained.filter(({ quota }) => quota > 0),
    ({ repId }) => repId,
  );
  const sums = [...traits]
    .sort((a, b) => (a.repId < b.repId ? -1 : 1))
    .flatMap((one) => {
      const periods = byRep.get(one.repId);
      return periods ? [{ traits: one, periods, ...summed(periods) }] : [];
    });
  const chance = chanceVariance(sums);
  const mean = average(sums.map(({ value }) => value));
  const between = Math.max(
    0,
    average(sums.map(({ value, quota }) => (value - mean) ** 2 - chance / quota)),
  );
  return sums.map(({ traits: own, value, quota }) => ({
    traits: own,
    value,
    weight: 1 / Math.max(between + chance / quota, Number.MIN_VALUE),
  }));
}

function summed(periods: readonly Attained[]) {
  const quota = periods.reduce((sum, one) => sum + one.quota, 0);
  return { quota, value: periods.reduce((sum, one) => sum + one.booked, 0) / quota };
}

/** Variance of attainment times quota: what a rep's own periods differ by. */
function chanceVariance(
  sums: readonly { readonly periods: readonly Attained[]; readonly value: number }[],
): number {
  let [squares, freedom] = [0, 0];
  for (const { periods, value } of sums) {
    for (const { booked, quota } of periods) squares += (booked - value * quota) ** 2 / quota;
    freedom += periods.length - 1;
  }
  return freedom > 0 ? squares / freedom : 0;
}

const average = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

/** What reps are balanced by, and the part of each in a rep's deviation. */
export const balanceMeasures = [
  { name: "potential", weight: 0.5 },
  { name: "workload", weight: 0.3 },
  { name: "history", weight: 0.2 },
] as const;

/** What makes work, in the work of an account at which nothing happens. */
const work = { openDeal: 2, activity: 0.1 } as const;

export interface AccountActivity {
  /** What accounts like it buy, whole minor units; not negative. */
  readonly potential: number;
  readonly openDeals: number;
  /** Of the last 90 days. */
  readonly activities: number;
  /** Of the last two years, net of what was credited, whole minor units. */
  readonly bookings: number;
}

/**
 * An account's loads in the order of `balanceMeasures`: potential; workload, which is 1 for the
 * account, 2 for each open deal and 0.1 for each activity; history, which credits can't bring below
 * nothing.
 */
export const loadsOf = ({ potential, openDeals, activities, bookings }: AccountActivity) => [
  potential,
  1 + work.openDeal * openDeals + work.activity * activities,
  Math.max(0, bookings),
];

/** Share of a full load that a rep carries who is still new, whatever the ramp says. */
const leastCapacity = 0.1;

/**
 * Share of a full load that a rep can carry.
 *
 * @param ramp share of a full quota in each month of service from the first; then all
 * @param months whole months of service; null where the hire isn't known
 */
export function capacityOf(ramp: readonly number[], months: number | null): number {
  const share = months === null ? 1 : (ramp[Math.max(0, months)] ?? 1);
  return Math.max(leastCapacity, share);
}

import { grouped } from "../statistics/grouped.ts";

/** A rep's complete months, numbered from the first of the data, 0. */
export interface RepHistory {
  readonly repId: string;
  /** Reps of one role are each other's peers; null counts as a role. */
  readonly role: string | null;
  /** Month of hire, negative before the data begin; null when unknown. */
  readonly hired: number | null;
  /** Month in which the rep left; null while the rep is there. */
  readonly left: number | null;
  /** Bookings of each complete month of the data, whole minor units; 0 before the hire. */
  readonly monthly: readonly number[];
  readonly patch: { readonly accounts: number; readonly potential: number } | null;
}

/** What is known of a rep when a window of months begins. */
export interface Standing {
  readonly repId: string;
  /** Bookings a window's length, from at most the last twelve months, leaning on peers. */
  readonly history: number;
  /** Months that `history` comes from, 0 to 12. */
  readonly months: number;
  /** Years since the hire; null when unknown. */
  readonly tenure: number | null;
  readonly potential: number | null;
}

/** A standing and what the rep then booked in the window. */
export interface Observation {
  readonly standing: Standing;
  readonly production: number;
}

export interface WindowOptions {
  /** Months of a window. */
  readonly length: number;
  /** How many months of a rep's own history weigh as much as the peers' mean. */
  readonly peerMonths: number;
}

/**
 * Every standing of the past beside what followed it, in windows that don't
 * overlap and end with the data. A rep counts in a window served in full. The patch is today's:
 * what a rep owned back then isn't known.
 */
export function observations(reps: readonly RepHistory[], options: WindowOptions): Observation[] {
  const { length } = options;
  const end = reps[0]?.monthly.length ?? 0;
  const found: Observation[] = [];
  for (let origin = end - length; origin >= length; origin -= length) {
    const present = reps.filter((rep) => isPresent(rep, origin) && !hasLeft(rep, origin + length));
    const standingAt = standings(reps, origin, options);
    for (const rep of present) {
      const production = sum(rep.monthly.slice(origin, origin + length));
      found.push({ standing: standingAt(rep), production });
    }
  }
  return found;
}

/** Standings at the month `origin`, from the months before it. */
export function standings(
  reps: readonly RepHistory[],
  origin: number,
  { length, peerMonths }: WindowOptions,
): (rep: RepHistory) => Standing {
  const present = reps.filter((rep) => isPresent(rep, origin - 1) && !hasLeft(rep, origin));
  const months = (some: readonly RepHistory[]) => some.flatMap((rep) => recentMonths(rep, origin));
  const everyone = meanOf(months(present));
  const byRole = new Map(
    [...grouped(present, ({ role }) => role)].map(([role, some]) => [role, meanOf(months(some))]),
  );
  return (rep) => {
    const own = recentMonths(rep, origin);
    const peers = byRole.get(rep.role) ?? everyone;
    const level = (sum(own) + peerMonths * peers) / (own.length + peerMonths);
    return {
      repId: rep.repId,
      history: level * length,
      months: own.length,
      tenure: rep.hired === null ? null : (origin - rep.hired) / 12,
      potential: rep.patch?.potential ?? null,
    };
  };
}

/** The last twelve months before `origin` in which the rep was there. */
export function recentMonths(rep: RepHistory, origin: number): readonly number[] {
  const from = Math.max(0, startOf(rep), origin - 12);
  return rep.monthly.slice(from, Math.max(from, origin));
}

const isPresent = (rep: RepHistory, month: number) => startOf(rep) <= month;
const hasLeft = ({ left }: RepHistory, month: number) => left !== null && left < month;

/** Month of hire, or where it isn't known of the first booking. */
function startOf({ hired, monthly }: RepHistory): number {
  if (hired !== null) return hired;
  const first = monthly.findIndex((value) => value !== 0);
  return first < 0 ? monthly.length : first;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const meanOf = (values: readonly number[]) => (values.length > 0 ? sum(values) / values.length : 0);

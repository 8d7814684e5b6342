/** What a rep had to sell to on a day, and had under way. */
export interface Territory {
  /** Month that begins on the day, numbered from the first of the data, 0. */
  readonly month: number;
  readonly accounts: number;
  /** What accounts of these segments, industries and sizes buy in a year, minor units. */
  readonly potential: number;
  /** What they buy given what they bought before. */
  readonly expected: number;
  /** Amount of the open deals, minor units; null where it isn't known. */
  readonly pipeline: number | null;
}

/** A rep who carries or carried a quota, month by month. */
export interface Seller {
  readonly repId: string;
  /** Reps of one role share a level and a ramp; "" where none is told. */
  readonly role: string;
  /** Month of hire, negative before the data begin; null when unknown. */
  readonly hired: number | null;
  /** Month in which the rep left; null while the rep is there. */
  readonly left: number | null;
  /** Bookings of each complete month of the data, minor units; 0 before the hire. */
  readonly monthly: readonly number[];
  /** By month, ascending. */
  readonly territories: readonly Territory[];
}

/** Everyone's records, and where the fiscal year begins in them. */
export interface Records {
  readonly sellers: readonly Seller[];
  /** Place of month 0 in its fiscal year, 0 to 11. */
  readonly place: number;
}

/** Month of hire, or where it isn't known of the first booking. */
export function startOf({ hired, monthly }: Seller): number {
  if (hired !== null) return hired;
  const first = monthly.findIndex((value) => value !== 0);
  return first < 0 ? monthly.length : first;
}

/** Whether a rep was there for the whole of a month. */
export const isThere = (seller: Seller, month: number): boolean =>
  startOf(seller) <= month && (seller.left === null || seller.left > month);

/** The territory that was told last when a month began. */
export function territoryAt({ territories }: Seller, month: number): Territory | null {
  return territories.findLast((one) => one.month <= month) ?? null;
}

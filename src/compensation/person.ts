import type Fraction from "fraction.js";
import type { PlainDate } from "../calendar.ts";

/** A first and a last day. */
export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** Somebody whom a plan covers, as far as pay depends on them. */
export interface Person {
  readonly repId: string;
  readonly team: string | null;
  /** The first day under the plan, and the last; null where it is the plan's own. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly leaves: readonly Days[];
  /** A year's, in minor units, and the share of it that varies; the plan's own go first. */
  readonly onTargetEarnings: Fraction | null;
  readonly variableShare: Fraction | null;
}

/** A person of whom nothing but the credits is known. */
export const anybody = (repId: string): Person => ({
  repId,
  team: null,
  from: null,
  until: null,
  leaves: [],
  onTargetEarnings: null,
  variableShare: null,
});

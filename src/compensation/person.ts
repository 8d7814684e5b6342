import type Fraction from "fraction.js";
import type { PlainDate } from "../calendar.ts";

/** A first and a last day. */
export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** A year's on-target earnings in minor units, and the share of it that varies; null where unknown. */
export interface PayTerms {
  /** The first day; from ever where it is null. */
  readonly from: PlainDate | null;
  readonly onTargetEarnings: Fraction | null;
  readonly variableShare: Fraction | null;
}

/** Somebody whom a plan covers, as far as pay depends on them. */
export interface Person {
  readonly repId: string;
  readonly team: string | null;
  /** The first day under the plan, and the last; null where it is the plan's own. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly leaves: readonly Days[];
  /** Null where nobody knows. */
  readonly hiredOn: PlainDate | null;
  /** By day, the first from ever; what the plan itself says goes before it. */
  readonly pay: readonly PayTerms[];
}

/** A person of whom nothing but the credits is known. */
export const anybody = (repId: string): Person => ({
  repId,
  team: null,
  from: null,
  until: null,
  leaves: [],
  hiredOn: null,
  pay: [{ from: null, onTargetEarnings: null, variableShare: null }],
});

import type Fraction from "fraction.js";
import type { Period, PlainDate } from "../calendar.ts";

/** Why a line is there. */
export type Cause =
  | "credit"
  | "reached_tier"
  | "fell_below_tier"
  | "reversal"
  | "multiplier"
  | "gate"
  | "capped"
  | "budget"
  | "pool"
  | "hold"
  | "release"
  | "draw"
  | "carried"
  | "recovered"
  | `retroactive: ${Reason}`;

/** Causes of what is paid later than it is earned, ahead of it, or not at all: no part of what pay costs. */
export const ofPayment: readonly string[] = ["hold", "release", "draw", "carried", "recovered"];

/** Why pay of a closed period is another today. */
export type Reason =
  | "late deal"
  | "deal taken out"
  | "corrected amount"
  | "changed split"
  // the day, type, product or lines of a deal
  | "corrected deal"
  | "changed refund"
  // a level, such as a retention or a score
  | "corrected figure"
  | "changed plan"
  | "earlier change";

/** One step of a person's pay; the lines of a pay period sum to what it pays. */
export interface PayLine {
  readonly repId: string;
  /** Null for what is reckoned over all components: caps of the plan, draws. */
  readonly component: string | null;
  readonly cause: Cause;
  readonly date: PlainDate;
  readonly payPeriod: Period;
  /** Null for a line that isn't of one credit. */
  readonly creditId: string | null;
  readonly opportunityId: string | null;
  /** What was credited, in minor units, or hundredths of a unit where units are counted. */
  readonly creditCents: number;
  /** What the rate was applied to, in the same unit; pay to date of multipliers and gates; a whole period's draw. */
  readonly baseCents: number;
  readonly tier: number | null;
  /**
   * Null where the line is no rate times a base; of a gate the attainment that it looked at, of a draw the
   * part of the period's days.
   */
  readonly rate: Fraction | null;
  readonly amountCents: number;
  /** Of a gate or multiplier: the component whose attainment it looks at. */
  readonly by?: string;
  /**
   * Of pay that was told late: the first day of the closed pay period that it belongs to; null of what
   * rounding changes in any of them.
   */
  readonly lateOf: PlainDate | null;
  /** Of pay that was told late: what it changes; nothing of what rounding changes. */
  readonly late?: Late;
}

/** What pay of a closed period changes that comes out otherwise today. */
export interface Late {
  /** Minor units that closed periods paid of it. */
  readonly paidCents: number;
  /** What made it, where it is of no credit; `hold` of what is released, too. */
  readonly rule: string | null;
}

/** Whether a line tells of pay of a closed period. */
export const isLate = ({ cause }: { readonly cause: string }): boolean =>
  cause.startsWith("retroactive: ");

/** What a line says that is of no credit and no rate, but its cause and amount. */
export const lineOfNoCredit = (
  whose: Pick<PayLine, "repId" | "component" | "date" | "payPeriod">,
): Omit<PayLine, "cause" | "amountCents"> => ({
  ...whose,
  creditId: null,
  opportunityId: null,
  creditCents: 0,
  baseCents: 0,
  tier: null,
  rate: null,
  lateOf: null,
});

import type { PlainDate } from "../../calendar.ts";
import type { CreditRole } from "../../compensation/credit/credit.ts";
import type { PlanDefaults } from "../../compensation/plan/read.ts";
import type { PlannedGroup } from "../planned.ts";

/** Whose bookings somebody's pay follows: their own, or those of a group that they work for. */
export interface Followed {
  readonly level: "rep" | PlannedGroup["level"];
  readonly id: string;
}

/** Somebody under a compensation plan. Money in minor units. */
export interface PaidPerson {
  readonly repId: string;
  /** The name of the plan. */
  readonly plan: string;
  readonly teamId: string;
  readonly regionId: string;
  readonly follows: Followed;
  /** A year's; null where the roster doesn't say. */
  readonly onTargetEarnings: number | null;
  readonly variableShare: number | null;
  /** Null where nobody knows. */
  readonly hiredOn: PlainDate | null;
  /** Component → its quota over the planned one of whom the person follows; those that aren't named have none. */
  readonly quotaShares: Readonly<Record<string, number>>;
  /** Component → the level that it measured last, such as a retention, in millionths. */
  readonly levels: Readonly<Record<string, number>>;
}

/** Deals that a plan credits alike, for each minor unit that is booked by whom a person follows. */
export interface CreditedPart {
  readonly role: CreditRole | null;
  readonly type: string | null;
  readonly product: string | null;
  /** Of one deal, minor units. */
  readonly dealCents: number;
  /** What pay is priced on, and what counts to attainment. */
  readonly amount: number;
  readonly credit: number;
  /** Hundredths of a unit; null where nobody counts units. */
  readonly units: { readonly amount: number; readonly credit: number } | null;
}

/** A compensation plan as written, and what it credits. */
export interface PaidPlan {
  readonly name: string;
  /** The value of its file, short forms spelled out. */
  readonly written: unknown;
  readonly parts: readonly CreditedPart[];
  /** Minor units of the plan's currency for one of the company's. */
  readonly companyCentsIn: number;
}

/**
 * What the cost of pay in a plan is worked out from. Plain JSON. It holds people's earnings, so that
 * it is in no published file.
 */
export interface PayBase {
  readonly defaults: PlanDefaults;
  readonly plans: readonly PaidPlan[];
  readonly people: readonly PaidPerson[];
  /** Role → the plan that somebody hired into it comes under. */
  readonly planOfRole: Readonly<Record<string, string>>;
  /** The company's quota of this year, minor units; null where it has none. */
  readonly companyQuota: number | null;
}
